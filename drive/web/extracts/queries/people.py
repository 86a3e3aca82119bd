"""Perpetrators, victim-survivors and dyads. Nobody's name or birth date is read."""

from __future__ import annotations

import pandas as pd

from drive.web.extracts.queries.study import Study, frame
from drive.web.people.models import Dyad, Perpetrator, VictimSurvivor


def perpetrators(study: Study) -> pd.DataFrame:
    """Return everybody heard at a Marac for abuse, with the site and its anonymised label."""
    found = Perpetrator.objects.values_list("id", "site__code", "site__study_label")
    return frame(
        "perpetrators",
        ((study.pseudonym(key), site, label, False) for key, site, label in found),
    )


def victim_survivors(study: Study) -> pd.DataFrame:
    """Return everybody heard at a Marac as abused."""
    found = VictimSurvivor.objects.values_list("id", "site__code")
    return frame("victim_survivors", ((study.pseudonym(key), site, False) for key, site in found))


def dyads(study: Study) -> pd.DataFrame:
    """Return the pairs."""
    found = Dyad.objects.values_list("id", "perpetrator_id", "victim_survivor_id", "is_primary")
    name = study.pseudonym
    return frame(
        "dyads", ((name(key), name(his), name(hers), primary) for key, his, hers, primary in found)
    )
