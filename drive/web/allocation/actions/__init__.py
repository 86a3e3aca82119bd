"""What changes the design, and what allocates."""

from drive.web.allocation.actions.design import set_ratio
from drive.web.allocation.actions.drawing import Drawn, draw
from drive.web.allocation.actions.historic import HistoricAllocation, import_historic

__all__ = ["Drawn", "HistoricAllocation", "draw", "import_historic", "set_ratio"]
