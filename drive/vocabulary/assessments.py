"""Words of assessments: needs in depth, attitudes, levels of risk, an assessment's life."""

from drive.vocabulary.word import Word


class NeedLevel(Word):
    """How great a need is."""

    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"


class NeedPlan(Word):
    """What is done about a need."""

    NOTHING_YET = "nothing_yet", "Nothing yet"
    PLANNED = "planned", "Planned"
    REFERRED = "referred", "Referred to a service"
    RECEIVING = "receiving", "Receiving help"
    HELP_REFUSED = "help_refused", "Help was offered and refused"
    NO_SERVICE = "no_service", "There is no service to refer to"


class Genuineness(Word):
    """Whether engagement is meant, or made to be seen (final report, line 325)."""

    BOX_TICKING = "box_ticking", "Going through the motions"
    MIXED = "mixed", "Mixed"
    GENUINE = "genuine", "Genuine"


class Readiness(Word):
    """How ready the service user is to change."""

    NOT_CONSIDERING = "not_considering", "Does not consider changing"
    CONSIDERING = "considering", "Considers changing"
    PREPARING = "preparing", "Prepares to change"
    CHANGING = "changing", "Is changing"
    KEEPING_UP = "keeping_up", "Keeps up a change"


class Extent(Word):
    """How far something is so."""

    NOT_AT_ALL = "not_at_all", "Not at all"
    IN_PART = "in_part", "In part"
    FULLY = "fully", "Fully"


class RiskLevel(Word):
    """How great a risk is, on the scale of the Marac."""

    STANDARD = "standard", "Standard"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"

    @property
    def level(self) -> int:
        """The place on the scale, 0 for standard to 2 for high."""
        return list(RiskLevel).index(self)


class AssessmentState(Word):
    """Where an assessment stands. A correction is a new version, never a change."""

    DRAFT = "draft", "Being filled in"
    SUBMITTED = "submitted", "Submitted"
    RETURNED = "returned", "Returned"
    ACCEPTED = "accepted", "Accepted"
    REPLACED = "replaced", "Replaced by a later version"


class RiseOf(Word):
    """What has risen since the last assessment."""

    ABUSE = "abuse", "Abuse"
    RISK_VICTIM_SURVIVOR = "risk_victim_survivor", "Risk to the victim-survivor"
    RISK_CHILDREN = "risk_children", "Risk to children"
    DRIVE_DASH = "drive_dash", "Drive-DASH"
