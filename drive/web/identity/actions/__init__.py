"""What changes who is who, with all that follows from it."""

from drive.web.identity.actions.deciding import decide
from drive.web.identity.actions.notices import acknowledge
from drive.web.identity.actions.parting import undo

__all__ = ["acknowledge", "decide", "undo"]
