"""How a register is declared: its rows, its form, its table, and what its entries set going."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.vocabulary.word import Word
from drive.vocabulary.work import LinkedTo
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.forms import EntryForm
from drive.web.registers.models import Entry, Spell


class Group(Word):
    """Under which heading a register stands."""

    PLAN = "plan", "Plan and levers"
    LAW = "law", "Orders, breaches and risk"
    WORK = "work", "Work with the service user"
    CHILDREN = "children", "Children"
    PLACES = "places", "Where the service user is"


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An entry as it is read: its words, and in words what it is about.

    Parameters
    ----------
    words : mapping of str to str
        By field, what somebody wrote, opened where it is sealed.
    about : mapping of str to str
        By field, what the row is called to which the entry points.
    victim_side : bool
        Whether anything of it came from the victim-survivor or her Idva.
    """

    row: Any
    words: Mapping[str, str]
    about: Mapping[str, str]
    victim_side: bool


@dataclass(frozen=True, kw_only=True)
class Work:
    """As which work an entry counts."""

    code: ActivityCode
    mode: WorkMode
    channel: Channel
    linked: LinkedTo
    intent: Intent | str | None = None
    minutes: int | None = None
    agency_kind: AgencyType | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """An entry that was written, and the one that it puts right, if any."""

    case: DriveCase
    row: Any
    before: Any
    by: User
    now: datetime


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a register's table."""

    heading: str
    show: Callable[[Opened], Any]


def _nothing(_given: Any) -> None:
    return None


def _allowed(_case: DriveCase, _values: Mapping[str, Any], _today: date) -> None:
    return None


def _named(opened: Opened) -> str:
    return str(opened.row)


def always(_row: Any) -> bool:
    """Say of every row that it tells the story of the case."""
    return True


def _never(_row: Any) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class Register:
    """One register of a case.

    Parameters
    ----------
    slug : str
        Its name in addresses and drafts.
    title, one, adding, about : str
        What it is called, what one entry is called ("lever"), what the page is called on which
        one is added ("Add a lever"), and what it is for.
    model, form
        Its rows, and the form of one.
    headline : callable
        What a row is, from its codes alone: it may stand in a note that is not sealed.
    name : callable
        What a row is called where another form offers it.
    columns : tuple of Column
        Its table, after the day.
    offers : mapping of str to Register
        By field of the form, the register whose rows are offered there.
    works : callable
        As which work a row counts, or None.
    check : callable
        Refuses, from the case, what was entered and the day, what cannot be so.
    after : callable
        What follows from a change: tasks.
    is_major : callable
        Whether a row is one of the few that tell the story of the case.
    permission : str
        What somebody needs who writes in it.
    """

    slug: str
    title: str
    one: str
    adding: str
    about: str
    group: Group
    model: type[Entry]
    form: type[EntryForm]
    headline: Callable[[Any], str]
    columns: tuple[Column, ...]
    name: Callable[[Opened], str] = _named
    offers: Mapping[str, Register] = field(default_factory=dict)
    works: Callable[[Any], Work | None] = _nothing
    check: Callable[[DriveCase, Mapping[str, Any], date], None] = _allowed
    after: Callable[[Change], None] = _nothing
    is_major: Callable[[Any], bool] = _never
    permission: str = "registers.write"

    @property
    def counts(self) -> bool:
        """Whether its entries can count as work."""
        return self.works is not _nothing

    @property
    def one_named(self) -> str:
        """What one entry is called, at the beginning of a line."""
        return self.one[:1].upper() + self.one[1:]

    def titled(self, row: Any) -> str:
        """Return what a row is, after what an entry is called."""
        headline = self.headline(row)
        return f"{self.one_named}: {headline}" if headline else self.one_named

    @property
    def rows(self) -> Any:
        """Every row of the register, as a queryset."""
        return self.model._default_manager.all()

    @property
    def lasts(self) -> bool:
        """Whether its entries last until they end."""
        return issubclass(self.model, Spell)
