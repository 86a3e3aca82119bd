"""Households of synthetic people: couples, children, grown-up children, grandparents.

Everything that makes two different people look alike is here on purpose: one surname and
postcode for a household, twins, a son with his father's forename.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from drive.simulation.households.name_lists import COMMUNITIES, COMMUNITY_SHARES
from drive.simulation.households.names import FEMALE, MALE, Ints, era, forenames, surnames
from drive.simulation.households.places import AREAS, PHONES, draw_postcodes

MOTHER, PARTNER, CHILD, GROWN_UP, GRANDPARENT = range(5)
TODAY = np.datetime64("2017-03-31").astype(np.int64)
"""Ages are as of the end of the period (days since 1970)."""
_YEAR = 365.2425
_CHILDREN = (0.34, 0.25, 0.24, 0.11, 0.06)
_TWINS = 0.03
_SAME_FORENAME = 0.05
_SHARES_SURNAME = 0.5
_SHARES_COMMUNITY = 0.85
_SECOND_NOMINAL = 0.04


@dataclass
class People:
    """One row a person, as columns of equal length.

    ``other_surname`` is the maiden or partner's name (the same where there is none);
    ``mate`` is the partner's row or -1; ``unit`` says who moves together; ``nominal`` and
    ``second_nominal`` are police numbers (-1: none).
    """

    household: Ints
    place: Ints
    sex: Ints
    born: Ints
    community: Ints
    area: Ints
    forename: Ints
    surname: Ints
    other_surname: Ints
    mate: Ints
    unit: Ints
    phone: Ints
    nominal: Ints
    second_nominal: Ints

    def __len__(self) -> int:
        """Return the number of people."""
        return len(self.household)

    def age(self) -> Ints:
        """Return ages at the end of the period, whole years."""
        return ((TODAY - self.born) // _YEAR).astype(np.int64)


@dataclass
class _Homes:
    """One row a household, before its people are put in rows of their own."""

    area: Ints
    community: Ints
    age: Ints
    with_mother: Ints
    with_partner: Ints
    name_of_partner: Ints


def populate(homes: int, rng: np.random.Generator) -> People:
    """Return the people of that many households."""
    made = _homes(homes, rng)
    groups = [
        _adults(made, MOTHER, rng),
        _adults(made, PARTNER, rng),
        _children(made, rng),
        _further(made, GROWN_UP, rng),
        _further(made, GRANDPARENT, rng),
    ]
    household, place, sex, age = (np.concatenate(each) for each in zip(*groups, strict=True))
    born = (TODAY - age * _YEAR).astype(np.int64)
    n = len(household)
    strangers = (rng.random(n) > _SHARES_COMMUNITY) & (place == PARTNER)
    community = made.community[household]
    community[strangers] = rng.choice(len(COMMUNITIES), size=strangers.sum(), p=COMMUNITY_SHARES)
    people = People(
        household=household,
        place=place,
        sex=sex,
        born=born,
        community=community,
        area=made.area[household],
        forename=forenames().draw((sex, community, era(_year(born))), rng),
        surname=np.zeros(n, dtype=np.int64),
        other_surname=np.zeros(n, dtype=np.int64),
        mate=np.full(n, -1),
        unit=household * 3 + np.select([place == PARTNER, place >= GROWN_UP], [1, 2], 0),
        phone=rng.integers(PHONES, size=n),
        nominal=rng.permutation(n),
        second_nominal=np.where(rng.random(n) < _SECOND_NOMINAL, n + np.arange(n), -1),
    )
    _name_families(people, made, rng)
    _pair_off(people, homes)
    _name_after_father(people, homes, rng)
    return people


def addresses(people: People, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Return three postcodes a person in turn, and the two days on which each unit moves.

    Returns
    -------
    postcodes : ndarray of int, shape (n, 4)
        The one before the period, then those within it.
    moves : ndarray of int, shape (n, 2)
        Days since 1970, in order.
    """
    homes = int(people.household.max()) + 1
    home_area = np.zeros(homes, dtype=np.int64)
    home_area[people.household] = people.area
    here = draw_postcodes(home_area, rng)
    before = draw_postcodes(home_area, rng)
    unit_area = np.repeat(home_area, 3)
    # Three in twenty moves leave the area: so somebody known at one site is heard at another.
    leaves = rng.random((2, len(unit_area))) < 0.15
    onward = np.where(leaves, rng.integers(AREAS, size=leaves.shape), unit_area)
    first, second = (draw_postcodes(each, rng) for each in onward)
    start = TODAY - 4 * int(_YEAR)
    days = start + np.cumsum(rng.exponential(5 * _YEAR, size=(len(unit_area), 2)), axis=1)
    postcodes = np.column_stack(
        [
            before[people.household],
            here[people.household],
            first[people.unit],
            second[people.unit],
        ]
    )
    return postcodes, days.astype(np.int64)[people.unit]


def _year(days: Ints) -> Ints:
    return days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970


