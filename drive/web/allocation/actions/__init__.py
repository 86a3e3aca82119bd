"""What changes the design, and what allocates."""

from drive.web.allocation.actions.design import set_ratio
from drive.web.allocation.actions.drawing import Drawn, draw
from drive.web.allocation.actions.historic import HistoricAllocation, import_historic
from drive.web.allocation.actions.voids import lift_void, void_later_draw

__all__ = [
    "Drawn",
    "HistoricAllocation",
    "draw",
    "import_historic",
    "lift_void",
    "set_ratio",
    "void_later_draw",
]
