"""The strata as they came out, and both arms as they stood at the draw."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, F, Sum

from drive.vocabulary.allocation import (
    AllocationMethod,
    AllocationOrigin,
    AllocationOutcome,
    Arm,
)
from drive.web.allocation.models import Allocation, DrawUnit, EligibilityDecision
from drive.web.allocation.queries import standing
from drive.web.monitoring.queries.reach import OF_A_PANEL, Scope
from drive.web.monitoring.rules.balance import Baseline, Stratum


def strata_of(scope: Scope) -> list[Stratum]:
    """Return each period with its draws, and what each site imported; void draws were draws."""
    found = []
    if AllocationOrigin.DRAWN in scope.origins:
        found += list(_drawn(scope))
    if AllocationOrigin.HISTORIC in scope.origins:
        found += list(_imported(scope))
    return sorted(found, key=lambda each: (each.site, str(each.starts_on or "")))


def _drawn(scope: Scope) -> Iterator[Stratum]:
    counted = (
        DrawUnit.objects.filter(sealed_list__site__in=scope.sites)
        .exclude(sealed_list__period__method=AllocationMethod.PANEL)
        .order_by()
        .values(
            "arm",
            site=F("sealed_list__site__name"),
            starts_on=F("sealed_list__period__starts_on"),
            method=F("sealed_list__period__method"),
            drive_share=F("sealed_list__period__drive_share"),
            control_share=F("sealed_list__period__control_share"),
        )
        .annotate(units=Count("pk"), expected=Sum("p_assignment"))
    )
    for key, arms in _together(counted, ("site", "starts_on")).items():
        row = next(iter(arms.values()))
        shares = row["drive_share"], row["control_share"]
        yield Stratum(
            site=key[0],
            starts_on=key[1],
            method=AllocationMethod(row["method"]),
            ratio=shares if None not in shares else None,
            expected=sum(each["expected"] for each in arms.values()),
            **_arms(arms),
        )


def _imported(scope: Scope) -> Iterator[Stratum]:
    counted = (
        Allocation.objects.filter(
            perpetrator__site__in=scope.sites, origin=AllocationOrigin.HISTORIC
        )
        .order_by()
        .values("arm", site=F("perpetrator__site__name"))
        .annotate(units=Count("pk"))
    )
    for (site,), arms in _together(counted, ("site",)).items():
        yield Stratum(
            site=site, starts_on=None, method=None, ratio=None, expected=None, **_arms(arms)
        )


Rows = dict[Arm, dict[str, Any]]


def _together(counted: Any, names: tuple[str, ...]) -> dict[tuple[Any, ...], Rows]:
    found: dict[tuple[Any, ...], Rows] = {}
    for row in counted:
        found.setdefault(tuple(row[name] for name in names), {})[Arm(row["arm"])] = row
    return found


def _arms(rows: Rows) -> dict[str, int]:
    return {arm.value: rows[arm]["units"] if arm in rows else 0 for arm in Arm}


def baselines_of(scope: Scope) -> list[Baseline]:
    """Return both arms as they stood at the draw: those whose allocation stands."""
    decided = EligibilityDecision.objects.filter(
        perpetrator__site__in=scope.sites, outcome=AllocationOutcome.ALLOCATED
    ).order_by()
    frozen = {
        perpetrator: (repeat, serial)
        for perpetrator, repeat, serial in decided.values_list(
            "perpetrator", "repeat_at_allocation", "serial_at_allocation"
        )
    }
    people = (
        standing()
        .filter(perpetrator__site__in=scope.sites, origin__in=scope.origins)
        .exclude(OF_A_PANEL)
    )
    rows = []
    for perpetrator, arm, allocated_on, born_on in people.order_by().values_list(
        "perpetrator", "arm", "allocated_on", "perpetrator__person__date_of_birth"
    ):
        repeat, serial = frozen.get(perpetrator, (None, None))
        rows.append(
            Baseline(
                arm=Arm(arm),
                born_on=born_on,
                allocated_on=allocated_on,
                repeat=repeat,
                serial=serial,
            )
        )
    return rows
