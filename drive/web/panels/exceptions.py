"""Why something about a panel is refused."""

from drive.web.core.exceptions import Refusal


class NotAPanel(Refusal):
    """What was given makes no panel."""


class PanelIsOpen(Refusal):
    """The site has a panel that is not settled."""


class NothingBeforeAPanel(Refusal):
    """No hearing waits for a panel."""


class PanelSettled(Refusal):
    """The panel was settled already."""


class NotOpenToThePanel(Refusal):
    """The panel cannot decide on this hearing at present."""


class NeedsAGround(Refusal):
    """A verdict without the criteria or the reason that it needs."""
