"""The two additions to Splink's model: pairs of one household, and the other party of a couple.

Most false links of a model that takes surname and postcode as independent are two members of one
household. Within a household only first name, birth date and sex (and a number, where there is
one) tell people apart, so those pairs have their own weights, learnt among themselves.

And where one party of two cases is known to be the same person, the other party is far more often
the same than two strangers would be: those pairs have their own prior and weights too.
"""

import math
from collections.abc import Sequence

import duckdb
import numpy as np

from drive.linkage.comparisons import BY_NAME, COMPARISONS, IN_HOUSEHOLD
from drive.linkage.em import maximise, shares_of
from drive.linkage.model import Stratum
from drive.linkage.scoring import HOUSEHOLD, patterns

# A number that is one person's, whoever lives or is heard with them: the main weights stand.
PERSONAL = ("police",)
# With fewer pairs than this nothing can be learnt, and the main weights stand.
ENOUGH = 200


def household(con: duckdb.DuckDBPyConnection, compared: str, main: Stratum) -> Stratum:
    """Return the stratum of pairs with one postcode and one surname."""
    return _learn(
        con, compared, main, name=HOUSEHOLD, names=IN_HOUSEHOLD, where="same_home AND same_role"
    )


def couple(con: duckdb.DuckDBPyConnection, compared: str, main: Stratum, role: str) -> Stratum:
    """Return the stratum of pairs in a role whose counterparts are one person."""
    names = tuple(BY_NAME)
    return _learn(con, compared, main, name=f"couple_{role}", names=names, where=f"role = '{role}'")


def _learn(
    con: duckdb.DuckDBPyConnection,
    compared: str,
    main: Stratum,
    *,
    name: str,
    names: Sequence[str],
    where: str,
) -> Stratum:
    found = patterns(con, compared, names, where)
    counts = found.pop("n").to_numpy(dtype=np.float64)
    if counts.sum() < ENOUGH:
        return _fallback(main, name, names)
    vectors = found.to_numpy(dtype=np.int8)
    held = [place for place, key in enumerate(names) if key in PERSONAL]
    start = shares_of(main.weights, names, held=held)
    share, shares = maximise(vectors, counts, start, share=0.3, held=held)
    weights = {
        key: tuple(np.log2(m / u).tolist()) for key, (m, u) in zip(names, shares, strict=True)
    }
    return Stratum(name, math.log2(share / (1 - share)), weights, _chance(main, name))


def _fallback(main: Stratum, name: str, names: Sequence[str]) -> Stratum:
    """Return the main weights with an even prior: too few pairs to learn from."""
    weights = {key: main.weights[key] for key in names}
    return Stratum(name, -2.0 if name == HOUSEHOLD else -1.0, weights, _chance(main, name))


def _chance(main: Stratum, name: str) -> dict[str, float]:
    if name == HOUSEHOLD:
        return {}
    return {c.name: main.chance[c.name] for c in COMPARISONS if c.frequencies}
