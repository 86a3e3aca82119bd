"""Ages that are plausible for the printed means and standard deviations.

Exact are the counts of missing ages and the range of the 48 (Year-1 report, lines 2441-2543);
means, medians and rank statistics are only approached.
"""

from __future__ import annotations

import numpy as np
from scipy.special import gammaincinv

from drive.simulation.pilot.dealing import deal, pick, stream
from drive.simulation.pilot.figures import rows
from drive.simulation.pilot.person_draft import Draft
from drive.simulation.pilot.records import SITE_CODES
from drive.vocabulary.allocation import Arm
from drive.vocabulary.people import RelationshipType

_YOUNGEST = 16
_OLDEST = 90

# Of the 48: (mean, standard deviation, youngest, oldest), such that the contacted are the
# younger and all together have the printed mean of 32.5 and 29.7 (lines 1297-1332, 2441-2543).
_COMPLETED = {
    (True, "perpetrator"): (29.0, 9.0, 17, 60),
    (False, "perpetrator"): (34.8, 13.0, 18, 76),
    (True, "victim_survivor"): (27.0, 9.0, 15, 50),
    (False, "victim_survivor"): (31.5, 10.0, 16, 54),
}


def deal_ages(drafts: list[Draft], seed: int) -> None:
    """Give every perpetrator and victim-survivor an age, or None where it is missing."""
    rng = stream(seed, "ages")
    for contacted in (True, False):
        group = [d for d in drafts if d.completed and d.completed.contacted is contacted]
        own, others = (
            _ages(len(group), _COMPLETED[contacted, role], exact=True)
            for role in ("perpetrator", "victim_survivor")
        )
        _give(group, own, others, rng)
    for site in SITE_CODES:
        for arm in Arm:
            cell = [d for d in drafts if (d.site, d.arm, d.completed) == (site, arm, None)]
            _deal_cell(cell, rng)


def _deal_cell(cell: list[Draft], rng: np.random.Generator) -> None:
    site, arm = cell[0].site, cell[0].arm
    dealt: dict[str, list[int]] = {}
    blank: dict[str, list[Draft]] = {}
    for role in ("perpetrator", "victim_survivor"):
        (row,) = rows("cohort_ages", site=site, arm=arm, role=role)
        shape = (float(row["mean"]), float(row["sd"]), _YOUNGEST, _OLDEST)
        dealt[role] = _ages(len(cell), shape, exact=False)
        blank[role] = pick(cell, int(row["n_missing"]), rng)
    _give(cell, dealt["perpetrator"], dealt["victim_survivor"], rng)
    for draft in blank["perpetrator"]:
        draft.age = None
    for draft in blank["victim_survivor"]:
        draft.victim_age = None


def _ages(n: int, shape: tuple[float, float, int, int], *, exact: bool) -> list[int]:
    """Return ``n`` ages in rising order: evenly spaced quantiles of a shifted gamma."""
    mean, sd, youngest, oldest = shape
    start = youngest - 2
    k = ((mean - start) / sd) ** 2
    chances = (np.arange(n) + 0.5) / n
    quantiles = start + gammaincinv(k, chances) * (mean - start) / k
    ages = [int(age) for age in np.clip(np.rint(quantiles), youngest, oldest)]
    if exact:
        ages[0], ages[-1] = youngest, oldest
    return ages


def _give(group: list[Draft], own: list[int], others: list[int], rng: np.random.Generator) -> None:
    """Give the ages so that couples are near in age and minors are young."""
    minors = [draft.relationship is RelationshipType.FAMILY_MINOR for draft in group]
    first = np.array([-1.0 if minor else 0.0 for minor in minors])
    for draft, age in zip(group, deal(own, first + rng.random(len(group))), strict=True):
        draft.age = min(age, 17) if draft.relationship is RelationshipType.FAMILY_MINOR else age
    # The victim-survivors of sons and daughters are often the older.
    near = np.array([float(draft.age or 0) + 20 * draft.is_family for draft in group])
    scores = near + rng.normal(scale=8, size=len(group))
    for draft, age in zip(group, deal(others, scores), strict=True):
        draft.victim_age = age
