"""What crosses the wall, in words: what was released, and the joint chronology."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import ChronologyKind, FactTopic, Side
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    said_row,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.information.models import ChronologyEvent, EventRelease, Folder, ReleasedItem
from drive.web.information.queries.words import opened


def side_in_words(folder: Folder, names: Mapping[UUID, str]) -> str:
    """Return who stands at the other side; her name where somebody may know it."""
    if folder.side == Side.CASE_MANAGER:
        return gettext("The case manager")
    name = names.get(folder.pk)
    return gettext("The IDVA of %s") % name if name else gettext("The victim-survivor’s IDVA")


def receivers(folders: Sequence[Folder], names: Mapping[UUID, str]) -> list[tuple[str, str]]:
    """Return the folders to which something can be released, as the options of a form.

    Where names may not be known, the second of several is told from the first by its number.
    """
    words = [side_in_words(each, names) for each in folders]
    return [
        (
            str(folder.pk),
            text if words.count(text) == 1 else f"{text} ({number})",
        )
        for number, (folder, text) in enumerate(zip(folders, words, strict=True), start=1)
    ]


def item_cards(
    items: Iterable[ReleasedItem],
    names: Mapping[UUID, str],
    *,
    given: bool,
    withdrawn_on: UUID | None = None,
) -> list[dict[str, Any]]:
    """Return a card for each summary; one that was withdrawn shows its words to its giver alone.

    `withdrawn_on` is the case on whose pages it can be withdrawn, for those who may.
    """
    return [
        {
            "card": {"title": {"text": _title(item)}, **_actions(item, withdrawn_on)},
            "rows": _item_rows(item, names, given=given),
        }
        for item in items
    ]


def _title(item: ReleasedItem) -> str:
    return f"{label(FactTopic(item.topic))}, {date_in_words(item.recorded_at)}"


def _actions(item: ReleasedItem, case_id: UUID | None) -> dict[str, Any]:
    if case_id is None or item.withdrawn_at:
        return {}
    action = {
        "text": gettext("Withdraw"),
        "visuallyHiddenText": _title(item),
        "href": reverse("information:withdraw_release", args=[case_id, item.pk]),
    }
    return {"actions": {"items": [action]}}


def _item_rows(
    item: ReleasedItem, names: Mapping[UUID, str], *, given: bool
) -> list[dict[str, Any]]:
    who = summary_row(
        gettext("To") if given else gettext("From"),
        side_in_words(item.receiver if given else item.giver, names),
    )
    withdrawn = summary_row(gettext("Withdrawn"), time_in_words(item.withdrawn_at))
    if item.withdrawn_at and not given:
        return [who, withdrawn]
    rows = [
        who,
        said_row(gettext("Summary"), opened(item, "sealed_summary")),
        said_row(gettext("What for"), opened(item, "sealed_purpose")),
        summary_row(gettext("Handling"), HandlingCode(item.handling)),
        summary_row(
            gettext("Released by"), f"{item.recorded_by.name}, {time_in_words(item.recorded_at)}"
        ),
    ]
    return [*rows, withdrawn] if item.withdrawn_at else rows


def event_in_words(event: ChronologyEvent) -> str:
    """Return what happened, from codes alone."""
    kind = label(ChronologyKind(event.kind))
    return f"{kind}: {gettext(event.detail)}" if event.detail else kind


def event_choices(events: Iterable[ChronologyEvent]) -> list[tuple[str, str]]:
    """Return events as the options of a form."""
    return [
        (str(event.pk), f"{date_in_words(event.happened_on)}: {event_in_words(event)}")
        for event in events
    ]


def chronology_table(
    own: Iterable[ChronologyEvent],
    crossing: Sequence[EventRelease],
    folder: Folder,
    *,
    may_withdraw: bool,
) -> dict[str, Any]:
    """Return the events of one side and those that the other released to it, the latest first."""
    given = [each for each in crossing if each.event.folder_id == folder.pk]
    received = {each.event_id: each.event for each in crossing if each.event.folder_id != folder.pk}
    rows = [(event, _given_in_words(event, given, folder, may_withdraw)) for event in own]
    rows += [(event, gettext("Released to you")) for event in received.values()]
    rows.sort(key=lambda row: (row[0].happened_on, row[0].recorded_at), reverse=True)
    return {
        "caption": gettext("What happened, the latest first"),
        "hide_caption": True,
        "head": [gettext("On"), gettext("What"), gettext("Whose side"), gettext("Released")],
        "rows": table_rows(
            [
                event.happened_on,
                event_in_words(event),
                gettext("This side") if event.folder_id == folder.pk else gettext("The other side"),
                released,
            ]
            for event, released in rows
        ),
        "first_cell_is_header": True,
    }


def _given_in_words(
    event: ChronologyEvent, given: Iterable[EventRelease], folder: Folder, may_withdraw: bool
) -> Any:
    own = [each for each in given if each.event_id == event.pk]
    if not own:
        return gettext("No")
    if not may_withdraw:
        return gettext("Yes")
    links = [reverse("information:withdraw_event", args=[folder.about, each.pk]) for each in own]
    return format_html(
        '{} <a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden"> {}</span></a>',
        gettext("Yes"),
        links[0],
        gettext("Withdraw"),
        date_in_words(event.happened_on),
    )


def silence_rows(his: ChronologyEvent, hers: ChronologyEvent) -> list[dict[str, Any]]:
    """Return since when both are out of contact."""
    return [
        summary_row(gettext("The service user is out of contact since"), his.happened_on),
        summary_row(gettext("The victim-survivor is out of contact since"), hers.happened_on),
    ]