def _homes(n: int, rng: np.random.Generator) -> _Homes:
    with_mother = rng.random(n) < 0.88
    return _Homes(
        area=rng.integers(AREAS, size=n),
        community=rng.choice(len(COMMUNITIES), size=n, p=COMMUNITY_SHARES),
        age=np.clip(18 + rng.gamma(2.6, 6.5, size=n), 18, 75).astype(np.int64),
        with_mother=with_mother.astype(np.int64),
        with_partner=(~with_mother | (rng.random(n) < 0.6)).astype(np.int64),
        name_of_partner=(rng.random(n) < _SHARES_SURNAME).astype(np.int64),
    )


Group = tuple[Ints, Ints, Ints, "np.ndarray[tuple[int], np.dtype[np.float64]]"]


def _adults(homes: _Homes, place: int, rng: np.random.Generator) -> Group:
    present = homes.with_mother if place == MOTHER else homes.with_partner
    home = np.flatnonzero(present)
    n = len(home)
    age = homes.age[home] + rng.random(n)
    if place == PARTNER:
        age = np.clip(age + rng.normal(2, 4, size=n), 17, 80)
    usual, other = (FEMALE, MALE) if place == MOTHER else (MALE, FEMALE)
    sex = np.where(rng.random(n) < 0.97, usual, other)
    return home, np.full(n, place), sex, age


def _children(homes: _Homes, rng: np.random.Generator) -> Group:
    """Return children from the eldest down; a gap of nothing makes twins."""
    number = rng.choice(len(_CHILDREN), size=len(homes.age), p=_CHILDREN)
    eldest = rng.random(len(homes.age)) * np.minimum(17, homes.age - 17)
    gaps = 0.95 + rng.gamma(1.6, 1.2, size=(len(homes.age), len(_CHILDREN) - 2))
    gaps[rng.random(gaps.shape) < _TWINS] = 0
    ages = eldest[:, None] - np.concatenate(
        [np.zeros((len(eldest), 1)), np.cumsum(gaps, axis=1)], axis=1
    )
    present = (np.arange(ages.shape[1]) < number[:, None]) & (ages >= 0)
    home, turn = np.nonzero(present)
    sex = rng.integers(2, size=len(home))
    return home, np.full(len(home), CHILD), sex, ages[home, turn]


def _further(homes: _Homes, place: int, rng: np.random.Generator) -> Group:
    """Return grown-up children of the older, and grandparents of the younger."""
    chance = rng.random(len(homes.age))
    if place == GROWN_UP:
        home = np.flatnonzero((homes.age >= 40) & (chance < 0.4))
        home = np.sort(np.concatenate([home, home[rng.random(len(home)) < 0.3]]))
        age = 18 + rng.random(len(home)) * np.minimum(homes.age[home] - 37, 25)
    else:
        home = np.flatnonzero((homes.age < 45) & (chance < 0.05))
        age = homes.age[home] + rng.uniform(20, 35, size=len(home))
    return home, np.full(len(home), place), rng.integers(2, size=len(home)), age


def _name_families(people: People, homes: _Homes, rng: np.random.Generator) -> None:
    hers = surnames().draw((homes.community,), rng)
    his = surnames().draw((homes.community,), rng)
    home, place = people.household, people.place
    took_his = (homes.name_of_partner & homes.with_partner)[home] == 1
    fathered = (homes.with_partner[home] == 1) & (rng.random(len(people)) < 0.8)
    is_his = (place == PARTNER) | ((place == MOTHER) & took_his)
    is_his |= (place >= CHILD) & (took_his | fathered)
    people.surname = np.where(is_his, his[home], hers[home])
    strangers = people.community != homes.community[home]
    people.surname[strangers] = surnames().draw((people.community[strangers],), rng)
    # A name to come or gone: the maiden name of those who took his, a later marriage of others.
    later = surnames().draw((people.community,), rng)
    changes = (people.sex == FEMALE) & (place != CHILD)
    other = np.where(took_his & (place == MOTHER), hers[home], later)
    people.other_surname = np.where(changes, other, people.surname)


def _pair_off(people: People, homes: int) -> None:
    rows = np.full((2, homes), -1)
    for place in (MOTHER, PARTNER):
        here = np.flatnonzero(people.place == place)
        rows[place, people.household[here]] = here
    for place in (MOTHER, PARTNER):
        here = rows[place] >= 0
        people.mate[rows[place, here]] = rows[1 - place, here]


def _name_after_father(people: People, homes: int, rng: np.random.Generator) -> None:
    father = np.full(homes, -1)
    men = np.flatnonzero((people.place == PARTNER) & (people.sex == MALE))
    father[people.household[men]] = men
    chosen = (people.place >= CHILD) & (people.sex == MALE) & (father[people.household] >= 0)
    chosen &= rng.random(len(people)) < _SAME_FORENAME
    people.forename[chosen] = people.forename[father[people.household[chosen]]]
