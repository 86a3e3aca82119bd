"""A hearing as it was typed, and what in it cannot be true together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from drive.vocabulary.answers import Answer
from drive.web.core.dates import age_on, in_words

ROLES = ("perpetrator", "victim_survivor")

_SAME_PERSON = (
    "Perpetrator and victim-survivor have the same name and birth date. One of the two is wrong: "
    "nobody is both in one hearing."
)


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody as one row names him or her."""

    forename: str
    surname: str
    born_on: date | None
    born_typed: str = ""
    address: str = ""
    postcode: str = ""
    telephone: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadHearing:
    """A hearing as one row tells it."""

    heard_on: date
    perpetrator: Named
    victim_survivor: Named
    answers: Mapping[str, Answer]
    source_labels: Mapping[str, str] = field(default_factory=dict)
    referred_by: str = ""

    @property
    def who_and_when(self) -> str:
        """The day and the two people: equal in two rows that speak of the same hearing."""
        return who_and_when(
            self.heard_on,
            *((one.forename, one.surname, one.born_on) for one in self.people),
        )

    @property
    def people(self) -> tuple[Named, Named]:
        """Perpetrator and victim-survivor."""
        return self.perpetrator, self.victim_survivor


NameAndBirth = tuple[str, str, date | None]


def who_and_when(heard_on: date, *people: NameAndBirth) -> str:
    """Return a text that is equal for the same two people on the same day."""
    parts = [heard_on.isoformat()]
    for forename, surname, born_on in people:
        parts += [forename.casefold(), surname.casefold()]
        parts.append(born_on.isoformat() if born_on else "")
    return "|".join(parts)


def contradictions(hearing: ReadHearing) -> list[tuple[str, str]]:
    """Return the field and words of everything in a hearing that cannot be true together."""
    found: list[tuple[str, str]] = []
    for role, person in zip(ROLES, (hearing.perpetrator, hearing.victim_survivor), strict=True):
        found += _birth_contradictions(role, person, hearing)
    if hearing.perpetrator.born_on and _same(hearing.perpetrator, hearing.victim_survivor):
        found.append(
            (
                "victim_survivor_born_on",
                _SAME_PERSON,
            )
        )
    return found


def _birth_contradictions(role: str, person: Named, hearing: ReadHearing) -> list[tuple[str, str]]:
    if person.born_on is None:
        return []
    birth, heard = in_words(person.born_on), in_words(hearing.heard_on)
    if person.born_on > hearing.heard_on:
        words = f"The birth date, {birth}, is after the hearing on {heard}."
        return [(f"{role}_born_on", words)]
    age = hearing.answers.get(f"{role}_age")
    on_the_day = age_on(person.born_on, hearing.heard_on)
    if age and age.value and abs(int(age.value) - on_the_day) > 1:
        words = (
            f"The age, {age.value}, does not fit the birth date, {birth}: that makes {on_the_day} "
            "on the day of the hearing."
        )
        return [(f"{role}_age", words)]
    return []


def _same(one: Named, other: Named) -> bool:
    return (one.forename.casefold(), one.surname.casefold(), one.born_on) == (
        other.forename.casefold(),
        other.surname.casefold(),
        other.born_on,
    )
