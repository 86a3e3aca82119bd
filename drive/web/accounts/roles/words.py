"""What somebody is to the programme, how far a role sees, and what is kept apart."""

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
    FACTS = "facts", "Facts of one side, and what crosses from it to the other"
    LOCATION = "location", "Where people live and how they may be reached"
    OUTBOUND = "outbound", "What is written to leave the system"
    SUBJECT_ACCESS = "subject_access", "What the service user asked to see, and gets"
    TASKS = "tasks", "What is due to whom"
    STRATEGY = "strategy", "Contact strategies, holds and planned contact"
    OFFICE_TIMES = "office_times", "When somebody takes a shared office"
    HARM = "harm", "Serious events"
    HARM_ACCOUNT = "harm_account", "What is told of serious events"
    HARM_NOTICES = "harm_notices", "Notices to the independent monitor"
    BATCHES = "batches", "Locked batches that wait for a salt: no name, no arm"
    EVALUATION = "evaluation", "Snapshots and reports"
    ADJUDICATION = "adjudication", "Redacted narratives that two people rate again"
    DRAW_COUNTS = "draw_counts", "How many were drawn to which arm"
    FOLLOW_UP_COUNTS = "follow_up_counts", "How many received, were lost and were analysed"
    PLACES = "places", "How many open cases workers have"
    DIRECTORY = "directory", "Agencies, whom to ask in them, and agreements to share"
    ACCOUNTS = "accounts", "Users, sites and agencies"
