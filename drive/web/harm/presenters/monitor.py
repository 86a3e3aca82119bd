"""The monitor's page: arms, kinds, months and numbers, and nothing that tells of one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.harm import Harmed, Relatedness, SeriousEventKind
from drive.web.design_system.presenters import count_of, label, summary_row, time_in_words
from drive.web.harm.presenters.notices import kind_in_words, standing, tag
from drive.web.harm.presenters.reports import day_in_words
from drive.web.harm.queries import Allocated, Noticed
from drive.web.harm.rules import Column, InColumn, Tally, months_between

ARMS = (Column.DRIVE, Column.CONTROL)
APART = (Column.BEFORE, Column.NEVER)

Cell = dict[str, Any]
Chooses = Callable[[InColumn], bool]


def kinds_table(events: Sequence[InColumn], allocated: Allocated) -> dict[str, Any]:
    """Return events by kind and arm, with how many that is of 100 people allocated."""
    rows = []
    for kind in SeriousEventKind:
        of_kind = [each for each in events if each.kind is kind]
        rows.append(_row(label(kind), of_kind, allocated))
        for harmed in Harmed:
            of_one = [each for each in of_kind if each.harmed is harmed]
            if of_one:
                words = _("of these, %(who)s") % {"who": label(harmed).lower()}
                rows.append(_row(words, of_one, allocated))
    rows.append(_row(_("All serious events"), events, allocated))
    return _table(_("Serious events by kind and arm"), _("Kind"), rows, columns_of(events))


def both_arms_table(events: Sequence[InColumn], allocated: Allocated) -> dict[str, Any]:
    """Return the events reported by somebody who works in both arms, the fairer comparison."""
    of_both = [each for each in events if each.by_both_arms]
    rows = [
        _row(label(kind), [each for each in of_both if each.kind is kind], allocated)
        for kind in SeriousEventKind
    ]
    rows.append(_row(_("All of these"), of_both, allocated))
    caption = _("Of these, reported by somebody who works in both arms")
    return _table(caption, _("Kind"), rows, columns_of(events))


def months_table(events: Sequence[InColumn], today: date) -> dict[str, Any]:
    """Return events by month and arm, from the first event on."""
    first = min((each.month for each in events), default=today)
    columns = columns_of(events)
    counted = Counter((each.month, each.column) for each in events)
    rows = [
        [{"text": date_format(month, "F Y")}, *(_number(counted[month, one]) for one in columns)]
        for month in reversed(months_between(first, today))
    ]
    return {
        "caption": _("Serious events by month"),
        "head": [_("Month"), *({"text": label(one), "numeric": True} for one in columns)],
        "rows": rows,
        "first_cell_is_header": True,
    }


def columns_of(events: Iterable[InColumn]) -> list[Column]:
    """Return both arms and what stands apart; what a panel selected only where there is any."""
    selected = any(each.column is Column.SELECTED for each in events)
    return [*ARMS, *APART, *([Column.SELECTED] if selected else [])]


def _row(words: str, events: Sequence[InColumn], allocated: Allocated) -> list[Cell]:
    counted = Counter(each.column for each in events)
    cells: list[Cell] = [{"text": words}]
    for arm in ARMS:
        cells += [_number(counted[arm]), _of_100(counted[arm], allocated.of(arm))]
    rest = [one for one in Column if one not in ARMS]
    return cells + [_number(counted[one]) | {"column": one} for one in rest]


def _table(
    caption: str, first: str, rows: Sequence[list[Cell]], columns: Sequence[Column]
) -> dict[str, Any]:
    head: list[Any] = [first]
    for arm in ARMS:
        head += [
            {"text": label(arm), "numeric": True},
            {"text": _("%(arm)s per 100") % {"arm": label(arm)}, "numeric": True},
        ]
    head += [{"text": label(one), "numeric": True} for one in columns if one not in ARMS]
    shown = [[cell for cell in row if cell.get("column", Column.DRIVE) in columns] for row in rows]
    return {"caption": caption, "head": head, "rows": shown, "first_cell_is_header": True}


def _number(number: int) -> Cell:
    return {"text": f"{number:,}", "numeric": True}


def _of_100(number: int, people: int) -> Cell:
    return {"text": f"{100 * number / people:.1f}" if people else "–", "numeric": True}


def allocated_in_words(allocated: Allocated) -> str:
    """Return how many people stand in each arm."""
    return _("%(drive)s allocated to the Drive arm, %(control)s to the control arm.") % {
        "drive": count_of(allocated.drive, "person", "people"),
        "control": count_of(allocated.control, "person", "people"),
    }


def tally_rows(counted: Tally, corrected: tuple[int, int]) -> list[dict[str, Any]]:
    """Return how the notices of the reports came."""
    changed, taken_back = corrected
    return [
        summary_row(_("Told within 24 hours"), counted.given_in_time),
        summary_row(_("Told late"), counted.given_late),
        summary_row(_("Recorded while there was no monitor, not told yet"), counted.not_given),
        summary_row(_("Acknowledged within 24 hours"), counted.acknowledged_in_time),
        summary_row(_("Acknowledged late"), counted.acknowledged_late),
        summary_row(_("Not acknowledged yet"), counted.not_acknowledged),
        summary_row(_("Reports corrected"), changed),
        summary_row(_("Reports taken back"), taken_back),
    ]


def judged_rows(judged: dict[Relatedness, int]) -> list[dict[str, Any]]:
    """Return how the reports of the Drive arm were judged."""
    return [summary_row(label(word), number) for word, number in judged.items()]


def waiting_table(waiting: Iterable[Noticed], now: datetime) -> dict[str, Any]:
    """Return the notices that nobody has acknowledged."""
    rows = [
        [
            {"html": _link(each)},
            {"text": label(each.column)},
            {"text": day_in_words(each.notice.event)},
            {"text": time_in_words(each.notice.event.known_at)},
            {"html": tag(*standing(each.delivery, now))},
        ]
        for each in waiting
    ]
    return {
        "caption": _("Notices to acknowledge"),
        "head": [_("Notice"), _("Arm"), _("Happened on"), _("First known"), _("Stands")],
        "rows": rows,
        "first_cell_is_header": True,
    }


def _link(each: Noticed) -> Any:
    address = reverse("harm:notice", args=[each.notice.pk])
    return format_html('<a class="govuk-link" href="{}">{}</a>', address, heading(each))


def heading(each: Noticed) -> str:
    """Return what a notice is about."""
    event = each.notice.event
    if event.taken_back:
        return _("Taken back: %(kind)s") % {"kind": kind_in_words(event)}
    if event.supersedes_id:
        return _("Corrected: %(kind)s") % {"kind": kind_in_words(event)}
    return kind_in_words(event)


def notice_rows(each: Noticed, now: datetime) -> list[dict[str, Any]]:
    """Return one notice: kind, arm and dates."""
    notice = each.notice
    said, colour = standing(each.delivery, now)
    rows = [
        summary_row(_("Notice"), heading(each)),
        summary_row(_("Arm"), label(each.column)),
        summary_row(_("Happened on"), day_in_words(notice.event)),
        summary_row(_("First known"), time_in_words(notice.event.known_at)),
        summary_row(_("Recorded"), time_in_words(notice.recorded_at)),
        summary_row(_("Due by"), time_in_words(notice.due_at)),
        summary_row(_("Stands"), tag(said, colour)),
    ]
    if notice.acknowledged_at:
        rows.append(summary_row(_("Acknowledged"), time_in_words(notice.acknowledged_at)))
    return rows
