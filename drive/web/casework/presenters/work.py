"""The work on a case, or of a site, as tables and as drawings with the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.casework import Intent, WorkMode
from drive.vocabulary.work import AgencyGroup
from drive.web.casework.rules.clock import MONTHS_OF_WORK
from drive.web.casework.rules.work import Line, Period, Tally, WorkCounts
from drive.web.design_system.presenters import date_in_words, label

Cells = list[dict[str, Any]]

_HEIGHT = 120
_BAR, _GAP, _LEFT = 16, 6, 36
_MOST_LABELS = 12


def work_tables(counted: WorkCounts, *, of_many: bool = False) -> list[dict[str, Any]]:
    """Return the tables of work that hold something, each with what its shares are of.

    `of_many` adds in how many cases each was recorded.
    """
    tables = (
        (gettext("Direct and indirect work"), gettext("Work"), counted.modes),
        (gettext("What direct work was for"), gettext("Direct work"), counted.direct),
        (gettext("What was done"), gettext("Activity"), counted.activities),
        (gettext("Indirect work by agency"), gettext("Agency"), counted.agencies),
        (gettext("Information shared, by agency"), gettext("Agency"), counted.information),
        (gettext("Indirect work by aim"), gettext("Aim"), counted.intents),
        (gettext("Work that disrupts, by agency"), gettext("Agency"), counted.disruption),
        (gettext("Would it have happened without Drive?"), gettext("Answer"), counted.doing),
    )
    return [
        {
            "caption": caption,
            "head": _head(heading, of_many=of_many),
            "rows": [_row(tally, line, of_many=of_many) for line in tally.lines],
            "first_cell_is_header": True,
        }
        for caption, heading, tally in tables
        if tally.lines
    ]


def agencies_by_aim(counted: WorkCounts) -> dict[str, Any] | None:
    """Return indirect work with each agency by its aim; nothing where no work has both."""
    aims = [aim for aim in Intent if counted.by_aim[aim].lines]
    groups = [line.word for line in counted.agencies.lines]
    if not aims:
        return None
    return {
        "caption": gettext("Indirect work by agency and aim"),
        "head": [gettext("Agency"), *({"text": label(aim), "numeric": True} for aim in aims)],
        "rows": [_by_aim(counted, AgencyGroup(group), aims) for group in groups],
        "first_cell_is_header": True,
    }


def _by_aim(counted: WorkCounts, group: AgencyGroup, aims: Iterable[Intent]) -> Cells:
    tallies = [counted.by_aim[aim] for aim in aims]
    numbers = [
        f"{tally.of(group).references} ({percent(tally.share(tally.of(group)))})"
        for tally in tallies
    ]
    return [{"text": label(group)}, *({"text": number, "numeric": True} for number in numbers)]


def actions_table(actions: Tally) -> dict[str, Any] | None:
    """Return what was done in actions with agencies; an action can stand in several lines."""
    if not actions.lines:
        return None
    numbers = (gettext("Actions"), gettext("Share of all actions"))
    return {
        "caption": gettext("Actions with agencies, by what was done in them"),
        "head": [gettext("Activity"), *({"text": text, "numeric": True} for text in numbers)],
        "rows": [_row(actions, line, of_many=False) for line in actions.lines],
        "first_cell_is_header": True,
    }


def _head(heading: str, *, of_many: bool) -> list[Any]:
    numbers = [gettext("References"), gettext("Share"), *([gettext("Cases")] if of_many else [])]
    return [heading, *({"text": text, "numeric": True} for text in numbers)]


def _row(tally: Tally, line: Line, *, of_many: bool) -> Cells:
    numbers = [str(line.references), percent(tally.share(line))]
    if of_many:
        numbers.append(str(line.cases))
    return [
        {"text": gettext(line.word.label)},
        *({"text": number, "numeric": True} for number in numbers),
    ]


def percent(share: float) -> str:
    """Return a share as a whole number of per cent."""
    return f"{share * 100:.0f}%"


def work_in_a_sentence(counted: WorkCounts) -> str:
    """Return how much work there was and how much of it with the service user."""
    modes = counted.modes
    if not modes.references:
        return gettext("No work has been coded yet.")
    return gettext(
        "%(references)d pieces of work: %(indirect)s indirect, %(direct)s direct. %(asked)d of "
        "them were disruption, institutional advocacy or safety planning; %(due)d of these are "
        "recorded as due to Drive."
    ) % {
        "references": modes.references,
        "indirect": percent(modes.share(modes.of(WorkMode.INDIRECT))),
        "direct": percent(modes.share(modes.of(WorkMode.DIRECT))),
        "asked": counted.asked,
        "due": counted.due_to_drive,
    }


def months_drawn(months: Mapping[int, Period]) -> dict[str, Any] | None:
    """Return the work of each month of the intervention as bars, those to come included."""
    if not months:
        return None
    numbers = range(min(1, *months), max(MONTHS_OF_WORK, *months) + 1)
    named = [
        (
            str(month),
            gettext("Month %d") % month if month else gettext("Before it began"),
            months.get(month, Period(0, 0)),
        )
        for month in numbers
    ]
    return _drawn(gettext("Work by month of the intervention"), gettext("Month"), named)


def weeks_drawn(weeks: Mapping[date, Period]) -> dict[str, Any] | None:
    """Return the work of each week as bars."""
    named = [
        (f"{monday.day}.{monday.month}.", _week(monday), period) for monday, period in weeks.items()
    ]
    return _drawn(gettext("Work by week"), gettext("Week"), named)


def _week(monday: date) -> str:
    return gettext("%(first)s to %(last)s") % {
        "first": date_in_words(monday),
        "last": date_in_words(monday + timedelta(days=6)),
    }


def _drawn(
    caption: str, heading: str, named: list[tuple[str, str, Period]]
) -> dict[str, Any] | None:
    """Return bars, and the same as a table; nothing where there is no work."""
    if not named:
        return None
    most = max(period.references for _, _, period in named)
    every = -(-len(named) // _MOST_LABELS)
    return {
        "caption": caption,
        "about": _about(caption, named),
        "most": most,
        "width": _LEFT + len(named) * (_BAR + _GAP),
        "height": _HEIGHT,
        "bars": [
            _bar(number, short if number % every == 0 else "", period, most)
            for number, (short, _, period) in enumerate(named)
        ],
        "table": {
            "caption": gettext("%s, as a table") % caption,
            "hide_caption": True,
            "head": [heading, *_columns(), {"text": gettext("Together"), "numeric": True}],
            "rows": [_numbers(whole, period) for _, whole, period in named],
            "first_cell_is_header": True,
        },
    }


def _columns() -> Iterable[dict[str, Any]]:
    return ({"text": label(mode), "numeric": True} for mode in WorkMode)


def _numbers(whole: str, period: Period) -> Cells:
    numbers = (period.direct, period.indirect, period.references)
    return [{"text": whole}, *({"text": str(number), "numeric": True} for number in numbers)]


def _bar(number: int, short: str, period: Period, most: int) -> dict[str, Any]:
    direct, indirect = (
        round(n / most * _HEIGHT, 1) if most else 0.0 for n in (period.direct, period.indirect)
    )
    return {
        "x": _LEFT + number * (_BAR + _GAP),
        "width": _BAR,
        "direct": direct,
        "direct_from": round(_HEIGHT - direct, 1),
        "indirect": indirect,
        "indirect_from": round(_HEIGHT - direct - indirect, 1),
        "short": short,
    }


def _about(caption: str, named: list[tuple[str, str, Period]]) -> str:
    _, busiest, period = max(named, key=lambda each: each[2].references)
    return gettext("%(caption)s: from %(first)s to %(last)s; most in %(busiest)s, with %(n)d.") % {
        "caption": caption,
        "first": named[0][1].lower(),
        "last": named[-1][1].lower(),
        "busiest": busiest.lower(),
        "n": period.references,
    }
