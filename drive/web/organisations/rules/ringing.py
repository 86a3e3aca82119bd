"""Who is to be rung now, and why it is not the one whom one expected.

The order is: whoever was asked or whom the rung names, and who covers for them; then the others of
that role; then the next role up. An agency that became another is asked there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.vocabulary.directory import ContactRole
from drive.web.core.dates import in_words
from drive.web.organisations.rules.book import Book, Somebody, absence_on, within
from drive.web.organisations.rules.ladder import from_rung, role_in_words


@dataclass(frozen=True, kw_only=True)
class Ring:
    """Whom to ring, at which agency and rung, and why in sentences.

    Without anybody `key` and `role` are None. Where the first choice is there, there is nothing
    to explain and `reasons` is empty.
    """

    agency: UUID
    key: UUID | None = None
    role: ContactRole | None = None
    reasons: tuple[str, ...] = ()


def ring(
    book: Book, agency: UUID, *, day: date, role: ContactRole, asked: UUID | None = None
) -> Ring:
    """Return who is to be asked on a day: at this rung, or at the next one that somebody fills."""
    agency, reasons = stands_for(book, agency, day)
    for rung in from_rung(role):
        found = at_rung(book, agency, day=day, role=rung, asked=asked if rung is role else None)
        reasons += found.reasons
        if found.key is not None:
            return Ring(agency=agency, key=found.key, role=rung, reasons=reasons)
    return Ring(agency=agency, reasons=reasons)


def at_rung(
    book: Book, agency: UUID, *, day: date, role: ContactRole, asked: UUID | None = None
) -> Ring:
    """Return who is to be asked at one rung and no other; nobody if nobody fills it."""
    agency, reasons = stands_for(book, agency, day)
    first = _first_choices(book, agency, role, asked)
    for somebody in first:
        key, told = _there_or_covered(book, somebody, day)
        reasons += told
        if key is not None:
            return Ring(agency=agency, key=key, role=role, reasons=reasons)
    others = [each for each in _others(book, agency, role, asked) if each not in first]
    key, told = _among(book, [each for each in others if _valid(each, day)], day)
    reasons += told
    if key is None and not told and not first:
        reasons += (f"{book.agencies[agency]} has nobody as {role_in_words(role)}.",)
    return Ring(agency=agency, key=key, role=role if key else None, reasons=reasons)


def stands_for(book: Book, agency: UUID, day: date) -> tuple[UUID, tuple[str, ...]]:
    """Return the agency that does on a day what one did, and how it came to that."""
    reasons: tuple[str, ...] = ()
    passed = {agency}
    while (became := book.became.get(agency)) and became.on <= day and became.after not in passed:
        before, after = book.agencies[agency], book.agencies[became.after]
        reasons += (f"Since {in_words(became.on)} {after} does what {before} did.",)
        agency = became.after
        passed.add(agency)
    return agency, reasons


def _first_choices(
    book: Book, agency: UUID, role: ContactRole, asked: UUID | None
) -> list[Somebody]:
    wanted = dict.fromkeys(key for key in (asked, book.named.get((agency, role))) if key)
    people = [book.people[key] for key in wanted if key in book.people]
    return [each for each in people if each.agency == agency]


def _others(book: Book, agency: UUID, role: ContactRole, asked: UUID | None) -> list[Somebody]:
    """Return those of a role, whoever is of the same team as the one who was asked first."""
    team = book.people[asked].team if asked and asked in book.people else None
    found = [each for each in book.people.values() if (each.agency, each.role) == (agency, role)]
    return sorted(found, key=lambda each: (team is None or each.team != team, each.name))


def _among(book: Book, people: list[Somebody], day: date) -> tuple[UUID | None, tuple[str, ...]]:
    """Return whoever is there, else whoever covers for one of them."""
    told: tuple[str, ...] = ()
    for each in people:
        if absence_on(each.away, day) is None:
            return each.key, ()
    for each in people:
        key, why = _there_or_covered(book, each, day)
        told += why
        if key is not None:
            return key, told
    return None, told


def _there_or_covered(
    book: Book, somebody: Somebody, day: date
) -> tuple[UUID | None, tuple[str, ...]]:
    """Return somebody, or whoever covers, and whoever covers for them; None at the end."""
    told: tuple[str, ...] = ()
    for each, why in _chain(book, somebody, day):
        if why:
            told += (why,)
        else:
            return each.key, told
    return None, told


def _chain(book: Book, somebody: Somebody, day: date) -> Iterator[tuple[Somebody, str]]:
    """Give somebody, their cover, the cover's cover, each with why they cannot be asked."""
    passed: set[UUID] = set()
    following: UUID | None = somebody.key
    while following is not None and following in book.people:
        each = book.people[following]
        if each.key in passed:
            return
        passed.add(each.key)
        following, why = _next(book, each, day)
        yield each, why


def _next(book: Book, each: Somebody, day: date) -> tuple[UUID | None, str]:
    if not _valid(each, day):
        return None, _gone(each, day)
    away = absence_on(each.away, day)
    if away is None:
        return None, ""
    until = f"until {in_words(away.ends_on)}" if away.ends_on else "until further notice"
    cover = book.people.get(away.cover) if away.cover else None
    if cover is None:
        return None, f"{each.name} is away {until}, and nobody covers."
    return cover.key, f"{each.name} is away {until}; {cover.name} covers."


def _gone(each: Somebody, day: date) -> str:
    if each.starts_on > day:
        return f"{each.name} starts on {in_words(each.starts_on)}."
    return f"{each.name} left on {in_words(each.ends_on or day)}."


def _valid(each: Somebody, day: date) -> bool:
    return within(day, each.starts_on, each.ends_on)
