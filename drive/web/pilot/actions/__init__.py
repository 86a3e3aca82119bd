"""Loading the pilot, and emptying the demonstration."""

from drive.web.pilot.actions.empty import empty
from drive.web.pilot.actions.load import Loaded, load

__all__ = ["Loaded", "empty", "load"]
