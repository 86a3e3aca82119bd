"""The programme so far: the whole snapshot counted, the published year and what came after."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from drive.evaluation.blocks import Cell, Count, Remark, Table
from drive.evaluation.disclosure import shown_count
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind, Suppressed
from drive.evaluation.sheet import Sheet
from drive.vocabulary.allocation import OF_THE_SERVICE, AllocationOrigin, AllocationOutcome, Arm

ANALYSIS = Analysis(
    id="P1",
    title="The programme so far",
    question=3,
    kind=Kind.PROFILE,
    denominator="Everybody who came to the door of the draw, in the whole snapshot.",
    about=(
        "Every perpetrator of the snapshot, by arm and site: those of the published first year, "
        "and those drawn in this system since. The comparison with print below is made for the "
        "published year only."
    ),
)
ORIGINS = {
    AllocationOrigin.HISTORIC: "Published first year",
    AllocationOrigin.DRAWN: "Drawn since",
}
SERVICE = sorted(OF_THE_SERVICE)
RECONSTRUCTED = (
    "How the first year's Insights forms fall on the sites is not printed: in the rebuilt records "
    "it is reconstructed, and only their totals are facts."
)
STAGES = {
    "allocated": "allocated",
    "case": "Drive case opened",
    "intake": "Insights intake form",
    "exit": "Insights exit form",
}


def analyse(measures: Measures, *, exempt: bool, internal: bool) -> Sheet:
    """Count the whole snapshot.

    Parameters
    ----------
    exempt : bool
        Whether the historic rows are published figures; only then are they shown as they are.
    internal : bool
        Whether nothing is suppressed.
    """
    sheet = Sheet(analysis=ANALYSIS, compare=False)
    people = measures.people
    shown = {
        AllocationOrigin.HISTORIC: exempt or internal,
        AllocationOrigin.DRAWN: internal,
    }
    sites = sorted(set(people["site"]))
    for site in (None, *sites):
        sheet.add(_table(sheet, people, site=site, exact=shown))
    sheet.add(_excluded(sheet, measures.allocations, exact=shown))
    if exempt:
        sheet.add(Remark(RECONSTRUCTED))
    if not all(shown.values()):
        sheet.add(Remark("Small numbers of live rows are suppressed; totals add rounded numbers."))
    return sheet


def _table(
    sheet: Sheet, people: pd.DataFrame, *, site: str | None, exact: Mapping[AllocationOrigin, bool]
) -> Table:
    here = people if site is None else people[people["site"] == site]
    rows: list[list[Cell]] = []
    for arm in (Arm.DRIVE, Arm.CONTROL):
        for stage, label in STAGES.items():
            if stage == "case" and arm is Arm.CONTROL:
                continue
            counts = [
                _show(_reached(here, arm, origin, stage), exact=exact[origin]) for origin in ORIGINS
            ]
            counts.append(_total(counts))
            name = f"{arm}.{site or 'all'}.{stage}"
            _write(sheet, name, counts, title=f"{arm.label}: {label}, {_site(site)}")
            rows.append([f"{arm.label}: {label}", *(Count(count) for count in counts)])
    return Table(
        caption=f"The programme so far: {_site(site)}",
        columns=["Arm and stage", *ORIGINS.values(), "All so far"],
        rows=rows,
    )


def _reached(people: pd.DataFrame, arm: Arm, origin: AllocationOrigin, stage: str) -> int:
    group = people[(people["arm"] == arm) & (people["origin"] == origin)]
    columns = {"case": "drive_case_id", "intake": "intake_form", "exit": "exit_form"}
    return len(group) if stage == "allocated" else int(group[columns[stage]].notna().sum())


def _excluded(
    sheet: Sheet, allocations: pd.DataFrame, *, exact: Mapping[AllocationOrigin, bool]
) -> Table:
    rows: list[list[Cell]] = []
    for outcome in AllocationOutcome:
        if outcome is AllocationOutcome.ALLOCATED:
            continue
        # Whoever was turned away has no allocation and so no origin: that was decided here.
        origins = allocations.loc[allocations["outcome"] == outcome, "origin"].fillna(
            AllocationOrigin.DRAWN
        )
        counts = [_show(int((origins == origin).sum()), exact=exact[origin]) for origin in ORIGINS]
        counts.append(_total(counts))
        _write(sheet, f"door.all.{outcome}", counts, title=outcome.label)
        rows.append([outcome.label, *(Count(count) for count in counts)])
    rows += [_of_the_service(sheet, allocations, origin, exact=exact) for origin in SERVICE]
    return Table(
        caption="Not drawn for the trial: why",
        columns=["Outcome at the door of the draw", *ORIGINS.values(), "All so far"],
        rows=rows,
    )


def _of_the_service(
    sheet: Sheet,
    allocations: pd.DataFrame,
    origin: AllocationOrigin,
    *,
    exact: Mapping[AllocationOrigin, bool],
) -> list[Cell]:
    """Count those who came to Drive without a control arm beside them; they are in no contrast."""
    number = int((allocations["origin"] == origin).sum())
    counts = [0, _show(number, exact=exact[AllocationOrigin.DRAWN])]
    counts.append(_total(counts))
    _write(sheet, f"door.all.{origin}", counts, title=origin.label)
    return [origin.label, *(Count(count) for count in counts)]


def _show(count: int, *, exact: bool) -> int | Suppressed:
    return count if exact else shown_count(count)


def _total(counts: list[int | Suppressed]) -> int | Suppressed:
    known = [count for count in counts if isinstance(count, int)]
    return sum(known) if len(known) == len(counts) else Suppressed("a part is suppressed")


def _write(sheet: Sheet, name: str, counts: list[int | Suppressed], *, title: str) -> None:
    for word, count in zip(("historic", "drawn", "all"), counts, strict=True):
        sheet.shown(f"{name}.{word}", count, title=f"{title}: {word}")


def _site(site: str | None) -> str:
    return "all sites" if site is None else site.replace("_", " ").title()
