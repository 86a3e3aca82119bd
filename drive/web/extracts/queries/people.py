"""Perpetrators, victim-survivors and dyads. Nobody's name or birth date is read."""

from __future__ import annotations

import pandas as pd

from drive.vocabulary.identity import PartyRole
from drive.web.extracts.queries.study import Study, frame
from drive.web.people.models import Dyad, Perpetrator, VictimSurvivor


def perpetrators(study: Study) -> pd.DataFrame:
    """Return everybody heard at a Marac for abuse, with the site and its anonymised label."""
    found = Perpetrator.objects.values_list("id", "site__code", "site__study_label", "person_id")
    return frame(
        "perpetrators",
        (
            (study.pseudonym(key), site, label, False, study.person(person, PartyRole.PERPETRATOR))
            for key, site, label, person in found
        ),
    )


def victim_survivors(study: Study) -> pd.DataFrame:
    """Return everybody heard at a Marac as abused."""
    found = VictimSurvivor.objects.values_list("id", "site__code", "person_id")
    return frame(
        "victim_survivors",
        (
            (study.pseudonym(key), site, False, study.person(person, PartyRole.VICTIM_SURVIVOR))
            for key, site, person in found
        ),
    )


def dyads(study: Study) -> pd.DataFrame:
    """Return the pairs."""
    found = Dyad.objects.values_list("id", "perpetrator_id", "victim_survivor_id", "is_primary")
    name = study.pseudonym
    return frame(
        "dyads", ((name(key), name(his), name(hers), primary) for key, his, hers, primary in found)
    )
