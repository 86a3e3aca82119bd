"""Words of adjudication: narratives rated again by two people who know neither arm nor time."""

from drive.vocabulary.word import Word


class RemovedKind(Word):
    """What kind of thing a redaction takes out of a narrative."""

    NAME = "name", "Names"
    CONTACT = "contact", "Addresses, numbers and the like"
    PLACE = "place", "Sites, agencies and references"
    DRIVE = "drive", "Words of the programme"
    ARM = "arm", "Words of the trial and its arms"
    TIME = "time", "Days, dates and lengths of time"
    TIME_POINT = "time_point", "Words of a form or a point in time"
    BY_HAND = "by_hand", "Taken out by the IDVA"


class NarrativeState(Word):
    """How far a narrative is from being rated."""

    REDACTED = "redacted", "Waits for the IDVA to look it over"
    CLEARED = "cleared", "May be rated"
    KEPT_OUT = "kept_out", "Kept out"


class ArmLabel(Word):
    """What stands for an arm in a result: which is which lies sealed."""

    A = "a", "Arm A"
    B = "b", "Arm B"
