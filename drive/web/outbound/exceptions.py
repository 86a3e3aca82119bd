"""Why something may not be written, sent or called back."""

from drive.web.core.exceptions import Refusal


class NotReady(Refusal):
    """Something is missing from it: the words say what."""


class NotFromHere(Refusal):
    """It does not stand where this can be done with it."""


class NotAtOnce(Refusal):
    """It may not be sent without the hold."""
