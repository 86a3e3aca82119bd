"""Why a design or a draw is refused."""

from drive.web.core.exceptions import Refusal


class NoTrial(Refusal):
    """No seed was committed to, so there is nothing that a draw could be held against."""


class TrialRuns(Refusal):
    """A trial runs already."""


class TrialHasBatches(Refusal):
    """A batch still waits for its draw."""


class RatioTooLate(Refusal):
    """Hearings of that time are recorded: whoever sets the ratio now could know whom it meets."""


class NotADesign(Refusal):
    """The numbers make no design."""


class NoDesign(Refusal):
    """The site has no design, so there is nothing to draw with."""


class NothingToDraw(Refusal):
    """No hearing waits."""


class WaitingChanged(Refusal):
    """Others wait now than those whom somebody checked."""


class BatchSettled(Refusal):
    """The batch was drawn or released already."""


class NotASecondPerson(Refusal):
    """Whoever locked a batch does not enter its salt."""


class SaltRefused(Refusal):
    """The salt is too short, or the second person was not waited for."""


class AllocatedAlready(Refusal):
    """A past allocation names somebody who has an arm."""


class SettledAlready(Refusal):
    """A withdrawal or a loss is recorded already."""
