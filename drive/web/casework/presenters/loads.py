"""How many cases people hold and what these weigh, in words and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.vocabulary.casework import CaseState
from drive.vocabulary.clock import ClockStart
from drive.web.accounts.models import User
from drive.web.casework import rules
from drive.web.casework.models import SiteClock
from drive.web.casework.queries.loads import HeldLoad, loads_by_weight
from drive.web.core.dates import add_months
from drive.web.design_system.presenters import date_in_words, label, said_row, summary_row
from drive.web.organisations.models import Site

MONTHS_AHEAD = 3

_STATES = tuple(state for state in CaseState if state is not CaseState.CLOSED)


def load_in_words(held: HeldLoad, site: Site) -> str:
    """Return a case manager's load beside the site's target and limit, with a warning in words."""
    counted = ngettext("%(cases)s open case", "%(cases)s open cases", held.cases) % {
        "cases": held.cases
    }
    weighs = "" if held.weight == held.cases else weight_in_words(held.weight)
    measured = gettext("target %(target)s, limit %(limit)s") % {
        "target": site.caseload_target,
        "limit": site.caseload_limit,
    }
    return f"{counted}{weighs} ({measured}).{_warning(held, site)}"


def weight_in_words(weight: float) -> str:
    """Return what some cases weigh, as the end of a sentence about their number."""
    return gettext(", which weigh %(weight)s") % {"weight": f"{weight:g}"}


def _warning(held: HeldLoad, site: Site) -> str:
    level = rules.load(held.weight, target=site.caseload_target, limit=site.caseload_limit)
    return {
        rules.Load.WITHIN: "",
        rules.Load.ABOVE_TARGET: gettext(" Warning: at or above the target."),
        rules.Load.AT_LIMIT: gettext(" Warning: at the limit. One more needs a reason."),
    }[level]


def loads_in_words(people: Iterable[User], site: Site, day: date) -> dict[UUID, str]:
    """Return each person's load in words."""
    loads = loads_by_weight([person.pk for person in people], day)
    return {key: load_in_words(held, site) for key, held in loads.items()}


def clock_rows(site: Site, latest: SiteClock | None, *, may_set: bool) -> list[dict[str, Any]]:
    """Return from which day a site counts the months of its cases, who said so and why."""
    key = gettext("%(site)s counts the months from") % {"site": site.name}
    start = label(ClockStart(site.clock_start))
    change = reverse("casework:set_site_clock", args=[site.pk]) if may_set else None
    of = gettext("from when %(site)s counts the months") % {"site": site.name}
    rows = [summary_row(key, start, change=change, of=of)]
    if latest is not None:
        who = f"{latest.recorded_by.name}, {date_in_words(latest.recorded_at)}"
        rows += [said_row(gettext("Why"), latest.reason), summary_row(gettext("Said by"), who)]
    return rows


def loads_table(
    people: Sequence[User], loads: Mapping[UUID, HeldLoad], site: Site, day: date
) -> dict[str, Any]:
    """Return a row for each case manager: cases, weight, states, and places coming free."""
    ahead = [add_months(day, months) for months in range(1, MONTHS_AHEAD + 1)]
    return {
        "caption": gettext("%(site)s: target %(target)s, limit %(limit)s")
        % {"site": site.name, "target": site.caseload_target, "limit": site.caseload_limit},
        "head": [
            {"text": gettext("Case manager")},
            _numeric(gettext("Open cases")),
            _numeric(gettext("Weight")),
            {"text": gettext("Against the target")},
            *(_numeric(label(state)) for state in _STATES),
            *(
                _numeric(ngettext("Free within %s month", "Free within %s months", months) % months)
                for months in range(1, MONTHS_AHEAD + 1)
            ),
        ],
        "first_cell_is_header": True,
        "rows": [_row(person, loads[person.pk], site, ahead) for person in people],
    }


def _numeric(text: str) -> dict[str, Any]:
    return {"text": text, "format": "numeric"}


def _row(person: User, held: HeldLoad, site: Site, ahead: Sequence[date]) -> list[dict[str, Any]]:
    level = rules.load(held.weight, target=site.caseload_target, limit=site.caseload_limit)
    by_state = (str(held.of(state)) for state in _STATES)
    free = (_free(held, site, day) for day in ahead)
    return [
        {"text": person.name},
        *_numbers((str(held.cases), f"{held.weight:g}")),
        {"text": label(level)},
        *_numbers((*by_state, *free)),
    ]


def _numbers(numbers: Iterable[str]) -> list[dict[str, Any]]:
    return [{"text": number, "numeric": True} for number in numbers]


def _free(held: HeldLoad, site: Site, day: date) -> str:
    still = [each.weighed for each in held.held if each.ends_on > day]
    return f"{max(0.0, site.caseload_target - rules.weight(still, held.on)):g}"
