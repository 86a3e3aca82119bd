"""Putting the report together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from drive.evaluation import disclosure, printed
from drive.evaluation.blocks import Block, Figure, Remark, Section, Table
from drive.evaluation.header import Header
from drive.evaluation.report.cells import shown
from drive.evaluation.report.methods import METHODS
from drive.evaluation.report.rows import differences, pairs, standings
from drive.evaluation.results import Kind, Suppressed
from drive.evaluation.wording import pretty

QUESTIONS: Mapping[int, str] = {
    1: "How have perpetrators changed their behaviour, and does it last?",
    2: "Are adult and child victim-survivors safer?",
    3: "Who are the perpetrators worked with?",
    4: "What was delivered, and how did it differ between cases?",
}
"""The research questions that this part serves, in our words (Year-1 report, lines 96-108)."""


def render(header: Header, sections: Sequence[Section]) -> str:
    """Return the report as one page of HTML that needs no other file."""
    return (
        _environment()
        .get_template("report.html")
        .render(
            header=header,
            sections=sections,
            standings=standings(sections),
            differences=differences(sections),
            questions=QUESTIONS,
            methods=METHODS,
            agreement_rule=printed.RULE,
            suppression_rule=disclosure.RULE,
            kinds=Kind,
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("drive.evaluation", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({"pretty": _pretty, "shown": shown, "pairs": pairs, "day": _day})
    environment.globals["drawing"] = _drawing
    environment.tests.update({"table": _is_table, "drawing": _is_figure, "remark": _is_remark})
    return environment


def _pretty(value: int | Suppressed) -> str:
    return "suppressed" if isinstance(value, Suppressed) else pretty(value)


def _day(value: Any) -> str:
    return f"{value.day} {value:%B %Y}"


def _drawing(figure: Figure) -> Markup:
    return Markup(figure.svg)  # noqa: S704 - drawn here, with its words escaped


def _is_table(block: Block) -> bool:
    return isinstance(block, Table)


def _is_figure(block: Block) -> bool:
    return isinstance(block, Figure)


def _is_remark(block: Block) -> bool:
    return isinstance(block, Remark)
