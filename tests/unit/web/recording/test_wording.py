"""A licensed wording: the same keys, other words, refused in words where it is neither."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from drive.vocabulary.abuse import AbuseType, Severity
from drive.web.recording.rules import (
    DEFINITIONS,
    FIRST,
    SECOND,
    definition,
    in_force,
    problems_of,
    reworded,
)


def wording(**more: Any) -> dict[str, Any]:
    return {
        "form": "assessment",
        "version": "2-licensed",
        "based_on": "2",
        "licence": "Used under licence 12345.",
        "in_force_from": date(2017, 7, 1),
        "labels": {"dash_01": "Has the current incident resulted in injury?"},
        "hints": {"dash_01": "The most recent one."},
        "severity": {"physical": {"high": "Licensed words for high."}},
    } | more


def test_words_change_and_keys_stay() -> None:
    assert problems_of(wording(), DEFINITIONS) == []
    base = definition("assessment", SECOND)
    made = reworded(base, wording())
    assert made.name == "assessment/2-licensed"
    assert [q.key for q in made.questions("intake")] == [q.key for q in base.questions("intake")]
    sign = next(q for q in made.questions("closure") if q.key == "dash_01")
    assert (sign.label, sign.hint) == (
        "Has the current incident resulted in injury?",
        "The most recent one.",
    )
    abuse = next(section for section in made.stages["month_3"] if section.has_ratings)
    assert abuse.scale.version == "2-licensed"
    assert abuse.scale.words[AbuseType.PHYSICAL][Severity.HIGH] == "Licensed words for high."
    assert "push" in abuse.scale.words[AbuseType.PHYSICAL][Severity.STANDARD]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"colour": "blue"}, "“colour” is not a part of a wording."),
        ({"licence": " "}, "“licence” is missing or is not a text."),
        ({"version": 3}, "“version” is missing or is not a text."),
        ({"in_force_from": "soon"}, "“in_force_from” is missing or is not a day"),
        ({"based_on": "legacy"}, "There is no assessment of version “legacy” to reword."),
        ({"form": "recipe"}, "There is no recipe of version “2” to reword."),
        ({"version": "Licensed One!"}, "at most 12 small letters"),
        ({"version": "1"}, "The version “1” is there already"),
        ({"labels": {"dash_99": "x"}}, "there is no “dash_99” in the form"),
        ({"labels": {"dash_01": ""}}, "“dash_01” has no words"),
        ({"labels": {"dash_01": "x" * 601}}, "longer than 600 characters"),
        ({"labels": ["x"]}, "“labels” must be a table"),
        ({"severity": {"emotional": {}}}, "“emotional” is not a type of abuse"),
        ({"severity": {"physical": {"none": "x"}}}, "there is no “none” in the form"),
        ({"severity": "high"}, "“severity” must be a table"),
    ],
)
def test_what_cannot_be_used_is_refused_in_words(more: dict[str, Any], words: str) -> None:
    assert any(words in problem for problem in problems_of(wording(**more), DEFINITIONS))


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2015, 1, 1), FIRST),
        (date(2017, 3, 31), FIRST),
        (date(2017, 4, 1), SECOND),
        (date(2017, 6, 30), SECOND),
        (date(2017, 7, 1), "2-licensed"),
    ],
)
def test_the_version_in_force_depends_on_the_day(day: date, version: str) -> None:
    licensed = reworded(definition("assessment", SECOND), wording())
    known = [each for (form, _), each in DEFINITIONS.items() if form == "assessment"]
    assert in_force([*known, licensed], day).version == version
