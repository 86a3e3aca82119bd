"""The arm of each form: read here alone, when a sample is drawn and when a result is computed."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from drive.vocabulary.allocation import Arm
from drive.web.adjudication.rules.sampling import Candidate
from drive.web.allocation.models import Allocation
from drive.web.allocation.queries import live_voids
from drive.web.insights.models import InsightsForm
from drive.web.insights.queries import with_narratives
from drive.web.people.queries import roots_of

ARMS = (Arm.DRIVE, Arm.CONTROL)


def candidates() -> list[Candidate]:
    """Return every form that may be drawn, with its arm and who she is."""
    forms = with_narratives()
    arms = arms_of(forms)
    her = {form.pk: form.idva_case.dyad.victim_survivor.person_id for form in forms}
    roots = roots_of(her.values())
    return [
        Candidate(key=form.pk, arm=arms[form.pk], person=roots[her[form.pk]])
        for form in forms
        if form.pk in arms
    ]


def arms_of(forms: Iterable[InsightsForm]) -> dict[UUID, Arm]:
    """Return the arm of each form whose pair has a draw that stands."""
    standing = Allocation.objects.exclude(pk__in=live_voids().values("allocation"))
    arms = dict(standing.values_list("perpetrator", "arm"))
    of = {form.pk: form.idva_case.dyad.perpetrator_id for form in forms}
    return {key: Arm(arms[he]) for key, he in of.items() if he in arms}
