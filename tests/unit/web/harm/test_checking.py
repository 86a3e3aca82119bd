"""What cannot be so, and beside which field it is said."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.web.harm.rules import LONGEST_ACCOUNT, Said, problem_in

NOW = datetime(2017, 6, 30, 9, 0, tzinfo=UTC)
USUAL = Said(
    kind=SeriousEventKind.NEAR_FATAL,
    harmed=Harmed.VICTIM_SURVIVOR,
    happened_on=date(2017, 6, 29),
    known_at=NOW - timedelta(hours=1),
    account="Strangled; in hospital.",
)


def field_of(said: Said) -> str | None:
    found = problem_in(said, now=NOW)
    return found.field if found else None


def test_what_is_usual_is_taken() -> None:
    assert problem_in(USUAL, now=NOW) is None
    assert problem_in(replace(USUAL, happened_on=None), now=NOW) is None
    assert problem_in(replace(USUAL, known_at=NOW), now=NOW) is None


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"happened_on": date(2017, 7, 1)}, "happened"),
        ({"known_at": NOW + timedelta(minutes=1)}, "known_time"),
        ({"known_at": NOW + timedelta(days=1)}, "known_on"),
        ({"known_at": NOW - timedelta(days=2)}, "happened"),
        ({"account": "  \n "}, "account"),
        ({"account": "x" * (LONGEST_ACCOUNT + 1)}, "account"),
        ({"kind": SeriousEventKind.CHILD_REMOVAL}, "harmed"),
        ({"kind": SeriousEventKind.LEAK, "harmed": Harmed.PERPETRATOR}, "harmed"),
    ],
)
def test_what_cannot_be_so_is_said_beside_its_field(changed: dict, field: str) -> None:
    assert field_of(replace(USUAL, **changed)) == field


def test_known_before_it_happened_names_both_days() -> None:
    found = problem_in(replace(USUAL, known_at=NOW - timedelta(days=2)), now=NOW)
    assert found is not None
    assert "28 June 2017, before it happened on 29 June 2017" in found.words


def test_the_day_of_london_counts() -> None:
    """Half past eleven in the evening of 28 June by UTC is half past midnight in London."""
    late = datetime(2017, 6, 28, 23, 30, tzinfo=UTC)
    assert field_of(replace(USUAL, known_at=late)) is None


@pytest.mark.parametrize("kind", list(SeriousEventKind))
@pytest.mark.parametrize("harmed", list(Harmed))
def test_nothing_else_depends_on_who_was_harmed(kind: SeriousEventKind, harmed: Harmed) -> None:
    impossible = {
        *((SeriousEventKind.CHILD_REMOVAL, one) for one in Harmed if one is not Harmed.CHILD),
        (SeriousEventKind.LEAK, Harmed.PERPETRATOR),
    }
    said = replace(USUAL, kind=kind, harmed=harmed)
    assert (problem_in(said, now=NOW) is not None) == ((kind, harmed) in impossible)
