"""How a case has gone, as drawings and as tables that say the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.assessments import RiskLevel
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.drive_dash import DASH_ITEMS
from drive.vocabulary.word import Word
from drive.web.assessments.queries import Moment, Story
from drive.web.design_system.charts import StepChart, step_chart
from drive.web.design_system.presenters import date_in_words, label

_SHORT = {
    AssessmentPoint.MONTH_3: "3 months",
    AssessmentPoint.STEP_DOWN_END: "Step-down",
}
_RISKS = {
    "risk_level_victim_survivor": "Risk to the victim-survivor",
    "risk_level_children": "Risk to children",
}
_Level = Callable[[Moment], Severity | RiskLevel | None]


def abuse_charts(story: Story, towards: str) -> list[StepChart]:
    """Return a drawing of the severity of each type of abuse towards one victim-survivor."""
    return [
        _chart(
            story.moments,
            title=gettext("%s abuse") % label(kind),
            words=Severity,
            level=lambda moment, kind=kind: moment.severities.get((towards, kind)),  # type: ignore[misc]
        )
        for kind in AbuseType
    ]


def risk_charts(story: Story) -> list[StepChart]:
    """Return drawings of the risk to the victim-survivor and to children, and of the Drive-DASH."""
    charts = [
        _chart(
            story.moments,
            title=gettext(title),
            words=RiskLevel,
            level=lambda moment, name=name: moment.risks.get(name),  # type: ignore[misc]
        )
        for name, title in _RISKS.items()
    ]
    dash = _chart(
        story.moments,
        title=gettext("Drive-DASH"),
        words=RiskLevel,
        level=lambda moment: moment.dash.level if moment.dash else None,
    )
    return [*charts, dash]


def _chart(moments: Sequence[Moment], *, title: str, words: type[Word], level: _Level) -> StepChart:
    found = [level(moment) for moment in moments]
    return step_chart(
        title=title,
        points=[_point(moment) for moment in moments],
        levels=[label(each) for each in words],
        values=[None if each is None else each.level for each in found],
        unknown=gettext("not known"),
    )


def _point(moment: Moment) -> str:
    return gettext(_SHORT.get(moment.point, moment.point.label))


def is_drawn(charts: Sequence[StepChart]) -> bool:
    """Return whether there is any level to draw."""
    return any(chart.marks for chart in charts)


def head(story: Story) -> list[str]:
    """Return the heading of the tables: what, and each point with its day."""
    points = [
        f"{label(moment.point)}, {date_in_words(moment.assessed_on)}" for moment in story.moments
    ]
    return [gettext("What"), *points]


def rows_of(charts: Sequence[StepChart]) -> list[list[dict[str, Any]]]:
    """Return the rows of the table that says the same as some drawings."""
    rows = []
    for chart in charts:
        said = {mark.x: mark.words for mark in chart.marks}
        cells = [said.get(point.at, gettext("Not known")) for point in chart.points]
        rows.append([{"text": chart.title}, *({"text": cell} for cell in cells)])
    return rows


def dash_row(story: Story) -> list[dict[str, Any]]:
    """Return how many signs of the Drive-DASH were present at each point."""
    words = gettext("%(score)s of %(known)s known signs (of %(all)s)")
    cells = [
        words % {"score": m.dash.score, "known": m.dash.known, "all": len(DASH_ITEMS)}
        if m.dash
        else gettext("Not known")
        for m in story.moments
    ]
    return [{"text": gettext("Signs of the Drive-DASH")}, *({"text": cell} for cell in cells)]


def pair_titles(story: Story, named: frozenset[str]) -> list[tuple[str, str]]:
    """Return each pair that is rated, with a heading: a name only where the reader may know it."""
    rated = dict.fromkeys(pair for moment in story.moments for pair, _ in moment.severities)
    return [
        (
            pair,
            gettext("Abuse of %s") % story.pairs[pair].victim_survivor
            if pair in named and pair in story.pairs
            else _numbered(number, len(rated)),
        )
        for number, pair in enumerate(rated, start=1)
    ]


def _numbered(number: int, of: int) -> str:
    return gettext("Abuse") if of == 1 else gettext("Abuse of victim-survivor %s") % number


def groups(story: Story, named: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Return the drawings under their headings, each with the rows that say the same."""
    found: list[dict[str, Any]] = [
        {"title": title, "charts": drawn, "rows": rows_of(drawn)}
        for pair, title in pair_titles(story, named)
        for drawn in [abuse_charts(story, pair)]
    ]
    risk = risk_charts(story)
    if is_drawn(risk):
        rows = [*rows_of(risk), dash_row(story)]
        found.append({"title": gettext("Risk"), "charts": risk, "rows": rows})
    return found
