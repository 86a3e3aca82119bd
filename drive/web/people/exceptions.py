"""Why two people cannot be made one, in words for whoever asked."""

from drive.web.core.exceptions import Refusal

ONE_HUMAN = "The perpetrator and the victim-survivor of one hearing cannot be the same person."


class OneDyad(Refusal):
    """The two are the perpetrator and the victim-survivor of one case."""


class KeptApart(Refusal):
    """A reviewer has said that they are different."""


class NotMerged(Refusal):
    """There is nothing to undo."""
