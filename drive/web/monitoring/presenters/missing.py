"""Missing answers as tables, and completeness by month as a drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.questions import ALL_QUESTIONS
from drive.web.design_system.charts import step_chart
from drive.web.design_system.presenters import label
from drive.web.monitoring.presenters import Cell, heading, number, text
from drive.web.monitoring.rules.missing import Counted, Share, most_missing, share_of, shares_by

MOST = 40
_QUARTERS = ("0%", "25%", "50%", "75%", "100%")
_A_QUARTER = 25
_MONTHS_DRAWN = 12
_PARTS = {
    "used": "%(kind)s abuse: used",
    "severity": "%(kind)s abuse: severity",
    "frequency": "%(kind)s abuse: how often",
    "last_on": "%(kind)s abuse: when last",
    "trend": "%(kind)s abuse: trend",
}
_LABELS = {question.key: question.label for question in ALL_QUESTIONS}


def field_in_words(question: str) -> str:
    """Return the label of a question, or of a part of a rating of abuse."""
    if question in _LABELS:
        return gettext(_LABELS[question])
    for part, words in _PARTS.items():
        kind = question.removeprefix(f"{part}_")
        if kind != question and kind in list(AbuseType):
            return words % {"kind": label(AbuseType(kind))}
    return question.replace("_", " ")


def in_a_sentence(cells: Sequence[Counted]) -> str:
    """Return how much is known of all that was asked."""
    whole = share_of(cells)
    return gettext("%(known)s of %(asked)s answers are known: %(percent)d%%.") % {
        "known": f"{whole.known:,}",
        "asked": f"{whole.asked:,}",
        "percent": whole.percent_known,
    }


def by_field(cells: Sequence[Counted]) -> dict[str, Any]:
    """Return the questions with most missing answers, and why they are missing."""
    return {
        "caption": gettext("By question, most missing first"),
        "head": [gettext("Question"), *_numbers(), gettext("Reasons")],
        "first_cell_is_header": True,
        "rows": [
            [text(field_in_words(name)), *_share(share), text(_reasons(share))]
            for name, share in most_missing(cells)[:MOST]
            if share.missing
        ],
    }


def by_reason(cells: Sequence[Counted]) -> dict[str, Any]:
    """Return how often each reason was given."""
    reasons = share_of(cells).reasons
    return {
        "caption": gettext("By reason"),
        "head": [gettext("Reason"), heading(gettext("Answers"))],
        "first_cell_is_header": True,
        "rows": [[text(label(status)), number(count)] for status, count in reasons.most_common()],
    }


def by_site(cells: Sequence[Counted], names: Mapping[UUID, str]) -> dict[str, Any]:
    """Return each site's share."""
    shares = shares_by(cells, lambda cell: cell.site)
    return {
        "caption": gettext("By site"),
        "head": [gettext("Site"), *_numbers()],
        "first_cell_is_header": True,
        "rows": [[text(names.get(site, "")), *_share(share)] for site, share in shares.items()],
    }


def by_month(cells: Sequence[Counted]) -> dict[str, Any]:
    """Return each month's share, by the month that the assessments speak of."""
    return {
        "caption": gettext("By month"),
        "head": [gettext("Month"), *_numbers()],
        "first_cell_is_header": True,
        "rows": [[text(_month(month)), *_share(share)] for month, share in _months(cells)],
    }


def months_drawn(cells: Sequence[Counted]) -> Any:
    """Return completeness over the last twelve months as a drawing; None without a month."""
    months = _months(cells)[-_MONTHS_DRAWN:]
    if not months:
        return None
    return step_chart(
        title=gettext("Known answers, of those asked, by month"),
        points=[f"{month.month}/{month.year % 100:02}" for month, _ in months],
        levels=list(_QUARTERS),
        values=[share.percent_known / _A_QUARTER for _, share in months],
        words=[f"{share.percent_known}%" for _, share in months],
    )


def fastest(gained: Mapping[str, int]) -> list[str]:
    """Return whom to turn to first, and how many answers that could bring."""
    in_order = sorted(gained.items(), key=lambda each: -each[1])
    return [
        gettext("%(who)s: up to %(count)d answers")
        % {"who": label(InformationSource(who)), "count": count}
        for who, count in in_order
    ]


def _months(cells: Sequence[Counted]) -> list[tuple[date, Share]]:
    return sorted(shares_by(cells, lambda cell: cell.month).items())


def _month(month: date) -> str:
    return f"{month:%B} {month.year}"


def _numbers() -> list[Cell]:
    return [
        heading(gettext("Asked")),
        heading(gettext("Known")),
        heading(gettext("Missing")),
        heading(gettext("Known, %")),
    ]


def _share(share: Share) -> list[Cell]:
    return [
        number(share.asked),
        number(share.known),
        number(share.missing),
        number(share.percent_known),
    ]


def _reasons(share: Share) -> str:
    return "; ".join(f"{label(status)} {count}" for status, count in share.reasons.most_common(3))
