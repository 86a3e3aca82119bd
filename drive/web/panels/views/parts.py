"""What the pages of a panel have in common: which of its hearings somebody may see."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.http import HttpRequest

from drive.web.accounts.policy import actor_of, seen
from drive.web.panels.models import Panel, PanelHearing
from drive.web.panels.queries import Prospect, Row, lots_of


def entries_shown(request: HttpRequest, panel: Panel) -> list[PanelHearing]:
    """Return the hearings of a panel that this person may see, and note that they were seen."""
    entries = list(
        PanelHearing.objects.visible_to(actor_of(request))
        .filter(panel=panel)
        .select_related("perpetrator__person", "hearing__meeting__marac", "panel__lottery")
    )
    seen(request, entries)
    return entries


def rows_shown(prospect: Prospect, entries: Iterable[PanelHearing]) -> list[Row]:
    """Return how those hearings stand."""
    keys = {entry.pk for entry in entries}
    return [row for row in prospect.rows if row.entry.pk in keys]


def lots_shown(panels: Collection[Panel]) -> dict[UUID, bool]:
    """Return by hearing whether the lotteries of some panels gave a place."""
    return lots_of(panel.lottery for panel in panels if panel.lottery)
