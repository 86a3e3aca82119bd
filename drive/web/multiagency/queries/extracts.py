"""Police extracts, what waits in them, and what is new on a case since somebody looked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils.crypto import salted_hmac

from drive.vocabulary.police import ExtractRowState
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.core.sealing import unseal_field
from drive.web.multiagency.models import ExtractLooked, ExtractRow, PoliceExtract
from drive.web.multiagency.rules.extracts import Problem, plain_reference
from drive.web.organisations.models import Site

S = ExtractRowState


def extracts_for(actor: User) -> QuerySet[PoliceExtract]:
    """Return the extracts that somebody may see, the latest first."""
    rows = PoliceExtract.objects.visible_to(actor)
    return rows.select_related("agency", "recorded_by", "site")


def counts_of(extract: PoliceExtract) -> dict[str, int]:
    """Return how many rows of an extract stand where."""
    rows = extract.rows.order_by().values("state").annotate(count=Count("pk"))
    return {row["state"]: row["count"] for row in rows}


def rows_in(extract: PoliceExtract, actor: User, *states: ExtractRowState) -> QuerySet[ExtractRow]:
    """Return the rows of an extract that stand somewhere, in the order of the file."""
    rows = ExtractRow.objects.visible_to(actor).filter(extract=extract, state__in=states)
    return rows.select_related("drive_case").order_by("number")


def cells_of(row: ExtractRow) -> dict[str, str]:
    """Return the cells of a row as typed; none once it is on its case."""
    return json.loads(unseal_field(row, "sealed_cells") or "{}")


def problems_of(row: ExtractRow) -> list[Problem]:
    """Return what is wrong in a row."""
    return [Problem(*each) for each in json.loads(unseal_field(row, "sealed_problems") or "[]")]


def keyed_mark(kind: str, *parts: str) -> str:
    """Return a hash that only this installation can make."""
    text = json.dumps(parts)
    return salted_hmac(f"drive.extracts.{kind}", text, algorithm="sha256").hexdigest()


def cases_by_reference(site: Site) -> dict[str, DriveCase]:
    """Return the Drive cases of a site by the reference that it gives to others."""
    cases = DriveCase.objects.filter(site=site).select_related("site", "perpetrator")
    return {plain_reference(case.reference): case for case in cases}


def on_cases(actor: User) -> QuerySet[ExtractRow]:
    """Return what stands on the cases that somebody may see."""
    return ExtractRow.objects.visible_to(actor).filter(state=S.TAKEN)


def on_case(case: DriveCase, actor: User) -> QuerySet[ExtractRow]:
    """Return what the extracts say on one case, the latest incident first."""
    rows = on_cases(actor).filter(drive_case=case)
    return rows.select_related("extract__agency", "fact").order_by("-happened_on", "number")


def looked_at(case: DriveCase, actor: User) -> datetime | None:
    """Return when somebody last looked at what the extracts say on a case."""
    row = ExtractLooked.objects.filter(drive_case=case, user=actor)
    return row.values_list("looked_at", flat=True).first()


def is_new(row: ExtractRow, since: datetime | None) -> bool:
    """Return whether a row came after somebody last looked."""
    return since is None or (row.fact is not None and row.fact.recorded_at > since)


def new_on(case: DriveCase, actor: User) -> int:
    """Return how much is new on a case since somebody last looked."""
    return _new(on_cases(actor).filter(drive_case=case), actor).count()


def new_by_case(actor: User) -> dict[UUID, int]:
    """Return how much is new since somebody last looked, by case; cases with nothing new are not.

    Only for cases that somebody holds: whoever leads a site has not looked at every case of it.
    """
    held = Q(drive_case__assignments__user=actor, drive_case__assignments__ended_at=None)
    rows = _new(on_cases(actor).filter(held), actor).order_by()
    counted = rows.values("drive_case").annotate(count=Count("pk", distinct=True))
    return {row["drive_case"]: row["count"] for row in counted}


def _new(rows: QuerySet[ExtractRow], actor: User) -> QuerySet[ExtractRow]:
    looked = ExtractLooked.objects.filter(drive_case=OuterRef("drive_case"), user=actor)
    since = rows.annotate(looked=Subquery(looked.values("looked_at")[:1]))
    return since.filter(Q(looked=None) | Q(fact__recorded_at__gt=F("looked")))


def cases_of(keys: Iterable[UUID], actor: User) -> QuerySet[DriveCase]:
    """Return cases by their keys, of those that somebody may see."""
    return DriveCase.objects.visible_to(actor).filter(pk__in=list(keys))
