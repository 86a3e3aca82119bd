"""Refusals about forms."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from drive.web.core.exceptions import Refusal


class AlreadySubmitted(Refusal):
    """The form was submitted before; what it made is named, so that the person is led there."""

    def __init__(self, result_id: UUID | None) -> None:
        super().__init__("This was saved already. Nothing was saved twice.")
        self.result_id = result_id


class SentWithOtherWords(Refusal):
    """The form was submitted before with other words; these are not saved yet, and not lost."""

    def __init__(self) -> None:
        super().__init__(
            "This form was saved already, with other words, perhaps in another tab. What you see "
            "here is not saved yet. Press the button again to save this as well."
        )


class ImpossibleDay(Refusal):
    """A day in the future, or before what it is about began."""


class ChangedMeanwhile(Refusal):
    """Another row stands now than the one the person saw; nothing was saved, nothing is lost.

    Parameters
    ----------
    theirs : mapping of str to object
        By form field, what stands now: a `Word`, an `Answer`, a date, a text, or a list of these.
    by_name : str
        Who recorded it.
    at : datetime
        When.
    stands : UUID or None
        The row that stands now: the form carries it from here, so that the next press is meant.
    """

    def __init__(
        self, *, theirs: Mapping[str, object], by_name: str, at: datetime, stands: UUID | None
    ) -> None:
        super().__init__(
            f"{by_name} saved this while you were typing. Nothing of yours is lost and nothing of "
            "theirs was overwritten. Compare the two below, change what you typed if you need to, "
            "and press the button again to save yours."
        )
        self.theirs = theirs
        self.by_name = by_name
        self.at = at
        self.stands = stands
