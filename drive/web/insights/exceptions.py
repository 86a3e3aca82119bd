"""Refusals about Idva cases and Insights forms."""

from drive.web.core.exceptions import Refusal


class CaseOpenAlready(Refusal):
    """The victim-survivor has an open Idva case for this perpetrator."""


class NotAnIdva(Refusal):
    """The person named does not hold the role."""


class FormOutOfOrder(Refusal):
    """The form does not fit where the case stands."""


class GapsWithoutReason(Refusal):
    """Questions have neither an answer nor a reason."""


class NotAgreed(Refusal):
    """Something is answered that is asked only after another answer, such as her consent."""


class FollowedElsewhere(Refusal):
    """Another case of the same victim-survivor goes on with the follow-up."""


class NothingToRecord(Refusal):
    """Nothing was written and nothing chosen, or the text is too long."""


class NextTryMissing(Refusal):
    """No day stands on which she is tried again, or it has passed."""


class PlanWithoutReview(Refusal):
    """A safety plan names no later day on which it is looked at again."""


class NotSafelyDelivered(Refusal):
    """What she asked for may not be delivered so, or her request is settled."""


class ViewMissing(Refusal):
    """Nobody has said what she thinks of a request for her records."""
