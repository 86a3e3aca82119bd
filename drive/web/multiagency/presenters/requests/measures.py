"""Time to answer in tables and one drawing, with words that say how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from drive.statistics.results import Estimate, Undefined
from drive.statistics.survival import KaplanMeier, Step
from drive.vocabulary.requests import RefusalReason
from drive.web.design_system.presenters import label, table_rows
from drive.web.multiagency.presenters.requests.words import numeric
from drive.web.multiagency.rules.measures import FEWEST, Measured

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 12, 40
_SHARES = (0, 25, 50, 75, 100)
_MOST_TICKS = 8


@dataclass(frozen=True)
class Curve:
    """The share that is still unanswered, drawn; `told` says the same in a sentence."""

    told: str
    path: str
    across: list[tuple[float, str]]
    up: list[tuple[float, str]]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = HEIGHT - BOTTOM
    right: int = WIDTH - RIGHT


def in_a_sentence(all_of_it: Measured) -> str:
    """Return what can be said of all requests together."""
    counted = _("%(n)d requests have left; %(answered)d have been answered.") % {
        "n": all_of_it.requests,
        "answered": all_of_it.answered,
    }
    if all_of_it.curve is None:
        few = _("With fewer than %(fewest)d of either, no median is given.") % {"fewest": FEWEST}
        return f"{counted} {few}"
    if isinstance(all_of_it.curve.median.value, Undefined):
        return f"{counted} {_('Fewer than half have been answered so far.')}"
    said = _("Half are answered within %(median)s working days.")
    return f"{counted} {said % {'median': _days(all_of_it.curve.median.value)}}"


def quantile(found: Estimate) -> str:
    """Return a quantile with its interval, in words where the curve does not come down to it."""
    value = _days(found.value)
    if isinstance(found.value, Undefined):
        return value
    return _("%(value)s (95%% interval %(low)s to %(high)s)") % {
        "value": value,
        "low": _days(found.low),
        "high": _days(found.high),
    }


def _days(value: float | Undefined) -> str:
    return _("not reached") if isinstance(value, Undefined) else f"{value:g}"


def agency_table(found: Sequence[Measured]) -> dict[str, Any]:
    """Return how each agency answers."""
    rows = []
    for each in found:
        per = each.chasers_per_answer
        rows.append(
            [
                {"text": each.name, "sort": each.name},
                {"text": each.site},
                numeric(each.requests),
                numeric(each.answered),
                {"text": _median(each)},
                {"text": _("no answer yet") if per is None else f"{per:.1f}"},
                numeric(each.refusals.total()),
            ]
        )
    heads = (
        {"text": _("Agency"), "sort": "ascending"},
        _("Site"),
        {"text": _("Requests"), "sort": "none", "numeric": True},
        {"text": _("Answered"), "sort": "none", "numeric": True},
        _("Half answered within, in working days"),
        _("Chasers for each answer"),
        {"text": _("Refusals"), "sort": "none", "numeric": True},
    )
    return {
        "caption": _("By agency and site"),
        "head": list(heads),
        "rows": rows,
        "sortable": True,
        "first_cell_is_header": True,
    }


def _median(each: Measured) -> str:
    return quantile(each.curve.median) if each.curve else _("too few to say")


def refusal_table(found: Measured) -> dict[str, Any]:
    """Return why agencies refuse, the most frequent first."""
    rows = [[label(reason), count] for reason, count in found.refusals.most_common()]
    return {
        "caption": _("Refusals by reason"),
        "head": [_("Reason"), _("How often")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def reasons_by_agency(found: Sequence[Measured]) -> dict[str, Any]:
    """Return the same by agency."""
    rows = [
        [each.name, each.site, label(RefusalReason(reason)), count]
        for each in found
        for reason, count in each.refusals.most_common()
    ]
    return {
        "caption": _("Refusals by agency"),
        "head": [_("Agency"), _("Site"), _("Reason"), _("How often")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def step_table(curve: KaplanMeier) -> dict[str, Any]:
    """Return the curve as a table: what the drawing shows, and how sure it is."""
    rows = [
        [f"{step.time:g}", step.at_risk, step.events, _share(step.survival), _interval(step)]
        for step in curve.curve
    ]
    heads = (
        _("Working days"),
        _("Still waited for"),
        _("Answered that day"),
        _("Unanswered after it"),
        _("95% interval"),
    )
    return {"caption": _("Day by day"), "head": list(heads), "rows": table_rows(rows)}


def _share(share: float) -> str:
    return f"{100 * share:.0f}%"


def _interval(step: Step) -> str:
    if isinstance(step.low, Undefined) or isinstance(step.high, Undefined):
        return _("not known")
    return _("%(low)s to %(high)s") % {"low": _share(step.low), "high": _share(step.high)}


def drawn(curve: KaplanMeier) -> Curve:
    """Return the curve as a drawing."""
    last = max(curve.longest, 1.0)

    def x(day: float) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * day / last, 1)

    def y(share: float) -> float:
        return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - share), 1)

    path = f"M{x(0):g} {y(1):g}"
    for step in curve.curve:
        path += f" H{x(step.time):g} V{y(step.survival):g}"
    every = max(1, round(last / _MOST_TICKS))
    return Curve(
        told=_told(curve),
        path=f"{path} H{x(last):g}",
        across=[(x(day), str(day)) for day in range(0, int(last) + 1, every)],
        up=[(y(share / 100), f"{share}%") for share in _SHARES],
    )


def _told(curve: KaplanMeier) -> str:
    return _(
        "Share of requests still unanswered by working days since they left. Days until a quarter "
        "is answered: %(quarter)s; until half: %(median)s; until three quarters: %(three)s. "
        "%(censored)d of %(n)d have no answer and count as long as they were waited for."
    ) % {
        "quarter": quantile(curve.quarter),
        "median": quantile(curve.median),
        "three": quantile(curve.three_quarters),
        "censored": curve.censored,
        "n": curve.n,
    }
