"""A Drive case as the gate takes it."""

from drive.vocabulary.facts import Side
from drive.web.casework.models import DriveCase
from drive.web.outbound.queries.case import Case, pairs_of


def case_at_gate(case: DriveCase) -> Case:
    """Return what the gate has to know of a Drive case: it is about every pair of his."""
    return Case(
        key=case.pk,
        reference=case.reference,
        side=Side.CASE_MANAGER,
        site=case.site,
        perpetrator=case.perpetrator,
        pairs=pairs_of(case.perpetrator),
    )
