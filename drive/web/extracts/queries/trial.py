"""Hearings, what became of each at the door of the draw, and rows set aside from lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from uuid import UUID

import pandas as pd

from drive.vocabulary.allocation import AllocationOutcome
from drive.web.allocation.models import Allocation, EligibilityDecision
from drive.web.allocation.queries import live_voids
from drive.web.extracts import rules
from drive.web.extracts.queries.study import Row, Study, frame
from drive.web.people.models import Dyad
from drive.web.referrals.models import ImportRow, MaracHearing
from drive.web.referrals.rules.states import RowState


def hearings(study: Study) -> pd.DataFrame:
    """Return each discussion of a dyad at a Marac."""
    found = MaracHearing.objects.values_list(
        "id", "dyad_id", "site__code", "meeting__held_on", "is_repeat"
    )
    name = study.pseudonym
    return frame(
        "hearings",
        (
            (name(key), name(dyad), site, study.day_of_dyad(dyad, held_on), is_repeat)
            for key, dyad, site, held_on, is_repeat in found
        ),
    )


def allocations(study: Study) -> pd.DataFrame:
    """Return each allocation, and each hearing that led to none with the reason."""
    return frame("allocations", [*_made(study), *_not_made(study)])


def _made(study: Study) -> Iterator[Row]:
    void = set(live_voids().values_list("allocation", flat=True))
    turns = _turns(study, void)
    frozen = _frozen()
    found = Allocation.objects.values_list(
        "id",
        "perpetrator_id",
        "perpetrator__site__code",
        "allocated_on",
        "arm",
        "p_assignment",
        "origin",
        "unit__sealed_list__number",
        "unit__position",
    )
    for key, perpetrator, site, allocated_on, *drawn in found:
        yield (
            study.pseudonym(key),
            study.pseudonym(perpetrator),
            site,
            rules.month_of(allocated_on),
            AllocationOutcome.ALLOCATED.value,
            *drawn,
            key in void,
            turns.get(key),
            *frozen.get(perpetrator, (None, None)),
        )


def _turns(study: Study, void: Collection[UUID]) -> dict[UUID, int]:
    """Return for each allocation that stands which one it is of her to whom it leads."""
    of_perpetrators = Dyad.objects.filter(is_primary=True).values_list(
        "perpetrator_id", "victim_survivor__person_id"
    )
    hers = {perpetrator: study.root(person) for perpetrator, person in of_perpetrators}
    in_order = Allocation.objects.order_by("allocated_on", "recorded_at", "pk")
    turns: dict[UUID, int] = {}
    met: Counter[UUID] = Counter()
    for key, perpetrator in in_order.values_list("pk", "perpetrator_id"):
        if key not in void and perpetrator in hers:
            met[hers[perpetrator]] += 1
            turns[key] = met[hers[perpetrator]]
    return turns


def _frozen() -> dict[UUID, tuple[bool | None, bool | None]]:
    decided = EligibilityDecision.objects.filter(outcome=AllocationOutcome.ALLOCATED)
    return {
        perpetrator: (repeat, serial)
        for perpetrator, repeat, serial in decided.values_list(
            "perpetrator_id", "repeat_at_allocation", "serial_at_allocation"
        )
    }


def _not_made(study: Study) -> Iterator[Row]:
    found = EligibilityDecision.objects.exclude(outcome=AllocationOutcome.ALLOCATED)
    for key, perpetrator, site, held_on, outcome in found.values_list(
        "id",
        "perpetrator_id",
        "perpetrator__site__code",
        "hearing__meeting__held_on",
        "outcome",
    ):
        yield (
            study.pseudonym(key),
            study.pseudonym(perpetrator),
            site,
            rules.month_of(held_on),
            outcome,
            *(None, None, None, None, None),
            False,
            *(None, None, None),
        )


def cleaning(study: Study) -> pd.DataFrame:
    """Return the rows of imported lists that were set aside, each with the reason."""
    found = ImportRow.objects.filter(state=RowState.SET_ASIDE)
    return frame(
        "cleaning",
        (
            (study.pseudonym(key), "marac_list", reason)
            for key, reason in found.values_list("id", "set_aside_reason")
        ),
    )
