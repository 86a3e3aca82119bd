"""Who a case is about and who holds it: names and relationships, no way to reach anybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.people import RelationshipType
from drive.web.casework.models import Capacity, DriveCase
from drive.web.casework.presenters import age_in_words
from drive.web.casework.queries import current_assignments
from drive.web.design_system.presenters import label, summary_row
from drive.web.people.models import Dyad


def perpetrator_rows(case: DriveCase, today: date) -> list[dict[str, Any]]:
    """Return who the case is about."""
    person = case.perpetrator.person
    return [
        summary_row(gettext("Name"), person.name),
        summary_row(gettext("Age"), age_in_words(person.date_of_birth, today)),
        summary_row(gettext("Site"), case.site.name),
    ]


def pair_rows(pairs: Iterable[Dyad]) -> list[list[dict[str, Any]]]:
    """Return each victim-survivor: her name and what he is to her, and nothing else."""
    return [
        [
            summary_row(gettext("Name"), pair.victim_survivor.person.name),
            summary_row(gettext("Perpetrator is her or his"), _relationship(pair)),
        ]
        for pair in pairs
    ]


def _relationship(pair: Dyad) -> str:
    if pair.relationship:
        return label(RelationshipType(pair.relationship))
    return label(ValueStatus(pair.relationship_status))


def worker_rows(case: DriveCase, *, may_assign: bool) -> list[dict[str, Any]]:
    """Return who holds the case, each with a link to name somebody else."""
    held = current_assignments(case)
    return [
        summary_row(
            label(capacity),
            held[capacity].user.name if capacity in held else gettext("Nobody"),
            change=reverse("casework:assign", args=[case.pk, capacity]) if may_assign else None,
        )
        for capacity in Capacity
    ]
