"""What changes the design, what draws, and what becomes of an allocation."""

from drive.web.allocation.actions.afterwards import record_loss, withdraw
from drive.web.allocation.actions.design import Chosen, set_design
from drive.web.allocation.actions.drawing import Drawn, draw
from drive.web.allocation.actions.historic import HistoricAllocation, import_historic
from drive.web.allocation.actions.locking import Asked, Locked, lock, lock_selected, release
from drive.web.allocation.actions.places import record_places
from drive.web.allocation.actions.selecting import exclude, give_places, pass_over
from drive.web.allocation.actions.trial import activate, close
from drive.web.allocation.actions.voids import lift_void, void_later_draw

__all__ = [
    "Asked",
    "Chosen",
    "Drawn",
    "HistoricAllocation",
    "Locked",
    "activate",
    "close",
    "draw",
    "exclude",
    "give_places",
    "import_historic",
    "lift_void",
    "lock",
    "lock_selected",
    "pass_over",
    "record_loss",
    "record_places",
    "release",
    "set_design",
    "void_later_draw",
    "withdraw",
]
