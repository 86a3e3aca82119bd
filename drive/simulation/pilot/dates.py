"""When the hearings, allocations and case events of the pilot's first year happened.

All days are reconstructed: the report prints the year, the ten months and the end of April
2017 by which 48 cases were completed (lines 57 and 473-475).
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from drive.simulation.pilot.dealing import deal, pick, shuffled, stream
from drive.simulation.pilot.person_draft import Draft
from drive.simulation.pilot.records import SITE_CODES, SiteCode
from drive.vocabulary.allocation import Arm

YEAR_START = date(2016, 4, 1)
YEAR_END = date(2017, 3, 31)
COMPLETED_BY = date(2017, 4, 28)
INSIGHTS_BY = date(2017, 6, 29)
_LAST_HEARING = date(2017, 3, 20)
# The first meetings of each site: their Drive cases can be completed by April 2017.
_EARLY_MEETINGS = 6
_MEETING_WEEKDAY: dict[SiteCode, int] = {"essex": 1, "south_wales": 2, "west_sussex": 3}


def working_day(day: date) -> date:
    """Return the day itself, or the Friday before it if it is at a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def meetings(site: SiteCode) -> list[date]:
    """Return the site's Marac meetings: every two weeks, always on the same weekday."""
    day = YEAR_START + timedelta(days=(_MEETING_WEEKDAY[site] - YEAR_START.weekday()) % 7)
    found = []
    while day <= _LAST_HEARING:
        found.append(day)
        day += timedelta(days=14)
    return found


def deal_dates(drafts: list[Draft], seed: int) -> None:
    """Give every draft a hearing and an allocation three to ten days later."""
    rng = stream(seed, "dates")
    for site in SITE_CODES:
        days = meetings(site)
        here = [draft for draft in drafts if draft.site == site]
        drive = [d for d in here if d.arm is Arm.DRIVE and d.completed is None]
        _spread([draft for draft in here if draft.completed], days[:_EARLY_MEETINGS], rng)
        _spread(drive, days[_EARLY_MEETINGS:], rng)
        _spread([draft for draft in here if draft.arm is Arm.CONTROL], days, rng)
    for draft in drafts:
        later = [draft.heard_on + timedelta(days=days) for days in range(3, 11)]
        draft.allocated_on = pick([day for day in later if day.weekday() < 5], 1, rng)[0]


def deal_keys(drafts: list[Draft], seed: int) -> list[Draft]:
    """Number each site's perpetrators in the order of hearing; return them by key.

    Within a meeting the order is random, so that a number tells nothing of the arm.
    """
    rng = stream(seed, "keys")
    keyed: list[Draft] = []
    for site in SITE_CODES:
        here = shuffled([draft for draft in drafts if draft.site == site], rng)
        here.sort(key=lambda draft: draft.heard_on)
        for i, draft in enumerate(here, start=1):
            draft.key = f"{site}-{i:04d}"
        keyed.extend(here)
    return keyed


def _spread(group: list[Draft], days: list[date], rng: np.random.Generator) -> None:
    """Share a group out over meetings as evenly as it goes."""
    turns = [days[i * len(days) // len(group)] for i in range(len(group))]
    for draft, day in zip(group, deal(turns, rng.random(len(group))), strict=True):
        draft.heard_on = day
