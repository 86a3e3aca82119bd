"""Who takes new cases at a site, how many cases are open, and how many draws came lately."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from drive.randomisation.places import Caseload, Limits
from drive.web.accounts.models import RoleHolding, User
from drive.web.accounts.roles import Role
from drive.web.allocation.models import Allocation, DesignPeriod, SitePlaces
from drive.web.casework.models import CaseAssignment
from drive.web.casework.queries import loads_of
from drive.web.casework.queries.loads import ending_until
from drive.web.core.dates import add_months
from drive.web.insights.models import IdvaAssignment
from drive.web.monitoring.queries.reach import OF_A_PANEL
from drive.web.monitoring.rules.places import MONTHS_LOOKED_BACK, Team
from drive.web.organisations.models import Site

_MOST_RECORDED = 12


def teams_of(sites: Sequence[Site], *, until: date) -> dict[UUID, Team]:
    """Return the team of each site; cases planned to end until a day are expected to close."""
    workers = _workers(sites)
    people = {user for each in workers.values() for user, _name in each}
    opened, closing, supported = loads_of(people), _closing(people, until), _supported(people)
    return {
        site.pk: Team(
            case_managers=_caseloads(
                workers.get((site.pk, Role.CASE_MANAGER), []), opened, closing
            ),
            idvas=_caseloads(workers.get((site.pk, Role.IDVA), []), supported, {}),
            limits=Limits(target=site.caseload_target, authorised=site.caseload_limit),
        )
        for site in sites
    }


Workers = dict[tuple[UUID, Role], list[tuple[UUID, str]]]


def _workers(sites: Sequence[Site]) -> Workers:
    held = (
        RoleHolding.objects.filter(
            site__in=sites,
            role__in=(Role.CASE_MANAGER, Role.IDVA),
            ended_at=None,
            user__is_active=True,
        )
        .order_by("user__name", "user")
        .values_list("site", "role", "user", "user__name")
        .distinct()
    )
    found: Workers = {}
    for site, role, user, name in held:
        found.setdefault((site, Role(role)), []).append((user, name))
    return found


def _caseloads(
    workers: Iterable[tuple[UUID, str]], opened: Mapping[UUID, int], closing: Mapping[UUID, int]
) -> list[Caseload]:
    return [
        Caseload(name, opened.get(user, 0), closing=closing.get(user, 0)) for user, name in workers
    ]


def _closing(people: Iterable[UUID], until: date) -> dict[UUID, int]:
    return _by_user(ending_until(people, until))


def _supported(people: Iterable[UUID]) -> dict[UUID, int]:
    return _by_user(
        IdvaAssignment.objects.filter(
            user__in=list(people), ended_at=None, idva_case__closed_on=None
        )
    )


def _by_user(assignments: QuerySet[CaseAssignment] | QuerySet[IdvaAssignment]) -> dict[UUID, int]:
    counted = assignments.order_by().values("user").annotate(cases=Count("pk"))
    return {row["user"]: row["cases"] for row in counted}


def draws_of(sites: Sequence[Site], *, today: date) -> dict[UUID, int]:
    """Return how many units each site drew in the months looked back on."""
    counted = (
        Allocation.objects.filter(
            perpetrator__site__in=sites,
            allocated_on__gt=add_months(today, -MONTHS_LOOKED_BACK),
            allocated_on__lte=today,
        )
        .exclude(OF_A_PANEL)
        .order_by()
        .values("perpetrator__site")
        .annotate(
            units=Count("unit", distinct=True), without=Count("pk", filter=Q(unit__isnull=True))
        )
    )
    return {row["perpetrator__site"]: row["units"] + row["without"] for row in counted}


def periods_in_force(sites: Sequence[Site], *, today: date) -> dict[UUID, DesignPeriod]:
    """Return the period of each site that has one today."""
    begun = DesignPeriod.objects.filter(site__in=sites, starts_on__lte=today)
    return {period.site_id: period for period in begun.order_by("starts_on")}


def recorded_places(site: Site, actor: User) -> list[SitePlaces]:
    """Return the places recorded last for a site, the newest first."""
    found = SitePlaces.objects.visible_to(actor).filter(site=site).select_related("recorded_by")
    return list(found[:_MOST_RECORDED])
