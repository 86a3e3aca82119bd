"""A rise: any level higher than the last one known, of the same pair and type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.abuse import AbuseType, RiseBasis, Severity
from drive.vocabulary.answers import Answer, ValueStatus, known, unknown
from drive.vocabulary.assessments import RiseOf, RiskLevel
from drive.vocabulary.drive_dash import DASH_ITEMS
from drive.vocabulary.ratings import Rating
from drive.web.assessments.rules import Said, dash_of, rises

NOT_KNOWN = unknown(ValueStatus.ASKED_NOT_KNOWN)


def rated(
    severity: str | None,
    *,
    used: str | None = "yes",
    towards: str = "her",
    kind: AbuseType = AbuseType.PHYSICAL,
    basis: str | None = None,
) -> Rating:
    return Rating(
        abuse_type=kind,
        used=known(used) if used else NOT_KNOWN,
        severity=known(severity) if severity else NOT_KNOWN,
        rise_basis=known(basis) if basis else None,
        towards=towards,
    )


def said(*ratings: Rating, **answers: str) -> Said:
    return Said(answers={key: known(value) for key, value in answers.items()}, ratings=ratings)


def test_a_higher_level_is_a_rise_and_says_what_is_new() -> None:
    now = said(rated("high", basis="newly_known"))
    (risen,) = rises([said(rated("moderate"))], now)
    assert (risen.of, risen.before, risen.after) == (RiseOf.ABUSE, "moderate", "high")
    assert (risen.abuse_type, risen.towards, risen.basis) == (
        AbuseType.PHYSICAL,
        "her",
        RiseBasis.NEWLY_KNOWN,
    )


@pytest.mark.parametrize("level", ["none", "standard", "moderate"])
def test_the_same_or_a_lower_level_is_none(level: str) -> None:
    assert rises([said(rated("moderate"))], said(rated(level))) == []


def test_another_pair_and_another_type_are_not_compared() -> None:
    earlier = [said(rated("standard"))]
    assert rises(earlier, said(rated("high", towards="another"))) == []
    assert rises(earlier, said(rated("high", kind=AbuseType.SEXUAL))) == []


def test_the_last_known_level_counts_where_the_last_assessment_knew_none() -> None:
    earlier = [said(rated("standard")), said(rated(None, used=None))]
    (risen,) = rises(earlier, said(rated("moderate")))
    assert risen.before == "standard"


def test_abuse_that_begins_is_a_rise_even_if_nobody_knows_how_severe() -> None:
    (risen,) = rises([said(rated("none", used="no"))], said(rated(None)))
    assert (risen.before, risen.after) == ("none", "")


def test_a_first_assessment_has_nothing_to_rise_from() -> None:
    assert rises([], said(rated("high"), risk_victim_survivor="increased")) == []


def test_a_risk_that_is_said_to_have_increased_counts_where_no_level_is_known() -> None:
    now = said(risk_victim_survivor="increased")
    (risen,) = rises([said()], now)
    assert (risen.of, risen.before, risen.after) == (RiseOf.RISK_VICTIM_SURVIVOR, "", "increased")
    level = said(risk_victim_survivor="increased", risk_level_victim_survivor="medium")
    assert rises([said(risk_level_victim_survivor="medium")], level) == []


def test_risk_to_children_rises_by_level() -> None:
    (risen,) = rises([said(risk_level_children="standard")], said(risk_level_children="medium"))
    assert (risen.of, risen.after) == (RiseOf.RISK_CHILDREN, "medium")


def signs(present: int, **more: str) -> dict[str, Answer]:
    answers = {
        each.key: known("yes" if number < present else "no")
        for number, each in enumerate(DASH_ITEMS)
    }
    return answers | {key: known(value) for key, value in more.items()}


@pytest.mark.parametrize(
    ("present", "level"),
    [(0, "standard"), (6, "standard"), (7, "medium"), (13, "medium"), (14, "high"), (24, "high")],
)
def test_the_level_of_the_drive_dash_follows_the_signs(present: int, level: str) -> None:
    dash = dash_of(signs(present))
    assert dash is not None
    assert (dash.score, dash.known, dash.level) == (present, 24, level)


def test_nothing_known_is_no_score() -> None:
    assert dash_of({}) is None
    assert dash_of({"dash_01": NOT_KNOWN}) is None


@given(st.integers(0, 24), st.sampled_from([None, *RiskLevel]))
def test_judgement_never_lowers_the_level(present: int, judged: RiskLevel | None) -> None:
    more = {"dash_judgement": judged.value} if judged else {}
    dash = dash_of(signs(present, **more))
    assert dash is not None
    assert dash.level.level >= dash.scored.level
    assert dash.judged_lower is (judged is not None and judged.level < dash.scored.level)


levels = st.sampled_from([None, *Severity])


@given(st.lists(levels, max_size=4), levels)
def test_there_is_a_rise_exactly_where_the_last_known_level_lies_below(
    before: list[Severity | None], after: Severity | None
) -> None:
    used = None if after is None else ("no" if after is Severity.NONE else "yes")
    found = rises(
        [said(rated(level, used=None if level is None else "yes")) for level in before],
        said(rated(after, used=used)),
    )
    known_before = [level for level in before if level is not None]
    expected = bool(known_before) and after is not None and after.level > known_before[-1].level
    assert bool(found) is expected
