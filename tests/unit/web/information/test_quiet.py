"""Both out of contact: since when, and within how many days of each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from drive.vocabulary.facts import ChronologyKind
from drive.web.information.rules.quiet import Happened, standing_silence, went_quiet

CONTACT, QUIET, ORDER = (
    ChronologyKind.CONTACT,
    ChronologyKind.DISENGAGED,
    ChronologyKind.ORDER,
)
DAY = date(2017, 6, 1)


def on(kind: ChronologyKind, day: int, key: str = "") -> Happened:
    return Happened(key=key or f"{kind}{day}", kind=kind, day=DAY + timedelta(days=day))


def test_whoever_was_never_silent_is_not_silent() -> None:
    assert standing_silence([]) is None
    assert standing_silence([on(CONTACT, 3), on(ORDER, 9)]) is None


def test_a_later_contact_ends_a_silence_and_an_order_does_not() -> None:
    assert standing_silence([on(QUIET, 1), on(CONTACT, 2)]) is None
    stands = standing_silence([on(QUIET, 1), on(ORDER, 2)])
    assert stands is not None
    assert stands.day == DAY + timedelta(days=1)


def test_a_silence_is_counted_from_its_first_day_since_the_last_contact() -> None:
    events = [on(QUIET, 1), on(CONTACT, 2), on(QUIET, 5), on(QUIET, 9)]
    found = standing_silence(events)
    assert found is not None
    assert found.key == "disengaged5"


def test_of_one_day_the_silence_counts() -> None:
    assert standing_silence([on(CONTACT, 4), on(QUIET, 4)]) is not None


@pytest.mark.parametrize(("apart", "quiet"), [(0, True), (14, True), (15, False)])
@pytest.mark.parametrize("he_first", [True, False])
def test_within_so_many_days_whoever_was_first(apart: int, quiet: bool, he_first: bool) -> None:
    first, later = [on(QUIET, 0)], [on(QUIET, apart)]
    his, hers = (first, later) if he_first else (later, first)
    found = went_quiet(his, hers, within_days=14)
    assert (found is not None) is quiet
    if found:
        assert found == (his[0], hers[0])


def test_one_alone_is_not_both() -> None:
    assert went_quiet([on(QUIET, 1)], [], within_days=14) is None
    assert went_quiet([], [on(QUIET, 1)], within_days=14) is None
