"""What waits at the start of the line: lists to check, hearings to decide on, Idvas to name."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.allocation.models import Batch
from drive.web.allocation.queries import sites_today
from drive.web.design_system.presenters import count_of, date_in_words, label
from drive.web.home.presenters.held import held_draws
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.insights.queries import waiting_for_idva
from drive.web.referrals.models import ImportBatch
from drive.web.referrals.rules.states import BatchState

_OPEN = (BatchState.READING, BatchState.UNREADABLE, BatchState.WAITING, BatchState.CONFIRMING)
_COLOURS = {BatchState.WAITING: "govuk-tag--yellow", BatchState.UNREADABLE: "govuk-tag--red"}


def coordination(actor: User, _today: date) -> list[Panel]:
    """Return the imported lists that are not finished."""
    lists = ImportBatch.objects.visible_to(actor).filter(state__in=_OPEN)
    shown = list(lists.select_related("agency")[:MOST])
    return [
        Panel(
            heading=gettext("Lists that are not finished"),
            entries=[_list(batch) for batch in shown],
            empty=gettext("No list waits to be checked."),
            seen=shown,
        )
    ]


def _list(batch: ImportBatch) -> dict[str, Any]:
    state = BatchState(batch.state)
    erased = gettext("Erased on %(day)s if nobody confirms it")
    return {
        "text": gettext("List of %(marac)s") % {"marac": batch.agency.name},
        "href": reverse("referrals:list", args=[batch.pk]),
        "hint": erased % {"day": date_in_words(batch.expires_on)},
        "tag": {"text": label(state), "classes": _COLOURS.get(state, "govuk-tag--light-blue")},
    }


def allocation(actor: User, today: date) -> list[Panel]:
    """Return where hearings wait or are held, Idvas to name, and open lists."""
    sites = sites_today(today)
    return [
        Panel(
            heading=gettext("Hearings that wait for a decision"),
            entries=[
                {
                    "text": f"{each.site.name}: {count_of(each.waiting, 'hearing', 'hearings')}",
                    "href": reverse("allocation:lock", args=[each.site.code]),
                }
                for each in sites
                if each.waiting
            ],
            empty=gettext("Every hearing has been decided on."),
        ),
        *salts(actor, today),
        *held_draws(sites, today),
        _without_idva(actor),
        *coordination(actor, today),
    ]


def salts(actor: User, _today: date) -> list[Panel]:
    """Return the batches that wait for the salt of the actor as second person."""
    batches = Batch.objects.visible_to(actor).filter(drawn_at=None, released_at=None)
    others = list(batches.exclude(recorded_by=actor).select_related("site")[:MOST])
    words = gettext("Batch %(number)s, %(site)s")
    return [
        Panel(
            heading=gettext("Batches that wait for your salt"),
            entries=[
                {
                    "text": words % {"number": batch.number, "site": batch.site.name},
                    "href": reverse("allocation:salt", args=[batch.pk]),
                }
                for batch in others
            ],
            empty=gettext("No batch waits for a second person."),
            seen=others,
        )
    ]


def _without_idva(actor: User) -> Panel:
    count = waiting_for_idva(actor).count()
    words = gettext("%(count)s with no IDVA yet")
    people = count_of(count, "victim-survivor", "victim-survivors")
    entry = {"text": words % {"count": people}, "href": reverse("insights:waiting")}
    return Panel(
        heading=gettext("IDVAs to name"),
        entries=[entry] if count else [],
        empty=gettext("Everybody who was heard has an IDVA."),
    )
