"""Words of the panels of the sites, and of one panel."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.agencies import AgencyType
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import count_of, label, summary_row
from drive.web.organisations.models import Site
from drive.web.panels.models import Panel
from drive.web.panels.presenters.parts import criteria_in_words, link, table, tag
from drive.web.panels.queries import PanelLine


def waiting_table(
    sites: Iterable[tuple[Site, PanelLine, Panel | None]], before: Mapping[UUID, int]
) -> dict[str, Any]:
    """Return the table of the sites at which a panel selects, and what waits there.

    `before` is how many hearings are before each open panel.
    """
    rows = [
        [
            site.name,
            count_of(_waiting(line, panel, before), _("hearing"), _("hearings")),
            _to(panel) if panel else _("None"),
        ]
        for site, line, panel in sites
    ]
    head = [_("Site"), _("Waiting"), _("Open panel")]
    return table(_("What waits for a panel"), head, rows)


def _waiting(line: PanelLine, panel: Panel | None, before: Mapping[UUID, int]) -> int:
    # While a panel sits the number stays: one less would tell that somebody came to have an arm.
    return before.get(panel.pk, 0) if panel else len(line.ready) + len(line.held)


def _to(panel: Panel) -> Any:
    return link(in_words(panel.held_on), reverse("panels:panel", args=[panel.pk]))


def panels_table(panels: Iterable[Panel], hearings: Mapping[UUID, int]) -> dict[str, Any]:
    """Return the table of panels."""
    rows = [
        [
            _to(panel),
            panel.site.name,
            f"{hearings.get(panel.pk, 0):,}",
            f"{panel.places:,}",
            state_tag(panel),
        ]
        for panel in panels
    ]
    head = [_("Panel of"), _("Site"), _("Hearings"), _("Places"), _("State")]
    return table(_("Panels"), head, rows)


def state_tag(panel: Panel) -> Any:
    """Return how far a panel has come."""
    if panel.is_open:
        return tag(_("Open"), "govuk-tag--blue")
    if panel.lottery is None or panel.lottery.released_at:
        return tag(_("Settled"), "govuk-tag--grey")
    if panel.lottery.drawn_at:
        return tag(_("Settled by lottery"), "govuk-tag--purple")
    return tag(_("Waits for the draw"), "govuk-tag--yellow")


def about(panel: Panel) -> list[dict[str, Any]]:
    """Return what is known of a panel."""
    members = [label(AgencyType(each)) for each in panel.members]
    rows = [
        summary_row(_("Site"), panel.site.name),
        summary_row(_("Day of the panel"), panel.held_on),
        summary_row(_("Who takes part"), "; ".join(members)),
        summary_row(_("What it looks at"), criteria_in_words(panel.criteria)),
        summary_row(_("Free places"), f"{panel.places:,}"),
        summary_row(_("State"), state_tag(panel)),
    ]
    if panel.settled_by:
        rows.append(summary_row(_("Settled by"), panel.settled_by.name))
    return rows
