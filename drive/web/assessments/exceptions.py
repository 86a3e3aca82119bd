"""Refusals about assessments."""

from drive.web.core.exceptions import Refusal


class GapsWithoutReason(Refusal):
    """A question has neither an answer nor a reason."""


class SourceMissing(Refusal):
    """An answer does not say who said so."""


class NoPair(Refusal):
    """Abuse is rated towards somebody, and nobody is known."""


class DaysContradict(Refusal):
    """A later point would speak of an earlier day."""


class IntakeMissing(Refusal):
    """The closure is assessed before intake ever was, and nobody says why."""


class JudgedTooLow(Refusal):
    """Judgement may raise the level of the Drive-DASH, and never lower it."""


class RiseUnexplained(Refusal):
    """A level is higher than last time, and nobody says what is new."""


class NotToDecide(Refusal):
    """The version was decided or replaced before, or is the decider's own."""


class WordsMissing(Refusal):
    """Something needs words."""
