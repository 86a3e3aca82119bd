"""What something rests on, in words: facts, what she wishes, and why the guard is overridden."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.facts import FactTopic, OverrideRole, WishAnswer
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    said_row,
    summary_row,
    time_in_words,
)
from drive.web.information.models import FactVersion, Override, ReleasedItem, Wish
from drive.web.information.presenters.guard import footing_tag, wish_in_words
from drive.web.information.presenters.known import source, statement
from drive.web.information.queries.resting import Resting
from drive.web.information.queries.words import opened
from drive.web.information.rules.guard import strictest


def cards(found: Resting) -> list[dict[str, Any]]:
    """Return a card for each fact that is shown, and one for the reasons of an override.

    Her wish stands on each. To one of the two who decide about what they may not see, it is all
    that is said of it.
    """
    made = [_fact_card(row, found) for row in sorted(found.facts, key=_weakest_first(found))]
    made += [_item_card(item, found) for item in found.items]
    if found.unseen:
        wish = strictest(each.wish for each in found.verdict.footings if each.fact in found.unseen)
        made.append(_card(gettext("What you may not see"), [_wish_row(wish, ())]))
    if found.overrides:
        made.append(_card(gettext("Decided so far"), override_rows(found.overrides)))
    return made


def _weakest_first(found: Resting) -> Callable[[FactVersion], int]:
    """Let what stands against a use come before what stands by itself."""
    return lambda row: len(_footing(row.fact_id, found).independent)


def _fact_card(row: FactVersion, found: Resting) -> dict[str, Any]:
    footing = _footing(row.fact_id, found)
    rows = [
        said_row(gettext("Fact"), statement(row)),
        summary_row(gettext("Who said so"), source(row)),
        summary_row(gettext("It rests"), footing_tag(footing)),
        _wish_row(footing.wish, found.wishes.get(row.fact_id, ())),
    ]
    if row.withdrawn:
        rows.append(said_row(gettext("Withdrawn because"), opened(row, "sealed_reason")))
    link = {
        "text": gettext("Open the fact"),
        "href": reverse("information:fact", args=[row.fact.folder.about, row.fact_id]),
    }
    made = _card(label(FactTopic(row.topic)), rows)
    made["card"]["actions"] = {"items": [link]}
    return made


def _item_card(item: ReleasedItem, found: Resting) -> dict[str, Any]:
    rows = [
        said_row(gettext("What you released"), opened(item, "sealed_summary")),
        _wish_row(_footing(item.fact_id, found).wish, found.wishes.get(item.fact_id, ())),
    ]
    return _card(label(FactTopic(item.topic)), rows)


def _card(title: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"card": {"title": {"text": title}}, "rows": rows}


def _footing(fact: UUID, found: Resting) -> Any:
    return next(each for each in found.verdict.footings if each.fact == fact)


def _wish_row(wish: WishAnswer | None, asked: Iterable[Wish]) -> dict[str, Any]:
    """Return what she wishes, and when and by whom she was asked, where that may be seen."""
    words = wish_in_words(wish)
    if row := next((each for each in asked if wish and each.answer == wish), None):
        words = gettext("%(wish)s. Asked on %(day)s (%(who)s).") % {
            "wish": words,
            "day": date_in_words(row.asked_on),
            "who": row.asked_by,
        }
    return summary_row(gettext("What she wishes"), words)


def override_rows(found: Iterable[Override]) -> list[dict[str, Any]]:
    """Return who overrode the guard, and why."""
    return [
        said_row(
            f"{label(OverrideRole(row.role))}, {row.recorded_by.name}, "
            f"{time_in_words(row.recorded_at)}",
            opened(row, "sealed_reason"),
        )
        for row in found
    ]
