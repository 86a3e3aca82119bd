"""Who is heard with whom, and when: repeats, serial perpetrators, other perpetrators, copies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from drive.simulation.households.names import FEMALE, MALE, Ints
from drive.simulation.households.places import SITES, site_of
from drive.simulation.households.population import (
    CHILD,
    GROWN_UP,
    MOTHER,
    PARTNER,
    TODAY,
    People,
)

PERIOD = 4 * 365
"""Days over which the hearings spread; the last ends the pilot's first year."""
HEARINGS = (0.662, 0.21, 0.078, 0.035, 0.015)
"""Share of couples heard once, twice, ... five times."""
ANOTHER_PERPETRATOR = 0.125
COPIES = 0.03
_BY_PARTNER, _BY_VICTIM = 0.5, 0.015
_SERIAL, _OF_MEN = 0.3, 0.1
_VICTIM_WEIGHTS = {MOTHER: 1.0, PARTNER: 0.07, GROWN_UP: 0.06}
_GAP, _MOST = 28, 600
# Sixteen at the first hearing of the period, four years before its end.
_ADULT = 20


@dataclass
class Cases:
    """One row a case; people are rows of ``People``, days count from 1970.

    ``copy_of`` is the row of the case of which this one is a second entry, or -1.
    """

    perpetrator: Ints
    victim: Ints
    heard_on: Ints
    site: Ints
    copy_of: Ints

    def __len__(self) -> int:
        """Return the number of cases."""
        return len(self.victim)


@dataclass
class _Dyads:
    perpetrator: Ints
    victim: Ints


def hear(people: People, cases: int, rng: np.random.Generator) -> Cases:
    """Return that many cases among the people; those of one victim stand together.

    Raises
    ------
    ValueError
        If the people are too few.
    """
    dyads = _dyads(people, rng)
    hearings = 1 + rng.choice(len(HEARINGS), size=len(dyads.victim), p=HEARINGS)
    first = _first_days(hearings, rng)
    dyad = np.repeat(np.arange(len(hearings)), hearings)
    victim = dyads.victim[dyad]
    site = site_of(people.area[victim])
    grid = TODAY - PERIOD + 2 * site
    made = Cases(
        perpetrator=dyads.perpetrator[dyad],
        victim=victim,
        heard_on=grid + (first - grid) // 14 * 14,
        site=site,
        copy_of=np.full(len(dyad), -1),
    )
    made = _with_copies(made, rng)
    if len(made) < cases:
        raise ValueError(f"{len(made)} cases among {len(people)} people; {cases} are wanted")
    return Cases(
        perpetrator=made.perpetrator[:cases],
        victim=made.victim[:cases],
        heard_on=made.heard_on[:cases],
        site=made.site[:cases],
        copy_of=made.copy_of[:cases],
    )


def _dyads(people: People, rng: np.random.Generator) -> _Dyads:
    victims = rng.permutation(_victims(people, rng))
    again = victims[rng.random(len(victims)) < ANOTHER_PERPETRATOR]
    first = _perpetrators(people, victims, rng)
    other = _strangers(people, again, rng)
    place = np.concatenate([np.arange(len(victims)), np.flatnonzero(np.isin(victims, again))])
    again_in_order = victims[np.isin(victims, again)]
    dyads = _Dyads(np.concatenate([first, other]), np.concatenate([victims, again_in_order]))
    order = np.argsort(place, kind="stable")
    keep = order[dyads.perpetrator[order] != dyads.victim[order]]
    return _Dyads(dyads.perpetrator[keep], dyads.victim[keep])


def _victims(people: People, rng: np.random.Generator) -> Ints:
    weight = np.zeros(len(people))
    for place, each in _VICTIM_WEIGHTS.items():
        weight[people.place == place] = each
    weight[(people.sex == MALE) & (people.place == MOTHER)] *= 0.3
    return np.flatnonzero((rng.random(len(people)) < weight) & (people.age() >= _ADULT))


