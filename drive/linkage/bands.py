"""What becomes of a weighed pair: linked by rule, shown to a reviewer, or kept apart.

The lines come from calibration against pairs whose truth is known, not from habit: of a stock
model's pairs at a probability of .95 to .99, one in five is false.
"""

import numpy as np
import pandas as pd

from drive.linkage.decisions import Decided
from drive.linkage.model import Bands, Model

# What `calibration.calibrate` finds on a synthetic file of 82,000 cases, `case_file(seed=12)`.
BANDS = {
    "main": Bands(link=5.0, review=-1.5),
    "household": Bands(link=5.5, review=-1.5),
    "couple_perpetrator": Bands(link=3.5, review=-3.0),
    "couple_victim_survivor": Bands(link=2.5, review=-3.0),
}
LINKED, REVIEW, APART = "linked", "review", "apart"


def banded(edges: pd.DataFrame, model: Model) -> pd.DataFrame:
    """Return the pairs with a column `band`, as the machine has it.

    A pair across roles, a record that names two people, and a pair that no name supports are never
    linked by the machine however much they weigh. The roles of one case are kept apart.
    """
    line = edges["stratum"].map({name: band.link for name, band in model.bands.items()})
    same_role = edges["same_role"].to_numpy(dtype=bool)
    nameless = (edges["g_forename"] < 0) & (edges["g_surname"] < 0) & (edges["g_police"] < 2)
    to_person = ~same_role | edges["several"].to_numpy(dtype=bool) | nameless.to_numpy(dtype=bool)
    band = np.where((edges["weight"] >= line) & ~to_person, LINKED, REVIEW)
    parted = ~same_role & edges["same_case"].to_numpy(dtype=bool)
    return edges.assign(band=np.where(parted, APART, band))


def as_decided(edges: pd.DataFrame, decided: Decided) -> pd.DataFrame:
    """Return the pairs with the bands that people's decisions give them."""
    said = dict.fromkeys(decided.different, APART)
    said |= dict.fromkeys(decided.cannot_tell, REVIEW)
    said |= dict.fromkeys(decided.same, LINKED)
    if not said or edges.empty:
        return edges
    pairs = pd.MultiIndex.from_arrays([edges["l"], edges["r"]])
    place = pairs.get_indexer(pd.MultiIndex.from_tuples(list(said)))
    band = edges["band"].to_numpy(dtype=object, copy=True)
    there = place >= 0
    band[place[there]] = np.array(list(said.values()), dtype=object)[there]
    return edges.assign(band=band)


def strongest(edges: pd.DataFrame, also: pd.DataFrame) -> pd.DataFrame:
    """Return each pair once, as the stratum that links it, or else weighs it most, has it."""
    both = pd.concat([edges, also], ignore_index=True) if len(also) else edges
    ranked = both.assign(held=both["band"] != LINKED, light=-both["weight"])
    ranked = ranked.sort_values(["l", "r", "held", "light"], kind="stable")
    return ranked.drop(columns=["held", "light"]).drop_duplicates(["l", "r"], ignore_index=True)
