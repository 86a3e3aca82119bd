"""What becomes of a weighed pair: linked by rule, shown to a reviewer, or kept apart.

The lines come from calibration against pairs whose truth is known, not from habit: of a stock
model's pairs at a probability of .95 to .99, one in five is false.
"""

import numpy as np
import pandas as pd

from drive.linkage.decisions import Decided
from drive.linkage.model import Bands, Model

BANDS = {
    "main": Bands(link=5.0, review=0.0),
    "household": Bands(link=7.0, review=-1.0),
    "couple_perpetrator": Bands(link=3.0, review=-1.0),
    "couple_victim_survivor": Bands(link=3.0, review=-1.0),
}
LINKED, REVIEW, APART = "linked", "review", "apart"


def banded(
    edges: pd.DataFrame, mentions: pd.DataFrame, model: Model, decided: Decided
) -> pd.DataFrame:
    """Return the pairs with a column `band`.

    A pair across roles, a record that names two people, and a pair that no name supports are never
    linked by the machine however much they weigh. The roles of one case are kept apart.
    """
    line = edges["stratum"].map({name: band.link for name, band in model.bands.items()})
    left, right = edges["l"].to_numpy(), edges["r"].to_numpy()
    several = mentions["several"].to_numpy(dtype=bool)
    case = pd.factorize(mentions["case_id"])[0]
    same_role = edges["same_role"].to_numpy(dtype=bool)
    nameless = (edges["g_forename"] < 0) & (edges["g_surname"] < 0) & (edges["g_police"] < 2)
    to_person = ~same_role | several[left] | several[right] | nameless.to_numpy(dtype=bool)
    band = np.where((edges["weight"] >= line) & ~to_person, LINKED, REVIEW)
    band = np.where(~same_role & (case[left] == case[right]), APART, band)
    result = edges.assign(band=band)
    return _as_decided(result, decided)


def _as_decided(edges: pd.DataFrame, decided: Decided) -> pd.DataFrame:
    said = dict.fromkeys(decided.different, APART)
    said |= dict.fromkeys(decided.cannot_tell, REVIEW)
    said |= dict.fromkeys(decided.same, LINKED)
    if said and len(edges):
        pairs = list(zip(edges["l"].tolist(), edges["r"].tolist(), strict=True))
        edges["band"] = [
            said.get(pair, band) for pair, band in zip(pairs, edges["band"], strict=True)
        ]
    return edges


def strongest(edges: pd.DataFrame, also: pd.DataFrame) -> pd.DataFrame:
    """Return each pair once, as the stratum that links it, or else weighs it most, has it."""
    both = pd.concat([edges, also], ignore_index=True) if len(also) else edges
    ranked = both.assign(held=both["band"] != LINKED, light=-both["weight"])
    ranked = ranked.sort_values(["l", "r", "held", "light"], kind="stable")
    return ranked.drop(columns=["held", "light"]).drop_duplicates(["l", "r"], ignore_index=True)
