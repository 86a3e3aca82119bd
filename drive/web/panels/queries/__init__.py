"""Finding what waits for a panel, how its hearings stand, and what its lotteries gave."""

from drive.web.panels.queries.lotteries import (
    Lottery,
    chance_of,
    lots_of,
    lotteries,
    settled_without_lottery,
)
from drive.web.panels.queries.panels import (
    Earlier,
    History,
    counts_of,
    decisions_of,
    earlier_of,
    history_of,
    latest_decisions,
    open_panel_of,
    panel_sites,
    reason_of,
)
from drive.web.panels.queries.standing import Prospect, Row, Standing, prospect_of
from drive.web.panels.queries.waiting import PanelLine, line_of

__all__ = [
    "Earlier",
    "History",
    "Lottery",
    "PanelLine",
    "Prospect",
    "Row",
    "Standing",
    "chance_of",
    "counts_of",
    "decisions_of",
    "earlier_of",
    "history_of",
    "latest_decisions",
    "line_of",
    "lots_of",
    "lotteries",
    "open_panel_of",
    "panel_sites",
    "prospect_of",
    "reason_of",
    "settled_without_lottery",
]
