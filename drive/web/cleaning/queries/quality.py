"""Duplicates by source and site: of people at the door and since, and of rows."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q

from drive.linkage.cleaning import CleaningReason
from drive.vocabulary.identity import CandidateState
from drive.web.accounts.models import User
from drive.web.cleaning.models import CleaningProposal, InsightsListRow
from drive.web.cleaning.queries.lists import counted
from drive.web.cleaning.rules.states import (
    STAYING,
    InsightsListState,
    InsightsRowState,
)
from drive.web.people.models import MatchCandidate, PersonMention
from drive.web.referrals.models import ImportRow
from drive.web.referrals.rules.states import RowState, SetAsideReason

Line = tuple[str, str]
"""A source and the name of a site."""


@dataclass(frozen=True, kw_only=True)
class PeopleLine:
    """How often people of one source and site were mentioned, and who proved to be one."""

    source: str
    site: str
    mentions: int
    people: int
    joined: int
    merged: int
    open_questions: int


def people_lines(actor: User) -> list[PeopleLine]:
    """Return the people of each source and site."""
    earlier = PersonMention.objects.filter(person=OuterRef("person")).filter(
        Q(recorded_at__lt=OuterRef("recorded_at"))
        | Q(recorded_at=OuterRef("recorded_at"), pk__lt=OuterRef("pk"))
    )
    found = (
        PersonMention.objects.order_by()
        .annotate(site=F("agency__site__name"), again=Exists(earlier))
        .values("source", "site")
        .annotate(
            mentions=Count("pk"),
            people=Count("person", distinct=True),
            joined=Count("pk", filter=Q(again=True)),
            merged=Count("person", distinct=True, filter=Q(person__survivor__isnull=False)),
        )
    )
    waiting = _open_questions(actor)
    lines = [
        PeopleLine(**each, open_questions=waiting.get((each["source"], each["site"]), 0))
        for each in found
    ]
    # Sorted here: databases put capitals in different places.
    return sorted(lines, key=lambda line: (line.source.casefold(), line.site))


def _open_questions(actor: User) -> dict[Line, int]:
    """Return how many open candidates touch each source and site; each counts once for a line."""
    candidates = MatchCandidate.objects.visible_to(actor).exclude(state=CandidateState.SETTLED)
    named = candidates.order_by().values_list(
        "one_mention__source",
        "one_mention__agency__site__name",
        "other_mention__source",
        "other_mention__agency__site__name",
    )
    counts: dict[Line, int] = {}
    for one_source, one_site, other_source, other_site in named:
        for line in {(one_source, one_site), (other_source, other_site)}:
            counts[line] = counts.get(line, 0) + 1
    return counts


@dataclass(frozen=True, kw_only=True)
class MaracLine:
    """The rows of a site's Marac lists that were set aside as the same hearing, or by hand."""

    site: str
    rows: int
    copy_in_list: int
    already_heard: int
    by_hand: int


def marac_lines(actor: User) -> list[MaracLine]:
    """Return the rows of imported Marac lists by site."""
    aside = Q(state=RowState.SET_ASIDE)
    wanted = {"rows": Q()} | {
        reason.value: aside & Q(set_aside_reason=reason) for reason in SetAsideReason
    }
    rows = ImportRow.objects.visible_to(actor).order_by()
    found: Any = rows.values(site=F("batch__agency__site__name")).annotate(**counted(wanted))
    return [MaracLine(**each) for each in found.order_by("site")]


@dataclass(frozen=True, kw_only=True)
class InsightsLine:
    """The rows of a site's Insights lists: what is proposed for them and what was decided."""

    site: str
    rows: int
    early: int
    copy: int
    repeat: int
    decided: int
    set_aside: int
    stays: int


def insights_lines(actor: User) -> list[InsightsLine]:
    """Return the rows of Insights lists by site; lists that were thrown away do not count."""
    rows = InsightsListRow.objects.visible_to(actor).exclude(
        insights_list__state=InsightsListState.DISCARDED
    )
    proposed = CleaningProposal.objects.filter(row=OuterRef("pk"))
    named = {reason.value: Exists(proposed.filter(reason=reason)) for reason in CleaningReason}
    decided = [InsightsRowState.SET_ASIDE, InsightsRowState.KEPT]
    wanted = {"rows": Q()}
    wanted |= {reason.value: Q(**{f"is_{reason.value}": True}) for reason in CleaningReason}
    wanted |= {
        "decided": Q(state__in=decided),
        "set_aside": Q(state=InsightsRowState.SET_ASIDE),
        "stays": Q(state__in=STAYING),
    }
    found: Any = (
        rows.order_by()
        .annotate(**{f"is_{name}": exists for name, exists in named.items()})
        .values("site__name")
        .annotate(**counted(wanted))
        .order_by("site__name")
    )
    return [InsightsLine(site=each.pop("site__name") or "", **each) for each in found]
