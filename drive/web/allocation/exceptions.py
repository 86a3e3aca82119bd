"""Why a ratio or a draw is refused."""

from drive.web.core.exceptions import Refusal


class RatioTooLate(Refusal):
    """Hearings of that time are recorded: whoever sets the ratio now could know whom it meets."""


class NotARatio(Refusal):
    """The numbers make no design."""


class NoRatio(Refusal):
    """The site has no ratio, so there is nothing to draw with."""


class NothingToDraw(Refusal):
    """No hearing waits."""


class WaitingChanged(Refusal):
    """Others wait now than those whom somebody checked."""


class AllocatedAlready(Refusal):
    """A past allocation names somebody who has an arm."""
