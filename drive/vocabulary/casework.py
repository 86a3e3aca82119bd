"""Words of casework: contact, assessment points, risk, work and the state of a case."""

from drive.vocabulary.word import Word


class AssessmentPoint(Word):
    """When the case manager assesses."""

    INTAKE = "intake", "Intake"
    MONTH_3 = "month_3", "3 months"
    MONTH_6 = "month_6", "6 months"
    MONTH_9 = "month_9", "9 months"
    CLOSURE = "closure", "Closure"
    STEP_DOWN_END = "step_down_end", "End of step-down"


FIVE_POINTS: tuple[AssessmentPoint, ...] = (
    AssessmentPoint.INTAKE,
    AssessmentPoint.MONTH_3,
    AssessmentPoint.MONTH_6,
    AssessmentPoint.MONTH_9,
    AssessmentPoint.CLOSURE,
)
"""The points of every case (Year-1 report, line 456); the end of step-down comes after some."""


class NonContactReason(Word):
    """Why the perpetrator has not been contacted."""

    PLANNED_OR_PENDING = "planned_or_pending", "Contact planned or pending"
    CJS_PENDING_HOLD = "cjs_pending_hold", "On hold: criminal justice pending"
    NOT_SAFE = "not_safe", "Not safe to contact"


class NonContactCause(Word):
    """What stands behind the reason."""

    CANNOT_LOCATE = "cannot_locate", "Cannot be located"
    DECLINED_CONTACT = "declined_contact", "Declined contact"
    NO_RESPONSE = "no_response", "No response"
    NO_AGENCY_ROUTE = "no_agency_route", "No agency through which to reach the person"
    SOLE_INFORMANT = "sole_informant", "Information comes from one person only"
    CUSTODY = "custody", "In custody"
    MOVED = "moved", "Moved away"
    CAPACITY = "capacity", "No capacity"
    COURT = "court", "Court proceedings"
    OTHER = "other", "Other"


class ContactType(Word):
    """How the perpetrator was contacted."""

    FACE_TO_FACE = "face_to_face", "Face to face"
    TELEPHONE = "telephone", "Telephone"
    EMAIL = "email", "E-mail"
    LETTER = "letter", "Letter"
    VIDEO = "video", "Video call"
    TEXT = "text", "Text message"


class EngagementLevel(Word):
    """How far the service user engages."""

    NOT_ENGAGED = "not_engaged", "Not engaged"
    PARTIAL = "partial", "Partial"
    FULL = "full", "Full"


class RiskChangeCm(Word):
    """The case manager's view of how the risk has changed."""

    REDUCED = "reduced", "Reduced"
    NO_CHANGE = "no_change", "No change"
    INCREASED = "increased", "Increased"


class WorkMode(Word):
    """Whether the service user was present."""

    DIRECT = "direct", "Direct"
    INDIRECT = "indirect", "Indirect"


class Intent(Word):
    """The aim of a piece of work."""

    SUPPORT = "support", "Support"
    DISRUPT = "disrupt", "Disrupt"
    COMBINED = "combined", "Support and disrupt"
    SAFETY = "safety", "Safety"


class ActivityCode(Word):
    """What was done."""

    INFO_REQUEST = "info_request", "Information requested"
    INFO_RECEIVED = "info_received", "Information received"
    INFO_SHARED = "info_shared", "Information shared"
    MEETING = "meeting", "Meeting"
    SAFETY_PLANNING = "safety_planning", "Safety planning"
    DISRUPTION = "disruption", "Disruption and risk management"
    ADVOCACY = "advocacy", "Institutional advocacy"
    CHILD_SAFEGUARDING = "child_safeguarding", "Child safeguarding"
    SUPPORT_INDIRECT = "support_indirect", "Support through others"
    CONTACT_ATTEMPT = "contact_attempt", "Contact attempted"
    CONTACT = "contact", "Contact"
    SUPPORT_DIRECT = "support_direct", "Direct support"
    BEHAVIOUR_CHANGE = "behaviour_change", "Behaviour change"
    LEVER = "lever", "Lever"
    RISK = "risk", "Risk"
    SUPERVISION = "supervision", "Supervision"


class CaseState(Word):
    """Where a Drive case stands."""

    ALLOCATED = "allocated", "Allocated"
    RESEARCH = "research", "Research"
    STRATEGY = "strategy", "Contact strategy"
    ACTIVE = "active", "Active"
    STEP_DOWN = "step_down", "Step-down"
    CLOSED = "closed", "Closed"


class ClosureReason(Word):
    """Why a Drive case was closed."""

    COMPLETED = "completed", "Completed"
    EARLY_NO_PROGRESS = "early_no_progress", "Closed early: progress very unlikely"
    DEATH = "death", "Death"
    MOVED = "moved", "Moved away"
    TRANSFERRED = "transferred", "Transferred"
    CUSTODY = "custody", "Custody"
    UNSAFE = "unsafe", "Not safe to go on"
    OTHER = "other", "Other"


class Channel(Word):
    """How people were in touch about a case."""

    TELEPHONE = "telephone", "Telephone"
    EMAIL = "email", "E-mail"
    MEETING = "meeting", "Meeting"
    LETTER = "letter", "Letter"
    VISIT = "visit", "Visit"
    SYSTEM = "system", "In the system"
