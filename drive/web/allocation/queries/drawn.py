"""What was drawn in a trial, as the research code draws it again."""

from drive.randomisation import AllocationList, generate
from drive.web.allocation.exceptions import TrialRuns
from drive.web.allocation.models import DrawUnit, Trial
from drive.web.allocation.queries.arms import live_voids
from drive.web.allocation.queries.opened import design_of, lists_of


def drawn_list(trial: Trial) -> AllocationList:
    """Return the used positions of a closed trial, with those that are void.

    Raises
    ------
    TrialRuns
        If the trial is not closed: the list would tell where its blocks end.
    DesignError
        If no list was opened.
    """
    if not trial.revealed_seed:
        raise TrialRuns(
            "The trial runs. What was drawn is drawn again once it is closed and its seed revealed."
        )
    used = {(each.site.code, each.number): each.used for each in lists_of(trial)}
    made = generate(design_of(trial), bytes.fromhex(trial.revealed_seed)).used(used)
    void = DrawUnit.objects.filter(
        sealed_list__trial=trial, allocations__in=live_voids().values("allocation")
    )
    return made.voiding(
        void.values_list("sealed_list__site__code", "sealed_list__number", "position")
    )
