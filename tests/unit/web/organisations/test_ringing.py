"""Who is to be rung: the one who is there, the cover, the next one up, the successor."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.directory import ContactRole
from drive.web.organisations.rules import Away, Became, Book, Somebody, at_rung, ring

DAY = date(2021, 6, 30)
A_DAY = timedelta(days=1)
PRACTITIONER, MANAGER, SINGLE_POINT, LEAD, BOARD = ContactRole
NPS, CRC, SERVICE = (UUID(int=number) for number in (101, 102, 103))
NAMES = {NPS: "NPS", CRC: "CRC", SERVICE: "Probation Service"}


def key(number: int) -> UUID:
    return UUID(int=number)


def somebody(
    number: int, role: ContactRole = PRACTITIONER, agency: UUID = NPS, **about: object
) -> Somebody:
    usual = {"name": f"Desk {number}", "starts_on": date(2021, 1, 1)}
    return Somebody(key=key(number), agency=agency, role=role, **{**usual, **about})  # type: ignore[arg-type]


def book(*people: Somebody, **about: object) -> Book:
    return Book(people={each.key: each for each in people}, agencies=NAMES, **about)  # type: ignore[arg-type]


def away(cover: int | None = None, until: date | None = DAY) -> tuple[Away, ...]:
    return (Away(starts_on=DAY - A_DAY, ends_on=until, cover=key(cover) if cover else None),)


def test_whoever_is_there_is_rung_without_a_reason() -> None:
    found = ring(book(somebody(1)), NPS, day=DAY, role=PRACTITIONER)
    assert (found.key, found.role, found.reasons) == (key(1), PRACTITIONER, ())


def test_the_cover_of_whoever_is_away_is_rung() -> None:
    found = ring(
        book(somebody(1, away=away(2)), somebody(2, MANAGER)), NPS, day=DAY, role=PRACTITIONER
    )
    assert found.key == key(2)
    assert found.reasons == ("Desk 1 is away until 30 June 2021; Desk 2 covers.",)


def test_cover_goes_on_to_the_covers_cover() -> None:
    people = (somebody(1, away=away(2)), somebody(2, away=away(3)), somebody(3, MANAGER))
    found = ring(book(*people), NPS, day=DAY, role=PRACTITIONER, asked=key(1))
    assert found.key == key(3)
    assert len(found.reasons) == 2


def test_on_the_first_day_back_one_rings_again() -> None:
    people = (somebody(1, away=away(2)), somebody(2, MANAGER))
    found = ring(book(*people), NPS, day=DAY + A_DAY, role=PRACTITIONER)
    assert (found.key, found.reasons) == (key(1), ())


def test_a_circle_of_cover_ends_at_the_next_one_up() -> None:
    people = (somebody(1, away=away(2)), somebody(2, away=away(1)), somebody(3, MANAGER))
    found = ring(book(*people), NPS, day=DAY, role=PRACTITIONER)
    assert (found.key, found.role) == (key(3), MANAGER)


def test_without_cover_another_of_the_same_role_is_rung_before_anybody_above() -> None:
    people = (somebody(1, away=away()), somebody(2), somebody(3, MANAGER))
    found = ring(book(*people), NPS, day=DAY, role=PRACTITIONER, asked=key(1))
    assert found.key == key(2)
    assert found.reasons == ("Desk 1 is away until 30 June 2021, and nobody covers.",)


def test_whoever_left_is_followed_by_somebody_of_the_same_team() -> None:
    team = UUID(int=50)
    people = (
        somebody(1, team=team, ends_on=DAY - A_DAY),
        somebody(2, name="A desk of another team"),
        somebody(3, name="Z desk of the same team", team=team),
    )
    found = ring(book(*people), NPS, day=DAY, role=PRACTITIONER, asked=key(1))
    assert found.key == key(3)
    assert found.reasons == ("Desk 1 left on 29 June 2021.",)


def test_the_last_day_is_a_day_on_which_one_is_there() -> None:
    found = ring(book(somebody(1, ends_on=DAY)), NPS, day=DAY, role=PRACTITIONER, asked=key(1))
    assert found.key == key(1)


def test_whoever_has_not_begun_is_not_rung() -> None:
    found = at_rung(
        book(somebody(1, starts_on=DAY + A_DAY), named={(NPS, PRACTITIONER): key(1)}),
        NPS,
        day=DAY,
        role=PRACTITIONER,
    )
    assert found.key is None
    assert found.reasons == ("Desk 1 starts on 1 July 2021.",)


def test_the_ladder_names_somebody_of_another_role() -> None:
    people = (somebody(1, MANAGER), somebody(2, BOARD))
    found = at_rung(book(*people, named={(NPS, MANAGER): key(2)}), NPS, day=DAY, role=MANAGER)
    assert (found.key, found.role) == (key(2), MANAGER)


def test_a_rung_that_nobody_fills_says_so_and_the_next_one_is_rung() -> None:
    people = book(somebody(1, SINGLE_POINT))
    assert at_rung(people, NPS, day=DAY, role=MANAGER).reasons == ("NPS has nobody as manager.",)
    found = ring(people, NPS, day=DAY, role=PRACTITIONER)
    assert (found.key, found.role) == (key(1), SINGLE_POINT)
    assert len(found.reasons) == 2


def test_from_its_day_on_the_successor_is_rung() -> None:
    became = {CRC: Became(after=NPS, on=date(2020, 1, 1)), NPS: Became(after=SERVICE, on=DAY)}
    people = book(somebody(1), somebody(2, agency=SERVICE), became=became)
    assert ring(people, NPS, day=DAY - A_DAY, role=PRACTITIONER).key == key(1)
    found = ring(people, CRC, day=DAY, role=PRACTITIONER, asked=key(1))
    assert (found.key, found.agency) == (key(2), SERVICE)
    assert found.reasons == (
        "Since 1 January 2020 NPS does what CRC did.",
        "Since 30 June 2021 Probation Service does what NPS did.",
    )


def test_a_circle_of_successors_ends() -> None:
    became = {CRC: Became(after=NPS, on=DAY), NPS: Became(after=CRC, on=DAY)}
    assert ring(book(became=became), CRC, day=DAY, role=PRACTITIONER).key is None


def test_nobody_at_all_is_said_for_each_rung() -> None:
    found = ring(book(), NPS, day=DAY, role=LEAD)
    assert (found.key, found.role) == (None, None)
    assert found.reasons == (
        "NPS has nobody as strategic lead.",
        "NPS has nobody as member of the board.",
    )


@st.composite
def directories(draw: st.DrawFn) -> Book:
    count = draw(st.integers(1, 7))
    days = st.integers(-3, 3).map(lambda number: DAY + timedelta(days=number))
    people = [
        somebody(
            number,
            draw(st.sampled_from(ContactRole)),
            starts_on=draw(days),
            ends_on=draw(st.none() | days),
            away=tuple(
                Away(
                    starts_on=draw(days),
                    ends_on=draw(st.none() | days),
                    cover=draw(st.none() | st.integers(1, count).map(key)),
                )
                for _ in range(draw(st.integers(0, 2)))
            ),
        )
        for number in range(1, count + 1)
    ]
    named = draw(st.dictionaries(st.sampled_from(ContactRole), st.integers(1, count).map(key)))
    return book(*people, named={(NPS, role): who for role, who in named.items()})


def is_there(each: Somebody) -> bool:
    valid = each.starts_on <= DAY and (each.ends_on is None or each.ends_on >= DAY)
    gone = any(
        one.starts_on <= DAY and (not one.ends_on or one.ends_on >= DAY) for one in each.away
    )
    return valid and not gone


@given(directories(), st.sampled_from(ContactRole), st.none() | st.integers(1, 7).map(key))
def test_only_somebody_who_is_there_is_ever_rung(
    people: Book, role: ContactRole, asked: UUID | None
) -> None:
    found = ring(people, NPS, day=DAY, role=role, asked=asked)
    if found.key is not None:
        assert is_there(people.people[found.key])
    else:
        above = list(ContactRole)[list(ContactRole).index(role) :]
        assert not [
            each for each in people.people.values() if each.role in above and is_there(each)
        ]
        assert found.reasons


@pytest.mark.parametrize("role", ContactRole)
def test_each_role_is_said_in_words(role: ContactRole) -> None:
    assert at_rung(book(), NPS, day=DAY, role=role).reasons
