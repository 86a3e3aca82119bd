"""Panels that sit, and hearings that wait for one: counted, and nobody named."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.models import User
from drive.web.core.dates import in_words
from drive.web.design_system.presenters import count_of
from drive.web.home.presenters.panel import Panel
from drive.web.organisations.models import Site
from drive.web.panels.models import Panel as Sitting
from drive.web.panels.queries import line_of, open_panel_of, panel_sites


def selecting(actor: User, today: date) -> list[Panel]:
    """Return the panels that are not settled, and the sites at which hearings wait for one."""
    sites = panel_sites(actor)
    sitting = {site.pk: panel for site in sites if (panel := open_panel_of(site))}
    entries = [entry for site in sites if (entry := _of(site, sitting.get(site.pk), today))]
    seen = list(sitting.values())
    return [Panel(heading=_("Panels"), entries=entries, seen=seen)] if entries else []


def _of(site: Site, sits: Sitting | None, today: date) -> dict[str, str] | None:
    if sits:
        words = _("%(site)s: the panel of %(day)s is not settled yet")
        said = words % {"site": site.name, "day": in_words(sits.held_on)}
        return {"text": said, "href": reverse("panels:panel", args=[sits.pk])}
    line = line_of(site, today=today)
    waiting = len(line.ready) + len(line.held)
    if not waiting:
        return None
    words = _("%(site)s: before the next panel: %(count)s")
    said = words % {"site": site.name, "count": count_of(waiting, _("hearing"), _("hearings"))}
    return {"text": said, "href": reverse("panels:index")}