def _perpetrators(people: People, victims: Ints, rng: np.random.Generator) -> Ints:
    """Return for each victim a partner, one of the family, or somebody of another household."""
    found = _strangers(people, victims, rng)
    chance = rng.random(len(victims))
    mate, age = people.mate[victims], people.age()
    with_partner = (mate >= 0) & (age[mate] >= _ADULT) & (chance < _BY_PARTNER)
    found[with_partner] = mate[with_partner]
    grown_up = np.full(int(people.household.max()) + 1, -1)
    rows = np.flatnonzero((people.place == GROWN_UP) & (age >= _ADULT))
    grown_up[people.household[rows]] = rows
    family = grown_up[people.household[victims]]
    by_family = (family >= 0) & (chance >= _BY_PARTNER) & (family != victims)
    found[by_family] = family[by_family]
    # Some who are victims elsewhere: one person, two roles, in two cases.
    crossed = np.flatnonzero(rng.random(len(victims)) < _BY_VICTIM)
    found[crossed] = rng.choice(victims, size=len(crossed))
    return found


def _strangers(people: People, victims: Ints, rng: np.random.Generator) -> Ints:
    """Return somebody of the area, mostly of the other sex; a third are of a small group."""
    adults = np.flatnonzero((people.place != CHILD) & (people.age() >= _ADULT))
    adults = adults[rng.random(len(adults)) < 0.6]
    wanted = np.where(rng.random(len(victims)) < 0.96, 1 - people.sex[victims], FEMALE)
    group = people.area[adults] * 2 + people.sex[adults]
    adults = adults[np.argsort(group, kind="stable")]
    bounds = np.searchsorted(np.sort(group), np.arange(int(group.max()) + 2))
    key = np.minimum(people.area[victims] * 2 + wanted, len(bounds) - 2)
    size = bounds[key + 1] - bounds[key]
    reach = np.where(rng.random(len(victims)) < _SERIAL, np.maximum(1, size * _OF_MEN), size)
    chosen = bounds[key] + (rng.random(len(victims)) * reach).astype(np.int64)
    strangers: Ints = adults[np.minimum(chosen, len(adults) - 1)]
    return strangers


def _first_days(hearings: Ints, rng: np.random.Generator) -> Ints:
    """Return the day of every hearing, at least two meetings apart within one couple."""
    n = int(hearings.sum())
    dyad = np.repeat(np.arange(len(hearings)), hearings)
    starts = np.cumsum(hearings) - hearings
    gaps = _GAP + np.minimum(rng.gamma(1.3, 120, size=n), _MOST)
    gaps[starts] = 0
    since = np.cumsum(gaps)
    since -= since[starts][dyad]
    length = np.maximum.reduceat(since, starts)
    room = np.minimum(1.0, (PERIOD - 60) / np.maximum(length, 1))
    since *= room[dyad]
    begin = rng.random(len(hearings)) * (PERIOD - 15 - length * room)
    days: Ints = (TODAY - PERIOD + 7 + begin[dyad] + since).astype(np.int64)
    return days


def _with_copies(cases: Cases, rng: np.random.Generator) -> Cases:
    copied = np.flatnonzero(rng.random(len(cases)) < COPIES)
    rows = np.concatenate([np.arange(len(cases)), copied])
    order = np.argsort(rows, kind="stable")
    place = np.empty(len(rows), dtype=np.int64)
    place[order] = np.arange(len(rows))
    copy_of = np.concatenate([np.full(len(cases), -1), place[copied]])[order]
    rows = rows[order]
    return Cases(
        perpetrator=cases.perpetrator[rows],
        victim=cases.victim[rows],
        heard_on=cases.heard_on[rows],
        site=cases.site[rows],
        copy_of=copy_of,
    )


def site_words(cases: Cases) -> list[str]:
    """Return the name of each case's site."""
    return [SITES[int(each)] for each in cases.site]
