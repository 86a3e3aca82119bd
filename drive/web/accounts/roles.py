"""Who may do what: every role, what it may see and how far, and what it may do. One page.

Reach: OWN is what one holds oneself, AGENCY what one's own agency brought, SITE one's own
sites, ALL everything. What is not in the tables is not allowed.
"""

from enum import IntEnum

from drive.vocabulary.word import Word


class Role(Word):
    """What somebody is to the programme."""

    CASE_MANAGER = "case_manager", "Case manager"
    SERVICE_MANAGER = "service_manager", "Service manager"
    PRACTICE_ADVISER = "practice_adviser", "Practice adviser"
    IDVA = "idva", "IDVA"
    ALLOCATOR = "allocator", "Allocator"
    MARAC_COORDINATOR = "marac_coordinator", "Marac co-ordinator"
    PARTNER = "partner", "Partner agency"
    EVALUATOR = "evaluator", "Evaluator"
    CODER = "coder", "Qualitative coder"
    COMMISSIONER = "commissioner", "Commissioner"
    ADMINISTRATOR = "administrator", "Administrator"


class Reach(IntEnum):
    """How far a role sees into a compartment."""

    OWN = 1
    AGENCY = 2
    SITE = 3
    ALL = 4


class Compartment(Word):
    """What is kept apart from what."""

    IDENTITY = "identity", "Who people are"
    NOTICES = "notices", "That somebody is known at another site"
    HEARINGS = "hearings", "Marac hearings and core data"
    IMPORTS = "imports", "Imported lists"
    ALLOCATION = "allocation", "Who was drawn to which arm"
    CASE = "case", "That there is a Drive case, and who holds it"
    CASEWORK = "casework", "The case manager's record"
    INSIGHTS = "insights", "The Idva's record"
    LOCATION = "location", "Where people live and how they may be reached"
    EVALUATION = "evaluation", "Snapshots and reports"
    ACCOUNTS = "accounts", "Users, sites and agencies"


C, R = Compartment, Reach

READS: dict[Role, dict[Compartment, Reach]] = {
    Role.CASE_MANAGER: {C.IDENTITY: R.OWN, C.CASE: R.OWN, C.CASEWORK: R.OWN},
    Role.SERVICE_MANAGER: {
        C.IDENTITY: R.OWN,
        C.NOTICES: R.SITE,
        C.ALLOCATION: R.SITE,
        C.CASE: R.SITE,
        C.CASEWORK: R.SITE,
    },
    Role.PRACTICE_ADVISER: {C.CASE: R.SITE, C.CASEWORK: R.SITE},
    Role.IDVA: {C.IDENTITY: R.OWN, C.CASE: R.OWN, C.INSIGHTS: R.OWN},
    Role.ALLOCATOR: {C.IDENTITY: R.ALL, C.HEARINGS: R.ALL, C.IMPORTS: R.ALL, C.ALLOCATION: R.ALL},
    Role.MARAC_COORDINATOR: {
        C.IDENTITY: R.AGENCY,
        C.NOTICES: R.AGENCY,
        C.HEARINGS: R.AGENCY,
        C.IMPORTS: R.AGENCY,
    },
    Role.PARTNER: {},
    Role.EVALUATOR: {C.EVALUATION: R.ALL},
    Role.CODER: {},
    Role.COMMISSIONER: {},
    Role.ADMINISTRATOR: {C.ACCOUNTS: R.ALL},
}

ACTS: dict[Role, frozenset[str]] = {
    Role.CASE_MANAGER: frozenset(
        {
            "casework.view_cases",
            "casework.view_case",
            "casework.view_record",
            "casework.move_case",
            "casework.write_note",
            "casework.record_contact",
            "casework.record_non_contact",
            "assessments.view",
            "assessments.fill",
            "case_record.view_history",
            "case_record.prepare_closing",
        }
    ),
    Role.SERVICE_MANAGER: frozenset(
        {
            "casework.view_cases",
            "casework.view_case",
            "casework.open_case",
            "casework.assign",
            "casework.view_record",
            "casework.move_case",
            "casework.write_note",
            "casework.record_contact",
            "casework.record_non_contact",
            "assessments.view",
            "assessments.fill",
            "case_record.prepare_closing",
            "case_record.close",
            "case_record.view_history",
            "case_record.keep_out",
            "identity.read_notice",
        }
    ),
    Role.PRACTICE_ADVISER: frozenset(
        {
            "casework.view_cases",
            "casework.view_case",
            "casework.view_record",
            "assessments.view",
        }
    ),
    Role.IDVA: frozenset(
        {
            "casework.view_cases",
            "casework.view_case",
            "insights.view_cases",
            "insights.view_case",
            "insights.fill",
            "insights.close",
            "insights.hand_over",
        }
    ),
    Role.ALLOCATOR: frozenset(
        {
            "referrals.view",
            "referrals.import",
            "referrals.enter",
            "allocation.view",
            "allocation.draw",
            "allocation.set_ratio",
            "identity.review",
            "identity.undo_merge",
            "identity.search",
            "identity.view_person",
            "cleaning.view",
            "cleaning.import",
            "cleaning.decide",
            "insights.open_case",
        }
    ),
    Role.MARAC_COORDINATOR: frozenset(
        {
            "referrals.view",
            "referrals.import",
            "referrals.enter",
            "identity.search",
            "identity.view_person",
            "identity.read_notice",
            "insights.open_case",
        }
    ),
    Role.PARTNER: frozenset(),
    Role.EVALUATOR: frozenset(
        {
            "extracts.view",
            "extracts.freeze",
            "extracts.evaluate",
        }
    ),
    Role.CODER: frozenset(),
    Role.COMMISSIONER: frozenset(),
    Role.ADMINISTRATOR: frozenset(
        {
            "accounts.view",
            "accounts.add_user",
            "accounts.grant",
            "accounts.end_access",
            "organisations.view",
            "organisations.add",
        }
    ),
}

EVERYBODY: frozenset[str] = frozenset({"home.view", "accounts.view_own"})
"""What everybody who is signed in may do."""
