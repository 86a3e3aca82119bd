"""Cases closed by walking the real action."""

from drive.vocabulary.casework import ClosureReason
from drive.vocabulary.clock import ExitPathway
from drive.web.casework import actions
from drive.web.casework.models import DriveCase, WhoseRisk
from tests.cast import NOW, Cast

LEAVING = actions.Leaving(
    exit_pathway=ExitPathway.RELAPSE_PREVENTION,
    exit_referred_on=NOW.date(),
    idva_told_on=NOW.date(),
    idva_told_by="The case manager",
    handed_over="There are no orders. The offender manager keeps the licence conditions.",
)


def closed(
    cast: Cast, case: DriveCase, *, reason: ClosureReason = ClosureReason.COMPLETED
) -> DriveCase:
    """Close a case of which nothing is asked but how it is left."""
    actions.close(
        case=case,
        closed_on=NOW.date(),
        reason=reason,
        whose_risk=[WhoseRisk.NOBODY],
        open_items=(),
        leaving=LEAVING,
        by=cast.service_manager,
        now=NOW,
    )
    return case
