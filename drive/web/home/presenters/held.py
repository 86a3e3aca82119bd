"""Draws that a question of identity holds or has made void: counted, and nobody named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.allocation.presenters import holding_in_words
from drive.web.allocation.queries import SiteToday, sites_today
from drive.web.allocation.rules import TOLD_AFTER_WORKING_DAYS, Holding, holding
from drive.web.casework.queries import cases_of_void_draws
from drive.web.design_system.presenters import count_of
from drive.web.home.presenters.panel import MOST, Panel


def held_draws(sites: Iterable[SiteToday], today: date) -> list[Panel]:
    """Return the sites at which draws are held, for whoever can answer the questions."""
    found = [(each.site, holding(each.line.held, today)) for each in sites]
    entries = [
        {
            "text": f"{site.name}: {holding_in_words(held)}",
            "href": reverse("identity:queue"),
            "tag": _urgency(held),
        }
        for site, held in found
        if held.draws
    ]
    if not entries:
        return []
    return [Panel(heading=gettext("Draws held by a question of identity"), entries=entries)]


def _urgency(held: Holding) -> dict[str, str]:
    if held.longest < TOLD_AFTER_WORKING_DAYS:
        return {"text": gettext("Answer soon"), "classes": "govuk-tag--yellow"}
    return {"text": gettext("Answer now"), "classes": "govuk-tag--red"}


def held_too_long(actor: User, today: date) -> list[Panel]:
    """Return how many draws at the sites that the actor leads have been held for too long.

    Who these people are is not for a service manager to decide, so there is nothing to open.
    """
    led = {each.site_id for each in actor.holdings if each.role == Role.SERVICE_MANAGER}
    found = [
        (each.site, holding(each.line.held, today, at_least=TOLD_AFTER_WORKING_DAYS))
        for each in sites_today(today)
        if each.site.pk in led
    ]
    entries = [
        {"text": f"{site.name}: {_too_long_in_words(held)}"} for site, held in found if held.draws
    ]
    if not entries:
        return []
    return [Panel(heading=gettext("Draws that wait too long"), entries=entries)]


def _too_long_in_words(held: Holding) -> str:
    words = ngettext(
        "%(count)s draw waits for a question of identity, the longest %(days)s",
        "%(count)s draws wait for a question of identity, the longest %(days)s",
        held.draws,
    )
    return words % {
        "count": f"{held.draws:,}",
        "days": count_of(held.longest, "working day", "working days"),
    }


def void_draws(actor: User) -> list[Panel]:
    """Return the open cases whose draw is void: what becomes of them is for people to decide."""
    cases = list(cases_of_void_draws(actor)[:MOST])
    if not cases:
        return []
    return [
        Panel(
            heading=gettext("The draw behind these cases is void"),
            entries=[
                {
                    "text": gettext("%(case)s: decide with the research team")
                    % {"case": case.reference},
                    "href": reverse("case_record:overview", args=[case.pk]),
                }
                for case in cases
            ],
            seen=cases,
        )
    ]
