"""Refusals about a case seen whole."""

from drive.web.core.exceptions import Refusal


class WhoseRiskMissing(Refusal):
    """A decision to close says whose risk it reduces."""


class CannotKeepOut(Refusal):
    """The person named cannot be kept out: he or she is the one who asks."""


class ClosedBeforeAssessed(Refusal):
    """A case does not end before what was assessed in it."""


class PackNotReady(Refusal):
    """Something stands against signing the pack or handing it out: the words say what."""


class CannotBeIn(Refusal):
    """An item may not go into the pack: the words say why."""


class PackHasLeft(Refusal):
    """The pack was handed out: nothing of it changes any more."""


class NotToBeSigned(Refusal):
    """Somebody may not sign this pack, or not yet."""
