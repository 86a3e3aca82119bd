"""What waits about who is who: questions for reviewers, notices for the sites."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.identity import PartyRole
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import count_of, date_in_words
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.identity.presenters.parts import held_in_words
from drive.web.identity.queries.notices import unread
from drive.web.identity.queries.queue import questions
from drive.web.people.models import KnownElsewhere
from drive.web.people.queries import groups_of

LATE_AFTER = 2
"""Working days after which a question that holds a draw is late."""


def review(actor: User, today: date) -> list[Panel]:
    """Return how many questions of identity wait, and how long they keep somebody from help."""
    rows = questions(actor, {}, today=today)
    entries = []
    if rows:
        entry: dict[str, Any] = {
            "text": count_of(len(rows), "question of identity waits", "questions of identity wait"),
            "href": reverse("identity:queue"),
        }
        since = [row.holds_since for row in rows if row.holds_since]
        if since:
            entry["hint"] = gettext("%(held)s, the longest for %(days)s") % {
                "held": count_of(len(since), "of them holds a draw", "of them hold a draw"),
                "days": held_in_words(min(since), today),
            }
            entry["tag"] = {"text": gettext("Holds a draw"), "classes": "govuk-tag--red"}
        entries.append(entry)
    return [
        Panel(
            heading=gettext("Who is who"),
            entries=entries,
            empty=gettext("No question of identity waits."),
        )
    ]


def notices_of_lists(actor: User, _today: date) -> list[Panel]:
    """Return the notices about people of the actor's own lists; the screen names nobody."""
    waiting = unread(actor)
    shown = list(waiting[:MOST])
    entries = [_notice(each, _who(each)) for each in shown]
    return _panel(entries, waiting.count(), shown)


def notices_of_cases(actor: User, _today: date) -> list[Panel]:
    """Return the notices about people of the Drive cases that the actor oversees."""
    found = [
        (notice, case) for notice in unread(actor) for case in [_case_of(actor, notice)] if case
    ]
    shown = found[:MOST]
    entries = [_notice(notice, f"{case.reference}: {_who(notice)}") for notice, case in shown]
    return _panel(entries, len(found), [notice for notice, _case in shown])


def _panel(entries: list[dict[str, Any]], count: int, shown: list[KnownElsewhere]) -> list[Panel]:
    more = gettext("These are the first %(shown)s of %(count)s.") % {
        "shown": len(shown),
        "count": f"{count:,}",
    }
    panel = Panel(
        heading=gettext("Known at another site"),
        entries=entries,
        more=more if count > len(shown) else "",
        seen=shown,
    )
    return [panel] if entries else []


def _who(notice: KnownElsewhere) -> str:
    if notice.role == PartyRole.PERPETRATOR and notice.other_site:
        return gettext("Perpetrator also known in %(site)s") % {"site": notice.other_site.name}
    return gettext("Victim-survivor known before at another site")


def _notice(notice: KnownElsewhere, text: str) -> dict[str, Any]:
    return {
        "text": text,
        "href": reverse("identity:notice", args=[notice.pk]),
        "hint": gettext("Noticed on %(day)s") % {"day": date_in_words(notice.recorded_at)},
    }


def _case_of(actor: User, notice: KnownElsewhere) -> DriveCase | None:
    """Return the Drive case in reach that a notice is about.

    A manager who oversees no case of somebody could not tell who is meant, and need not know.
    """
    group = groups_of([notice.person_id])[notice.person_id]
    side = (
        "perpetrator__person"
        if notice.role == PartyRole.PERPETRATOR
        else "perpetrator__dyads__victim_survivor__person"
    )
    cases = DriveCase.objects.visible_to(actor).filter(**{f"{side}__in": group}, site=notice.site)
    return cases.first()
