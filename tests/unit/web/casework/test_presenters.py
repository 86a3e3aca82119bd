"""Words of a Drive case."""

from datetime import date

import pytest

from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    ContactType,
    NonContactCause,
    NonContactReason,
)
from drive.web.casework import presenters, rules
from drive.web.casework.queries.loads import HeldCase, HeldLoad
from drive.web.organisations.models import Site

ESSEX = Site(code="essex", name="Essex", caseload_target=20, caseload_limit=25)
NOT_SAFE = rules.NonContact(
    point=AssessmentPoint.MONTH_3,
    reason=NonContactReason.NOT_SAFE,
    cause=NonContactCause.SOLE_INFORMANT,
)


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        (1, "1 open case (target 20, limit 25)."),
        (20, "20 open cases (target 20, limit 25). Warning: at or above the target."),
        (
            25,
            "25 open cases (target 20, limit 25). Warning: at the limit. One more needs a reason.",
        ),
    ],
)
def test_a_load_stands_beside_target_and_limit(cases: int, words: str) -> None:
    assert presenters.load_in_words(holding(cases), ESSEX) == words


def holding(cases: int, weighed: rules.Weighed = rules.Weighed.CONTACTED) -> HeldLoad:
    """Return a load of so many cases that are alike."""
    one = HeldCase(state=CaseState.ACTIVE, weighed=weighed, ends_on=date(2017, 11, 16))
    return HeldLoad(held=(one,) * cases, on=date(2017, 6, 30))


def test_cases_on_hold_weigh_a_half() -> None:
    words = presenters.load_in_words(holding(21, rules.Weighed.ON_HOLD), ESSEX)
    assert words == "21 open cases, which weigh 10.5 (target 20, limit 25)."


@pytest.mark.parametrize(
    ("contacted", "standing", "words"),
    [
        (date(2017, 5, 3), None, "Contacted 3 May 2017"),
        (None, NOT_SAFE, "Not contacted: not safe to contact"),
        (None, None, "Not contacted: no reason recorded"),
    ],
)
def test_contact_in_a_few_words(
    contacted: date | None, standing: rules.NonContact | None, words: str
) -> None:
    state = rules.ContactState(
        last_contact_on=contacted, last_attempt_on=None, non_contact=standing
    )
    assert presenters.contact_in_words(state) == words


def test_a_reason_says_its_cause_and_its_point() -> None:
    assert presenters.reason_in_words(NOT_SAFE) == (
        "Not safe to contact (information comes from one person only), at 3 months"
    )
    assert presenters.reason_in_words(None) == "No reason recorded"


def test_every_state_has_a_tag_and_every_contact_a_channel() -> None:
    assert [presenters.state_tag(state)["text"] for state in CaseState] == [
        state.label for state in CaseState
    ]
    assert all(presenters.channel_of(kind).label for kind in ContactType)


def test_an_age_that_is_not_recorded_is_said_to_be_so() -> None:
    assert presenters.age_in_words(date(1980, 6, 30), date(2017, 6, 29)) == "36"
    assert presenters.age_in_words(None, date(2017, 6, 29)) == "not recorded"
