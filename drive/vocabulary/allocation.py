"""Words of the trial."""

from drive.vocabulary.word import Word


class Arm(Word):
    """What the draw gave."""

    DRIVE = "drive", "Drive"
    CONTROL = "control", "Control"


class AllocationMethod(Word):
    """How perpetrators come to Drive at a site from a day on."""

    PERMUTED_BLOCKS = "permuted_blocks", "Drawn from permuted blocks"
    LOTTERY = "lottery", "Drawn by a lottery for the free places"
    PANEL = "panel", "Selected by a panel"


class AllocationOutcome(Word):
    """What became of a perpetrator at the door of the draw."""

    ALLOCATED = "allocated", "Allocated"
    EXCLUDED_ALREADY_ALLOCATED = "excluded_already_allocated", "Excluded: already allocated"
    EXCLUDED_INELIGIBLE = "excluded_ineligible", "Excluded: not eligible"
    PENDING_MATCH_REVIEW = "pending_match_review", "Waiting for a decision on identity"
    VOID_DUPLICATE = "void_duplicate", "Void: drawn before as the same person"
    NOT_SELECTED = "not_selected", "Not selected by the panel"
    NOT_DRAWN = "not_drawn", "No place in the lottery of the service"


class AllocationOrigin(Word):
    """Whether a draw was made here or imported, or a panel selected."""

    DRAWN = "drawn", "Drawn here"
    HISTORIC = "historic", "Imported from the past"
    SELECTED = "selected", "Selected by a panel"
    LOTTERY = "lottery", "Drawn in a lottery of a panel's places"


OF_THE_SERVICE = frozenset({AllocationOrigin.SELECTED, AllocationOrigin.LOTTERY})
"""Ways to Drive without a control arm beside them: no contrast between the arms rests on them."""


class SaltSource(Word):
    """Where the salt came from that settled who of a locked batch met which position."""

    SECOND_PERSON = "second_person", "Entered by a second person"
    SYSTEM = "system", "From the system, since no second person came within a working day"


class WithdrawalReason(Word):
    """Why somebody who was drawn should not have been. He stays in the analysis as allocated."""

    NOT_ELIGIBLE = "not_eligible", "Was not eligible"
    WRONG_PERSON = "wrong_person", "Another person was meant"
    HEARING_MISTAKEN = "hearing_mistaken", "The hearing was recorded by mistake"
    UNSAFE = "unsafe", "Taking part would make somebody less safe"
    OTHER = "other", "Another reason"


class LossReason(Word):
    """Why somebody can no longer be followed up. He stays in the arm that he was drawn to."""

    DEATH = "death", "Death"
    MOVED_AWAY = "moved_away", "Moved away"
    OTHER = "other", "Another reason"
