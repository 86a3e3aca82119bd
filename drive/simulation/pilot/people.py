"""Synthetic people: names dealt from two short lists, birth dates made to fit the ages.

No name belongs with any real case. The postcode area ZZ does not exist.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from drive.simulation.pilot.records import PersonRecord
from drive.vocabulary.people import Gender

_MEN = (
    "Aaron Adeel Aled Amir Andrei Arjun Ben Bogdan Callum Carl Chidi Craig Damian Darren Dafydd "
    "Elis Emeka Faisal Gareth Gavin Hamza Huw Ian Imran Ioan Jamie Jerome Karim Kevin Kofi Lee "
    "Lewis Marcin Marlon Mihai Nathan Neil Omar Owain Pawel Piotr Ravi Rhodri Robert Ryan Samir "
    "Scott Sean Stefan Tariq Tobias Tomasz Tyrone Vikram Wayne Yusuf"
).split()
_WOMEN = (
    "Abigail Agnieszka Aisha Alexandra Amara Angharad Anita Bethan Carys Catrin Chloe Claire "
    "Danielle Deepa Donna Elena Ewa Fatima Ffion Gemma Grace Hannah Hayley Ioana Jade Jasmine "
    "Joanna Karen Katarzyna Kelly Laura Leah Lucia Marta Megan Meera Michelle Monika Nadia Naomi "
    "Ngozi Nia Oksana Priya Rachel Rhiannon Rosa Ruth Sabina Sarah Shanice Sian Sofia Tamara "
    "Tracey Yasmin Zainab Zoe"
).split()
_EITHER = "Alex Ashley Billie Charlie Dana Eden Frankie Jesse Jordan Morgan Robin Sam".split()
_SURNAMES = (
    "Abbott Adeyemi Akhtar Allen Ashworth Bailey Banerjee Barlow Beddoe Begum Bevan Bowen Brook "
    "Chaudhry Clarke Coles Craddock Dale Daniels Dobbs Dumitru Ellis Ewing Farah Fenton Fisher "
    "Flynn Gibbs Gough Greene Griffiths Gunn Hale Harding Haines Hussain Iqbal Ionescu Jarvis "
    "Jenkins Jones Kaminski Kaur Keane Khan Kowalczyk Lacey Lang Lewis Llewellyn Lyons Marsh "
    "Mensah Mills Morris Musa Nash Nowak Obi Okafor Osborne Owen Parry Patel Pearce Popescu Pope "
    "Powell Pritchard Quinn Rahman Reed Rees Rowe Sahota Sandhu Shaw Silva Stokes Sutton Tanner "
    "Thomas Toth Vance Vaughan Walsh Ward Watts Webb Wilk Wren Yates Zaman Zielinski"
).split()
_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"

Identity = tuple[str, str, date | None]


class PersonMaker:
    """Makes people of whom no two have the same forename, surname and birth date."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._taken: set[Identity] = set()

    def make(self, key: str, *, gender: Gender | None, age: int | None, on: date) -> PersonRecord:
        """Return a person who has the given age, in whole years, on the given day."""
        while True:
            forename = self._one_of(self._forenames(gender))
            surname = self._one_of(_SURNAMES)
            born = self._birth_date(age, on) if age is not None else None
            identity = (forename, surname, born)
            if identity not in self._taken:
                self._taken.add(identity)
                return PersonRecord(
                    key=key,
                    forename=forename,
                    surname=surname,
                    date_of_birth=born,
                    postcode=self._postcode(),
                )

    def _one_of(self, names: list[str]) -> str:
        return names[int(self._rng.integers(len(names)))]

    @staticmethod
    def _forenames(gender: Gender | None) -> list[str]:
        return {Gender.MAN: _MEN, Gender.WOMAN: _WOMEN}.get(gender, _EITHER) if gender else _EITHER

    def _birth_date(self, age: int, on: date) -> date:
        latest = years_before(on, age)
        earliest = years_before(on, age + 1) + timedelta(days=1)
        return earliest + timedelta(days=int(self._rng.integers((latest - earliest).days + 1)))

    def _postcode(self) -> str:
        district, sector = self._rng.integers(1, 100), self._rng.integers(1, 10)
        first, second = (_LETTERS[int(i)] for i in self._rng.integers(len(_LETTERS), size=2))
        return f"ZZ{district} {sector}{first}{second}"


def years_before(day: date, years: int) -> date:
    """Return the same day of an earlier year; 28 February for a leap day in a common year."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def age_on(born: date, day: date) -> int:
    """Return the age in whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
