"""An Idva case as the gate takes it."""

from drive.vocabulary.facts import Side
from drive.web.insights.models import IdvaCase
from drive.web.outbound.queries.case import Case


def case_at_gate(case: IdvaCase) -> Case:
    """Return what the gate has to know of an Idva case: it is about its one pair."""
    return Case(
        key=case.pk,
        reference=case.reference,
        side=Side.IDVA,
        site=case.site,
        perpetrator=case.dyad.perpetrator,
        pairs=[case.dyad],
    )
