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
    MONITOR = "monitor", "Independent monitor"
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
    PANELS = "panels", "Panels, and whom they looked at"
    CASE = "case", "That there is a Drive case, and who holds it"
    CASEWORK = "casework", "The case manager's record"
    INSIGHTS = "insights", "The Idva's record"
    LOCATION = "location", "Where people live and how they may be reached"
    HARM = "harm", "Serious events"
    HARM_ACCOUNT = "harm_account", "What is told of serious events"
    HARM_NOTICES = "harm_notices", "Notices to the independent monitor"
    BATCHES = "batches", "Locked batches that wait for a salt: no name, no arm"
    EVALUATION = "evaluation", "Snapshots and reports"
    DRAW_COUNTS = "draw_counts", "How many were drawn to which arm"
    FOLLOW_UP_COUNTS = "follow_up_counts", "How many received, were lost and were analysed"
    PLACES = "places", "How many open cases workers have"
    ACCOUNTS = "accounts", "Users, sites and agencies"


C, R = Compartment, Reach

READS: dict[Role, dict[Compartment, Reach]] = {
    Role.CASE_MANAGER: {
        C.IDENTITY: R.OWN,
        C.CASE: R.OWN,
        C.CASEWORK: R.OWN,
        C.HARM: R.OWN,
        C.HARM_ACCOUNT: R.OWN,
    },
    Role.SERVICE_MANAGER: {
        C.IDENTITY: R.OWN,
        C.NOTICES: R.SITE,
        C.ALLOCATION: R.SITE,
        C.PANELS: R.SITE,
        C.CASE: R.SITE,
        C.CASEWORK: R.SITE,
        C.DRAW_COUNTS: R.SITE,
        C.FOLLOW_UP_COUNTS: R.SITE,
        C.PLACES: R.SITE,
        C.HARM: R.SITE,
        C.HARM_ACCOUNT: R.SITE,
    },
    Role.PRACTICE_ADVISER: {C.CASE: R.SITE, C.CASEWORK: R.SITE},
    Role.IDVA: {
        C.IDENTITY: R.OWN,
        C.CASE: R.OWN,
        C.INSIGHTS: R.OWN,
        C.HARM: R.OWN,
        C.HARM_ACCOUNT: R.OWN,
    },
    Role.ALLOCATOR: {
        C.IDENTITY: R.ALL,
        C.HEARINGS: R.ALL,
        C.IMPORTS: R.ALL,
        C.ALLOCATION: R.ALL,
        C.BATCHES: R.ALL,
        C.PANELS: R.ALL,
        C.DRAW_COUNTS: R.ALL,
        C.PLACES: R.ALL,
        C.HARM: R.ALL,
        C.HARM_ACCOUNT: R.OWN,
    },
    Role.MARAC_COORDINATOR: {
        C.IDENTITY: R.AGENCY,
        C.NOTICES: R.AGENCY,
        C.HEARINGS: R.AGENCY,
        C.IMPORTS: R.AGENCY,
        C.HARM: R.OWN,
        C.HARM_ACCOUNT: R.OWN,
    },
    Role.PARTNER: {},
    Role.EVALUATOR: {
        C.EVALUATION: R.ALL,
        C.BATCHES: R.ALL,
        C.DRAW_COUNTS: R.ALL,
        C.FOLLOW_UP_COUNTS: R.ALL,
    },
    Role.MONITOR: {C.HARM_NOTICES: R.ALL},
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
            "harm.record",
            "harm.view",
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
            "panels.view",
            "panels.hold",
            "panels.settle",
            "monitoring.view_flow",
            "monitoring.view_groups",
            "monitoring.view_balance",
            "monitoring.view_places",
            "monitoring.name_workers",
            "monitoring.record_places",
            "harm.record",
            "harm.view",
            "harm.judge",
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
            "harm.record",
            "harm.view",
        }
    ),
    Role.ALLOCATOR: frozenset(
        {
            "referrals.view",
            "referrals.import",
            "referrals.enter",
            "allocation.view",
            "allocation.draw",
            "allocation.enter_salt",
            "allocation.set_design",
            "allocation.activate",
            "allocation.close",
            "allocation.verify",
            "allocation.withdraw",
            "allocation.record_loss",
            "monitoring.view_flow",
            "monitoring.view_balance",
            "monitoring.view_places",
            "panels.view",
            "panels.hold",
            "panels.settle",
            "identity.review",
            "identity.undo_merge",
            "identity.search",
            "identity.view_person",
            "cleaning.view",
            "cleaning.import",
            "cleaning.decide",
            "insights.open_case",
            "harm.record",
            "harm.view",
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
            "harm.record",
            "harm.view",
        }
    ),
    Role.PARTNER: frozenset(),
    Role.EVALUATOR: frozenset(
        {
            "extracts.view",
            "extracts.freeze",
            "extracts.evaluate",
            "allocation.enter_salt",
            "allocation.verify",
            "monitoring.view_flow",
            "monitoring.hand_out_flow",
            "monitoring.view_groups",
            "monitoring.view_balance",
        }
    ),
    Role.MONITOR: frozenset({"harm.monitor", "harm.acknowledge"}),
    Role.CODER: frozenset(),
    Role.COMMISSIONER: frozenset({"monitoring.view_summary"}),
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
