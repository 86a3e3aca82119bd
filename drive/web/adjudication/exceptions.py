"""Refusals about narratives that are rated again."""

from drive.web.core.exceptions import Refusal


class NotAnAdjudicator(Refusal):
    """Somebody may not rate narratives: the words say why."""


class NothingToDraw(Refusal):
    """One of the arms has no narrative."""


class NotToBeShown(Refusal):
    """Something that tells of a person, a place, an arm or a time still stands in a narrative."""


class RatedAlready(Refusal):
    """A rating stands as it was sent."""


class NotFinished(Refusal):
    """Something is still to be looked over or rated."""


class ReleasedAlready(Refusal):
    """The result of a round is released: nothing of the round changes any more."""
