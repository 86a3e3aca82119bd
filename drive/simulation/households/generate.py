"""Synthetic Marac cases among households, with the truth of who is who."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from drive.simulation.households.cases import Cases, hear, site_words
from drive.simulation.households.mentions import SOURCES, Mentions, exactly, mention
from drive.simulation.households.names import Ints, Texts
from drive.simulation.households.population import People, addresses, populate
from drive.simulation.households.rates import ErrorRates
from drive.simulation.households.writing import pen_for, write

HOUSEHOLD_SEED = 20160402
COLUMNS = (
    "record_id source case_id role first_name surname date_of_birth postcode sex phone police_id"
).split()
_HOMES_PER_CASE = 0.9
_FEWEST_HOMES = 400
_COPIED_AS_IT_STANDS = 0.5


@dataclass(frozen=True, kw_only=True)
class Households:
    """What the sources say, and apart from it who is who.

    Parameters
    ----------
    records : pandas.DataFrame
        One row a mention of a person in a case, in random order. Text; None where nothing
        is given. Columns: record_id, source, case_id, role, first_name, surname,
        date_of_birth (ISO), postcode, sex, phone, police_id.
    cases : pandas.DataFrame
        case_id, source, site, heard_on (ISO).
    truth : pandas.DataFrame
        record_id, true_person_id, true_household_id, in the order of ``records``.
    case_truth : pandas.DataFrame
        case_id, heard_on, perpetrator_id, victim_survivor_id, copy_of (the case of which
        this one is a second entry).
    """

    records: pd.DataFrame
    cases: pd.DataFrame
    truth: pd.DataFrame
    case_truth: pd.DataFrame


def generate(
    *,
    seed: int,
    records: int | None = None,
    cases: int | None = None,
    rates: ErrorRates | None = None,
) -> Households:
    """Return synthetic records of people heard at Maracs.

    Parameters
    ----------
    seed : int
        Not negative; the same seed gives the same records.
    records : int or None
        Make exactly so many records, 10 or more; or
    cases : int or None
        make exactly so many cases, 10 or more (about 2.3 records each).
    rates : ErrorRates or None
        How often which error is made; by default as set to the known difficulty.

    Raises
    ------
    ValueError
        Unless one of records and cases is given, and is 10 or more.
    """
    asked = records if cases is None else cases
    if (records is None) == (cases is None) or asked is None or asked < 10:
        raise ValueError("give records or cases, one of them, 10 or more")
    rng = np.random.default_rng([seed, 2])
    # Two records a case at least; children make them more.
    heard = cases if cases is not None else asked // 2 + 1
    people = populate(_FEWEST_HOMES + int(heard * _HOMES_PER_CASE), rng)
    homes = addresses(people, rng)
    made = hear(people, heard, rng)
    mentions = mention(people, made, rng)
    if records is not None:
        mentions = exactly(mentions, records)
    pen = pen_for(mentions, rates or ErrorRates(), rng)
    written = write(people, made, mentions, pen=pen, homes=homes)
    _copy_as_it_stands(written, made, mentions, rng)
    return _frames(people, made, mentions, written=written, rng=rng)


def households_file(seed: int = HOUSEHOLD_SEED) -> Households:
    """Return a file of 10,000 records."""
    return generate(seed=seed, records=10_000)


def case_file(seed: int = HOUSEHOLD_SEED) -> Households:
    """Return a file of 82,000 cases."""
    return generate(seed=seed, cases=82_000)


def _copy_as_it_stands(
    written: pd.DataFrame, cases: Cases, mentions: Mentions, rng: np.random.Generator
) -> None:
    """Make half of the second entries of a case copies of the first, word for word."""
    original = cases.copy_of[mentions.case]
    whole = rng.random(len(cases)) < _COPIED_AS_IT_STANDS
    rows = np.flatnonzero((original >= 0) & whole[mentions.case])
    to, source = _same_mention(mentions, original, rows)
    for column in COLUMNS[4:]:
        values = written[column].to_numpy(dtype=object, copy=True)
        values[to] = values[source]
        written[column] = values


def _same_mention(mentions: Mentions, original: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Return the rows whose person stands in the original case too, and her row there."""
    people = int(mentions.person.max()) + 1
    key = mentions.case * people + mentions.person
    wanted = original[rows] * people + mentions.person[rows]
    order = np.argsort(key, kind="stable")
    place = np.minimum(np.searchsorted(key, wanted, sorter=order), len(key) - 1)
    found = key[order[place]] == wanted
    return rows[found], order[place[found]]


def _labels(prefix: str, numbers: Ints) -> Texts:
    return np.array([f"{prefix}{each:07d}" for each in numbers.tolist()], dtype=object)


def _named(prefix: str, among: int, rows: Ints, rng: np.random.Generator) -> Texts:
    """Return a label for each row's thing: numbers are dealt at random, so they tell nothing."""
    found, places = np.unique(rows, return_inverse=True)
    return _labels(prefix, rng.permutation(among)[found])[places]


def _frames(
    people: People,
    cases: Cases,
    mentions: Mentions,
    *,
    written: pd.DataFrame,
    rng: np.random.Generator,
) -> Households:
    n, listed = len(mentions), np.unique(mentions.case)
    # Case numbers are dealt for all cases: a copy names its original.
    case_ids = _labels("c", rng.permutation(len(cases)))
    everyone = np.concatenate([mentions.person, cases.perpetrator, cases.victim])
    person_ids = _named("p", len(people), everyone, rng)
    of_records, of_perpetrators, of_victims = np.split(person_ids, [n, n + len(cases)])
    homes = int(people.household.max()) + 1
    home_ids = _named("h", homes, people.household[mentions.person], rng)
    written["record_id"] = _labels("r", rng.permutation(n))
    written["case_id"] = case_ids[mentions.case]
    order = rng.permutation(n)
    records = written[COLUMNS].take(order).reset_index(drop=True)
    truth = pd.DataFrame(
        {
            "record_id": records["record_id"],
            "true_person_id": of_records[order],
            "true_household_id": home_ids[order],
        }
    )
    frame = _case_frame(cases, case_ids, mentions)
    frame["perpetrator_id"], frame["victim_survivor_id"] = of_perpetrators, of_victims
    frame = frame.take(listed).sort_values("case_id", ignore_index=True)
    return Households(
        records=records,
        cases=frame[["case_id", "source", "site", "heard_on"]],
        truth=truth,
        case_truth=frame[
            ["case_id", "heard_on", "perpetrator_id", "victim_survivor_id", "copy_of"]
        ],
    )


def _case_frame(cases: Cases, case_ids: Texts, mentions: Mentions) -> pd.DataFrame:
    source = np.zeros(len(cases), dtype=np.int64)
    source[mentions.case] = mentions.source
    copy_of = case_ids[cases.copy_of]
    copy_of[cases.copy_of < 0] = None
    heard_on = np.datetime_as_string(cases.heard_on.astype("datetime64[D]")).astype(object)
    return pd.DataFrame(
        {
            "case_id": case_ids,
            "source": np.array(SOURCES, dtype=object)[source],
            "site": site_words(cases),
            "heard_on": heard_on,
            "copy_of": copy_of,
        }
    )
