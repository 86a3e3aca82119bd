"""Whom to ring: the answers to what somebody typed, and to a list of agencies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.web.accounts.models import User
from drive.web.multiagency.queries.directory.reach import sites_in_reach
from drive.web.organisations.models import Agency, AgencyContact, Site
from drive.web.organisations.queries import SiteBook, ToRing, site_book, whom_to_ring

MOST = 8
"""Answers to one question: with more, one types another word."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """Whom to ring for what was typed."""

    to_ring: ToRing


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers, and how many more there would be."""

    shown: list[Answer]
    more: int


def answers_to(words: str, *, by: User, day: date) -> Answers:
    """Return whom to ring for what was typed: an agency, a kind of agency, a team or somebody."""
    found: list[Answer] = []
    for site in sites_in_reach(by):
        found += _at_site(site, words, day)
    found.sort(key=lambda each: each.to_ring.contact is None)
    return Answers(shown=found[:MOST], more=max(len(found) - MOST, 0))


def _at_site(site: Site, words: str, day: date) -> list[Answer]:
    book = site_book(site, day)
    people = [key for key, row in book.row.items() if _said(words, _of_contact(row))]
    found = [_about_person(book, key) for key in people]
    named = {book.row[key].agency_id for key in people}
    for key, agency in book.agencies.items():
        if key not in named and _said(words, f"{agency.name} {AgencyType(agency.kind).label}"):
            to_ring = whom_to_ring(agency, day, book=book)
            found.append(Answer(to_ring=to_ring))
    return _once(found)


def _about_person(book: SiteBook, key: UUID) -> Answer:
    row = book.row[key]
    to_ring = whom_to_ring(row.agency, book.day, ContactRole(row.role), asked=row, book=book)
    return Answer(to_ring=to_ring)


def _of_contact(row: AgencyContact) -> str:
    return f"{row.name} {row.job} {row.team.name if row.team else ''}"


def _said(words: str, text: str) -> bool:
    """Say whether every word that was typed begins a word of a text."""
    known = text.casefold().replace(":", " ").replace("-", " ").split()
    typed = words.casefold().replace("-", " ").split()
    return bool(typed) and all(any(each.startswith(word) for each in known) for word in typed)


def _once(answers: Iterable[Answer]) -> list[Answer]:
    """Leave out an answer that says the same as one before."""
    kept: dict[tuple[object, tuple[str, ...]], Answer] = {}
    for each in answers:
        ring = each.to_ring
        who = ring.contact.pk if ring.contact else ring.agency.pk
        kept.setdefault((who, ring.reasons), each)
    return list(kept.values())


def answers_of(agencies: Iterable[Agency], *, day: date) -> dict[UUID, ToRing]:
    """Return for each of some agencies whom to ring."""
    books: dict[UUID, SiteBook] = {}
    found = {}
    for agency in agencies:
        if agency.site_id not in books:
            books[agency.site_id] = site_book(agency.site, day)
        found[agency.pk] = whom_to_ring(agency, day, book=books[agency.site_id])
    return found
