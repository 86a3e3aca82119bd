"""Words of the trial."""

from drive.vocabulary.word import Word


class Arm(Word):
    """What the draw gave."""

    DRIVE = "drive", "Drive"
    CONTROL = "control", "Control"


class AllocationOutcome(Word):
    """What became of a perpetrator at the door of the draw."""

    ALLOCATED = "allocated", "Allocated"
    EXCLUDED_ALREADY_ALLOCATED = "excluded_already_allocated", "Excluded: already allocated"
    EXCLUDED_INELIGIBLE = "excluded_ineligible", "Excluded: not eligible"
    PENDING_MATCH_REVIEW = "pending_match_review", "Waiting for a decision on identity"
    VOID_DUPLICATE = "void_duplicate", "Void: drawn before as the same person"


class AllocationOrigin(Word):
    """Whether a draw was made here or imported."""

    DRAWN = "drawn", "Drawn here"
    HISTORIC = "historic", "Imported from the past"
