"""Writes each mention as its source would: with slips, old addresses and blanks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from drive.simulation.households import slips
from drive.simulation.households.cases import Cases
from drive.simulation.households.mentions import (
    ROLES,
    SOURCES,
    VICTIM,
    Mentions,
    postcodes_then,
)
from drive.simulation.households.names import FEMALE, Ints, Texts, forenames, surnames
from drive.simulation.households.places import (
    PHONES,
    PLACEHOLDER_POSTCODES,
    phone_texts,
    postcode_texts,
)
from drive.simulation.households.population import People
from drive.simulation.households.rates import POLICE_ID_PRESENT, SOURCE_FACTORS, ErrorRates

Flags = NDArray[np.bool_]


@dataclass
class Pen:
    """Chance, the rates, and how careful the source of each mention is."""

    rates: ErrorRates
    factor: NDArray[np.float64]
    rng: np.random.Generator

    def slips(self, rate: float) -> Ints:
        """Return the rows in which an error of this rate is made."""
        return np.flatnonzero(self.rng.random(len(self.factor)) < rate * self.factor)

    def slips_among(self, rate: float, rows: Flags) -> Ints:
        """Return the rows, of those given, in which the error is made."""
        chosen = self.slips(rate)
        return chosen[rows[chosen]]


def write(
    people: People, cases: Cases, mentions: Mentions, *, pen: Pen, homes: tuple[Ints, Ints]
) -> pd.DataFrame:
    """Return the columns of the records, one row a mention.

    Parameters
    ----------
    homes : tuple
        The postcodes and the days of moving, as ``population.addresses`` gives them.
    """
    first, last = _names(people, mentions, pen)
    written: dict[str, Any] = {
        "role": np.array(ROLES, dtype=object)[mentions.role],
        "source": np.array(SOURCES, dtype=object)[mentions.source],
        "first_name": first,
        "surname": last,
        "date_of_birth": _birth_dates(people, mentions, pen),
        "postcode": _postcodes(mentions, cases, pen, homes),
        "sex": _sexes(people, mentions, pen),
        "phone": _phones(people, mentions, pen),
        "police_id": _police_ids(people, mentions, pen),
    }
    return pd.DataFrame(written)


def pen_for(mentions: Mentions, rates: ErrorRates, rng: np.random.Generator) -> Pen:
    """Return the pen with which these mentions are written."""
    return Pen(rates=rates, factor=np.array(SOURCE_FACTORS)[mentions.source], rng=rng)


def _names(people: People, mentions: Mentions, pen: Pen) -> tuple[Texts, Texts]:
    rates, who = pen.rates, mentions.person
    codes = people.surname[who].copy()
    other = pen.slips(rates.other_surname)
    codes[other] = people.other_surname[who[other]]
    first, last = forenames().words[people.forename[who]], surnames().words[codes]
    slips.call_by_pet_name(first, pen.slips(rates.nickname), pen.rng)
    slips.mistype(first, pen.slips(rates.forename_typo), pen.rng)
    slips.spell_as_heard(first, pen.slips(rates.forename_as_heard), pen.rng)
    slips.mistype(last, pen.slips(rates.surname_typo), pen.rng)
    slips.spell_as_heard(last, pen.slips(rates.surname_as_heard), pen.rng)
    double = pen.slips(rates.two_forenames)
    second = first[pen.rng.integers(len(first), size=len(double))]
    first[double] = [f"{a} {b}" for a, b in zip(first[double], second, strict=True)]
    initial = pen.slips(rates.initial_only)
    first[initial] = [word[0] for word in first[initial]]
    for column in (first, last):
        slips.untidy(column, pen.slips(rates.untidy_case / 2), pen.rng)
    swapped = pen.slips(rates.swapped_names)
    first[swapped], last[swapped] = last[swapped], first[swapped]
    first[pen.slips(rates.unknown_name)] = "UNKNOWN"
    last[pen.slips(rates.unknown_name / 3)] = "Unknown"
    return first, last


def _birth_dates(people: People, mentions: Mentions, pen: Pen) -> Texts:
    rates, rng = pen.rates, pen.rng
    days = people.born[mentions.person].astype("datetime64[D]")
    year = days.astype("datetime64[Y]").astype(np.int64) + 1970
    month = days.astype("datetime64[M]").astype(np.int64) % 12 + 1
    day = (days - days.astype("datetime64[M]")).astype(np.int64) + 1
    wrong = pen.slips(rates.digit_of_birth_date)
    part = rng.integers(3, size=len(wrong))
    for column, most, here in (
        (day, 28.0, wrong[part == 0]),
        (month, 12.0, wrong[part == 1]),
    ):
        column[here] = slips.wrong_digit(column[here], np.full(len(here), most), rng)
    years = wrong[part == 2]
    year[years] -= rng.choice([-10, -2, -1, 1, 2, 10], size=len(years))
    swapped = pen.slips_among(rates.day_month_swapped, day <= 12)
    day[swapped], month[swapped] = month[swapped], day[swapped]
    january = pen.slips(rates.first_january)
    day[january], month[january] = 1, 1
    return _iso(year, month, day, pen.slips(rates.no_birth_date))


def _iso(year: Ints, month: Ints, day: Ints, missing: Ints) -> Texts:
    """Return dates as text; a day that the month has not becomes its 28th."""
    start = ((year - 1970) * 12 + month - 1).astype("datetime64[M]")
    length = ((start + 1).astype("datetime64[D]") - start.astype("datetime64[D]")).astype(np.int64)
    day = np.where(day > length, 28, day)
    days = (start.astype("datetime64[D]") + (day - 1)).astype("datetime64[D]")
    found, places = np.unique(days, return_inverse=True)
    written: Texts = np.datetime_as_string(found).astype(object)[places]
    written[missing] = None
    return written


def _postcodes(mentions: Mentions, cases: Cases, pen: Pen, homes: tuple[Ints, Ints]) -> Texts:
    rates = pen.rates
    now, before = postcodes_then(mentions, cases, *homes)
    old = pen.slips(rates.old_postcode)
    now[old] = before[old]
    written = postcode_texts(now)
    wrong = pen.slips(rates.postcode_typo)
    slips.mistype(written, wrong, pen.rng)
    written[wrong] = [postcode.upper() for postcode in written[wrong]]
    elsewhere = pen.slips_among(rates.placeholder_postcode, mentions.role <= VICTIM)
    refuge = mentions.role[elsewhere] == VICTIM
    chosen = pen.rng.integers(3, size=len(elsewhere)) + np.where(refuge, 0, 3)
    written[elsewhere] = np.array(PLACEHOLDER_POSTCODES, dtype=object)[chosen]
    written[pen.slips(rates.no_postcode)] = None
    return written


def _sexes(people: People, mentions: Mentions, pen: Pen) -> Texts:
    sex = people.sex[mentions.person].copy()
    wrong = pen.slips(pen.rates.wrong_sex)
    sex[wrong] = 1 - sex[wrong]
    written: Texts = np.where(sex == FEMALE, "female", "male").astype(object)
    written[pen.slips(pen.rates.no_sex)] = None
    return written


def _phones(people: People, mentions: Mentions, pen: Pen) -> Texts:
    codes = people.phone[mentions.person].copy()
    other = pen.slips(pen.rates.other_phone)
    codes[other] = pen.rng.integers(PHONES, size=len(other))
    # A child has no telephone of its own on these lists: its mother's is given.
    child = mentions.role > VICTIM
    codes[child] = people.phone[mentions.other[child]]
    codes[pen.slips(pen.rates.no_phone)] = -1
    return phone_texts(codes)


def _police_ids(people: People, mentions: Mentions, pen: Pen) -> Texts:
    who = mentions.person.copy()
    taken = pen.slips_among(pen.rates.other_partys_police_id, mentions.role <= VICTIM)
    who[taken] = mentions.other[taken]
    second = people.second_nominal[who]
    use_second = (second >= 0) & (pen.rng.random(len(who)) < 0.5)
    number = np.where(use_second, second, people.nominal[who])
    share = np.array(POLICE_ID_PRESENT)[mentions.source, mentions.role]
    given = np.flatnonzero(pen.rng.random(len(who)) < share)
    written: Texts = np.full(len(who), None, dtype=object)
    written[given] = [f"N{each:07d}" for each in number[given]]
    return written
