"""The directory of a site as the rules see it: who is in it on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from drive.vocabulary.directory import ContactRole


@dataclass(frozen=True, kw_only=True)
class Away:
    """Days on which somebody is away, the last one included, and who covers.

    Without `ends_on` it is not known for how long.
    """

    starts_on: date
    ends_on: date | None = None
    cover: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Somebody:
    """Somebody in an agency, from the first to the last day on which they may be asked."""

    key: UUID
    agency: UUID
    role: ContactRole
    name: str
    starts_on: date
    ends_on: date | None = None
    team: UUID | None = None
    away: tuple[Away, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Became:
    """That from a day on another agency does what one did."""

    after: UUID
    on: date


@dataclass(frozen=True, kw_only=True)
class Book:
    """Who is in a directory, which agencies became others, and whom the ladders name.

    `agencies` are names by key; `named` are the keys of those whom a rung names.
    """

    people: Mapping[UUID, Somebody]
    agencies: Mapping[UUID, str]
    became: Mapping[UUID, Became] = field(default_factory=dict)
    named: Mapping[tuple[UUID, ContactRole], UUID] = field(default_factory=dict)


def within(day: date, starts_on: date | None, ends_on: date | None) -> bool:
    """Say whether a day lies between two others, both included; without an end there is none."""
    return (starts_on is None or starts_on <= day) and (ends_on is None or day <= ends_on)


def absence_on(away: Iterable[Away], day: date) -> Away | None:
    """Return the absence that holds on a day."""
    return next((each for each in away if within(day, each.starts_on, each.ends_on)), None)
