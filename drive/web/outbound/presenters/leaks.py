"""Leaks in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.outbound import LeakRoute, ReachedHim
from drive.web.accounts.models import User
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    said_row,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.information.queries.tracing import sees_both_sides
from drive.web.outbound.models import LeakageIncident
from drive.web.outbound.rules.tracing import Traced
from drive.web.people.models import Dyad


def named_pairs(pairs: Sequence[Dyad], actor: User) -> list[tuple[Dyad, str]]:
    """Return each pair with her name, or with a number for whoever may not know it."""
    known = set(
        Dyad.objects.visible_to(actor)
        .filter(pk__in=[pair.pk for pair in pairs])
        .values_list("pk", flat=True)
    )
    return [
        (
            pair,
            pair.victim_survivor.person.name
            if pair.pk in known
            else _("Victim-survivor %(number)s of this case") % {"number": number},
        )
        for number, pair in enumerate(pairs, start=1)
    ]


def leaks_table(incidents: Iterable[LeakageIncident]) -> dict[str, Any]:
    """Return what leaked about a case; the list says nothing of what it was."""
    cells = [
        [
            format_html(
                '<a class="govuk-link" href="{}">{}</a>',
                reverse("outbound:leak", args=[row.pk]),
                date_in_words(row.happened_on),
            ),
            label(LeakRoute(row.route)),
            label(ReachedHim(row.reached_him)),
            row.recorded_by.name,
        ]
        for row in incidents
    ]
    heads = (_("Day"), _("By which way"), _("Did it reach him?"), _("Recorded by"))
    return {"caption": _("What leaked"), "head": list(heads), "rows": table_rows(cells)}


def leak_rows(incident: LeakageIncident, what: str) -> list[Any]:
    """Return one leak."""
    return [
        summary_row(_("Case"), incident.reference),
        summary_row(_("Day"), date_in_words(incident.happened_on)),
        said_row(_("What leaked"), what),
        summary_row(_("By which way"), label(LeakRoute(incident.route))),
        summary_row(_("Did it reach him?"), label(ReachedHim(incident.reached_him))),
        summary_row(_("Recorded by"), incident.recorded_by.name),
    ]


def trace_table(traced: Iterable[Traced]) -> dict[str, Any]:
    """Return who had it, the earliest first; who had the same thing often stands once."""
    by_contact: dict[tuple[str, str, str], list[datetime]] = {}
    for row in traced:
        key = (row.contact.who, label(row.contact.how), label(row.tells))
        by_contact.setdefault(key, []).append(row.contact.at)
    cells = [[time_in_words(times[0]), *key, _often(times)] for key, times in by_contact.items()]
    heads = (_("First"), _("Who"), _("How"), _("What"), _("How often"))
    return {"caption": _("Who had it"), "head": list(heads), "rows": table_rows(cells)}


def where_it_ends(reader: User) -> str:
    """Return what a trace leaves out for somebody, whether or not there is anything."""
    if sees_both_sides(reader):
        return ""
    return _("It shows the case manager’s side alone.")


def _often(times: Sequence[datetime]) -> str:
    if len(times) == 1:
        return _("Once")
    return _("%(count)s times, last %(last)s") % {
        "count": len(times),
        "last": time_in_words(times[-1]),
    }
