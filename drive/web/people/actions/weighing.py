"""With which model people are compared: the one that was kept, or one that is made now.

Weights are learnt from the people on record once there are enough of them. Before that the
weights come from simulated households, whose truth is known, and only how common each name is
comes from the people on record: a few hundred records teach a model that everybody is different.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from drive.web.accounts.models import User
from drive.web.core.sealing import SealingError, seal_field, unseal_field
from drive.web.people.models import LinkageModel

if TYPE_CHECKING:
    import pandas as pd

    from drive.linkage import Linkage, Model

ENOUGH = 20_000
"""Records from which a model is learnt from the people on record."""

GROWN = 1.2
"""A kept model is made anew at night once there are so many times as many records."""

SHIPPED = Path(__file__).parents[1] / "linkage_model.json"
"""Learnt from simulated households by `scripts/build_linkage_model.py`; nobody in it is real."""


def compare_records(
    records: pd.DataFrame, decisions: pd.DataFrame, *, renew: bool, by: User, now: datetime
) -> tuple[Linkage, LinkageModel]:
    """Link records with the kept model, or with one that is made and kept now.

    Parameters
    ----------
    records, decisions
        As `drive.linkage.link` takes them.
    renew : bool
        Whether a kept model may be replaced since the records have grown.
    """
    # Pages import this module; only the job needs what the next line loads.
    from drive.linkage import link

    kept = _kept()
    if kept and not (renew and len(records) >= GROWN * kept[0].records):
        row, model = kept
        return link(records, model=model, decisions=decisions), row
    if len(records) >= ENOUGH:
        linkage = link(records, decisions=decisions)
    else:
        model = _as_common_as_here(_from_simulation(), link(records, model=_from_simulation()))
        linkage = link(records, model=model, decisions=decisions)
    return linkage, _keep(linkage.model, records=len(records), by=by, now=now)


def _kept() -> tuple[LinkageModel, Model] | None:
    """Return the latest model that this version of the libraries can score with."""
    from drive.linkage import Model, ModelVersionError

    row = LinkageModel.objects.order_by("-recorded_at").first()
    if row is None:
        return None
    try:
        text = unseal_field(row, "sealed_text")
        return row, Model.of_text(text)
    except (ModelVersionError, SealingError):
        return None


def _keep(model: Model, *, records: int, by: User, now: datetime) -> LinkageModel:
    text = model.text()
    versions = json.loads(text)["made_by"]
    row = LinkageModel(versions=versions, records=records, recorded_at=now, recorded_by=by)
    seal_field(row, "sealed_text", text)
    row.save(force_insert=True)
    return row


@lru_cache(maxsize=1)
def _from_simulation() -> Model:
    """Return the model that is shipped; made by other versions of the libraries, it is relearnt."""
    from drive.linkage import Model, ModelVersionError

    try:
        return Model.of_text(SHIPPED.read_text("utf-8"), name=SHIPPED.name)
    except ModelVersionError:
        return learn_from_simulation()


def learn_from_simulation() -> Model:
    """Learn the weights from simulated households; it takes some seconds."""
    from drive.linkage import link
    from drive.simulation.households import (
        HOUSEHOLD_SEED,
        PLACEHOLDER_POSTCODES,
        households_file,
    )

    made = households_file(seed=HOUSEHOLD_SEED)
    return link(made.records, seed=HOUSEHOLD_SEED, not_homes=PLACEHOLDER_POSTCODES).model


def _as_common_as_here(model: Model, linkage: Linkage) -> Model:
    """Return the model with the shares of names as they are among these people and its own."""
    columns = {"forename": "forename", "surname": "surname_std"}
    shares = {}
    for name, column in columns.items():
        here = linkage.mentions[column].value_counts()
        in_all = model.records + int(here.sum())
        before = model.frequencies[name]
        values = {*before, *here.index}
        shares[name] = {
            value: (before.get(value, 0.0) * model.records + int(here.get(value, 0))) / in_all
            for value in sorted(values)
        }
    return replace(model, frequencies=shares)
