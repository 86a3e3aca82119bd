"""Words of the Idva's work: with whom, whether she was reached, and how support stands.

No word here says what a victim-survivor failed to do: she was reached or not, she wants support
now or not for now.
"""

from drive.vocabulary.word import Word


class HerEngagement(Word):
    """How support stands between a victim-survivor and her Idva, from a day on."""

    TRYING = "trying", "Being tried"
    ENGAGED = "engaged", "Engaged"
    NOT_FOR_NOW = "not_for_now", "Not wanted for now"
    NOT_SAFE = "not_safe", "Not safe to contact"
    ENDED = "ended", "Ended"


class SupportWith(Word):
    """With whom the Idva was in touch."""

    HER = "her", "The victim-survivor"
    CHILD = "child", "A child of hers"
    FAMILY = "family", "Her family or friends"
    AGENCY = "agency", "An agency"
    NOBODY = "nobody", "Nobody: other work"


class ComingUp(Word):
    """What an Idva case waits for."""

    FORM = "form", "Form"
    FOLLOW_UP = "follow_up", "Follow-up"
    NEXT_TRY = "next_try", "Next try"
    PLAN_REVIEW = "plan_review", "Review the safety plan"
