"""Words of the ten months: what may lengthen or end them, and where the work goes on afterwards."""

from drive.vocabulary.word import Word


class ClockStart(Word):
    """From which day the months of a case are counted at a site."""

    ALLOCATION = "allocation", "The day of allocation"
    OPENING = "opening", "The day on which the case was opened"


class ChangeKind(Word):
    """A change of the planned course that one person proposes and another decides."""

    EXTENSION = "extension", "Extension"
    STEP_DOWN = "step_down", "Step-down"
    EARLY_CLOSURE = "early_closure", "Early closure"


class ExtensionGround(Word):
    """On which grounds a case may go on beyond its planned end."""

    IMMINENT_SAFETY = "imminent_safety", "Imminent safety"
    SIGNIFICANT_CHANGE = "significant_change", "Significant change"


class ExitPathway(Word):
    """Where the work with the service user goes on after closing."""

    DVPP = "dvpp", "Domestic violence perpetrator programme"
    PRE_DVPP = "pre_dvpp", "One-to-one work before a programme"
    RELAPSE_PREVENTION = "relapse_prevention", "Relapse prevention"
    OTHER_SERVICE = "other_service", "Another service"
    NONE = "none", "None"


class LateOutcome(Word):
    """What was decided about information that came in after closing."""

    NOTED = "noted", "Noted: the case stays closed"
    REOPENED = "reopened", "The case was reopened"
    PASSED_ON = "passed_on", "Passed on"
