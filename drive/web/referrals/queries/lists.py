"""Finding lists, rows and hearings, and what is known already of the people on a list."""

import json
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.crypto import salted_hmac

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts.models import User
from drive.web.accounts.roles import READS, Compartment, Reach, Role
from drive.web.core.sealing import unseal_field
from drive.web.organisations.models import Agency, Site
from drive.web.people.actions import TypedPerson
from drive.web.referrals.models import CoreAnswer, ImportBatch, ImportRow, MaracHearing
from drive.web.referrals.rules.hearings import Named, ReadHearing, who_and_when
from drive.web.referrals.rules.rows import ListContext, Problem
from drive.web.referrals.rules.states import RowState

"""The compartment under whose key lists are sealed."""

_AT_ONCE = 250
_LOOKED_BACK = 500


def maracs_for(actor: User) -> QuerySet[Agency]:
    """Return the Maracs whose lists the actor may import."""
    reached = Q(pk__in=[])
    for holding in actor.holdings:
        reach = READS[Role(holding.role)].get(Compartment.IMPORTS)
        if reach is Reach.ALL:
            reached |= ~Q(pk__in=[])
        elif reach is Reach.AGENCY and holding.agency_id:
            reached |= Q(pk=holding.agency_id)
    maracs = Agency.objects.filter(reached, kind=AgencyType.MARAC)
    return maracs.select_related("site").order_by("site__name", "name")


def cells_of(row: ImportRow) -> dict[str, str]:
    """Return the cells of a row as typed; none once the list has expired."""
    cells: dict[str, str] = json.loads(unseal_field(row, "sealed_cells") or "{}")
    return cells


def problems_of(row: ImportRow) -> list[Problem]:
    """Return what is wrong with a row."""
    stored = json.loads(unseal_field(row, "sealed_problems") or "[]")
    return [Problem(*each) for each in stored]


def mark_of(batch: ImportBatch, key: str) -> str:
    """Return the keyed hash by which rows about one hearing find one another."""
    if not key:
        return ""
    salted = salted_hmac("drive.referrals.same_hearing", f"{batch.pk}|{key}", algorithm="sha256")
    return salted.hexdigest()


def context_of(batch: ImportBatch, *, today: date) -> ListContext:
    """Return what the rows of a list are read against."""
    marac = batch.agency
    maracs = Agency.objects.filter(kind=AgencyType.MARAC).exclude(pk=marac.pk)
    sites = Site.objects.exclude(pk=marac.site_id)
    return ListContext(
        today=today,
        marac=marac.name,
        site=marac.site.name,
        site_code=marac.site.code,
        other_maracs=tuple(maracs.values_list("name", flat=True)),
        other_sites=tuple(sites.values_list("name", flat=True)),
    )


def heard_already(marac: Agency, hearings: Iterable[ReadHearing]) -> set[str]:
    """Return which of some hearings, and perhaps others, a Marac has heard, as rules compare it."""
    heard: set[str] = set()
    wanted = list(hearings)
    for first in range(0, len(wanted), _AT_ONCE):
        some = wanted[first : first + _AT_ONCE]
        births = {each.perpetrator.born_on for each in some} - {None}
        born = "dyad__perpetrator__person__date_of_birth"
        found = MaracHearing.objects.filter(
            Q(**{f"{born}__in": births}) | Q(**{born: None}),
            meeting__marac=marac,
            meeting__held_on__in={each.heard_on for each in some},
        ).values_list(
            "meeting__held_on",
            *_name_and_birth("dyad__perpetrator__person"),
            *_name_and_birth("dyad__victim_survivor__person"),
        )
        heard |= {who_and_when(each[0], each[1:4], each[4:7]) for each in found.order_by()}
    return heard


def _name_and_birth(path: str) -> tuple[str, str, str]:
    return f"{path}__forename", f"{path}__surname", f"{path}__date_of_birth"


def typed_person(named: Named) -> TypedPerson:
    """Return somebody on a list as `people` takes him or her."""
    return TypedPerson(
        forename=named.forename,
        surname=named.surname,
        date_of_birth=named.born_on,
        date_of_birth_typed=named.born_typed,
    )


def rows_before(batch: ImportBatch, rows: Sequence[ImportRow]) -> list[ImportRow]:
    """Return the ready rows that stand before some rows of a list, as many as are quickly read."""
    if not rows:
        return []
    earlier = batch.rows.filter(state=RowState.READY, number__lt=rows[0].number)
    return list(earlier.order_by("-number")[:_LOOKED_BACK])[::-1]


def row_counts(batch: ImportBatch) -> dict[RowState, int]:
    """Return how many rows of a list stand in each state."""
    found = dict(batch.rows.order_by().values_list("state").annotate(rows=Count("pk")))
    return {state: found.get(state.value, 0) for state in RowState}


def expired(day: date) -> QuerySet[ImportBatch]:
    """Return the lists whose seven days are over and whose content still lies here."""
    left = Q(rows__sealed_cells__gt="") | Q(sealed_content__gt="")
    return ImportBatch.objects.filter(left, expires_on__lte=day).distinct()


def hearings_for(actor: User) -> QuerySet[MaracHearing]:
    """Return the hearings that the actor may see, newest meeting first."""
    return (
        MaracHearing.objects.visible_to(actor)
        .select_related(
            "site",
            "meeting__marac",
            "dyad__perpetrator__person",
            "dyad__victim_survivor__person",
        )
        .order_by("-meeting__held_on", "-recorded_at", "pk")
    )


def core_data_of(hearing: MaracHearing) -> dict[str, CoreAnswer]:
    """Return the current answer to each core question of a hearing."""
    current = CoreAnswer.objects.filter(hearing=hearing, superseded_by=None)
    return {row.question: row for row in current}


def batches_for(actor: User) -> QuerySet[ImportBatch]:
    """Return the lists that the actor may see, newest first."""
    return ImportBatch.objects.visible_to(actor).select_related("agency__site", "recorded_by")
