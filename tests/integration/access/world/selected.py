"""Put before a panel and spoken of there: at West Sussex, where a panel selects from a day on."""

from __future__ import annotations

from drive.web.panels.models import Panel
from tests.cast import Cast
from tests.factories.panels import panel, says, service_mode
from tests.integration.access.world.heard import record
from tests.integration.access.world.numbers import PANEL, PANEL_HEARD_ON


def selected(cast: Cast) -> Panel:
    """Open a panel with one hearing before it, and let it say something."""
    service_mode(cast, cast.west_sussex, starts_on=PANEL_HEARD_ON)
    heard = record(cast, [PANEL], heard_on=PANEL_HEARD_ON)[PANEL]
    opened = panel(cast, site=cast.west_sussex, by=cast.west_sussex_service_manager)
    by = cast.west_sussex_service_manager
    says(cast, opened, heard, reason="reasonedpanel24", by=by)
    return opened
