"""Who is in the six groups today."""

from uuid import UUID

from django.db.models import Exists, OuterRef

from drive.vocabulary.allocation import Arm
from drive.web.allocation.queries import standing
from drive.web.insights.models import IdvaCase
from drive.web.monitoring.queries.reach import OF_A_PANEL, Scope
from drive.web.monitoring.rules.groups import Groups, Link, count_groups
from drive.web.people.models import Dyad


def groups_of(scope: Scope) -> Groups:
    """Return the six groups of some sites; each human being is counted once."""
    within = {site.pk for site in scope.sites}
    trial = standing().exclude(OF_A_PANEL)
    in_order = trial.order_by("allocated_on", "recorded_at", "pk")
    drawn: dict[UUID, tuple[int, Arm, bool]] = {}
    for turn, (his, arm, site) in enumerate(
        in_order.values_list("perpetrator", "arm", "perpetrator__site")
    ):
        drawn[his] = (turn, Arm(arm), site in within)
    supported = Exists(IdvaCase.objects.filter(dyad=OuterRef("pk")))
    dyads = (
        Dyad.objects.filter(perpetrator__in=trial.order_by().values("perpetrator"))
        .annotate(supported=supported)
        .order_by()
        .values_list(
            "perpetrator",
            "victim_survivor__person",
            "victim_survivor__person__survivor",
            "supported",
        )
    )
    links = []
    for his, her, stands_for_her, on_insights in dyads:
        turn, arm, counted = drawn[his]
        links.append(
            Link(
                her=stands_for_her or her,
                arm=arm,
                turn=turn,
                counted=counted,
                on_insights=on_insights,
            )
        )
    return count_groups([arm for _turn, arm, counted in drawn.values() if counted], links)
