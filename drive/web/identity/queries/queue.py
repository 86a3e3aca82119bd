"""The questions of identity that wait, and those that keep somebody from being drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from drive.vocabulary.identity import CandidateState
from drive.web.accounts.models import User
from drive.web.allocation.queries import line_of, sites_of_the_trial
from drive.web.people.models import MatchCandidate, MatchDecision, Perpetrator
from drive.web.people.rules import UNSETTLED


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question that waits. `holds_since`: since when it keeps somebody from being drawn."""

    candidate: UUID
    state: CandidateState
    opened_at: datetime
    holds_since: datetime | None
    for_somebody_else: bool


def waiting(actor: User) -> QuerySet[MatchCandidate]:
    """Return the questions that wait and that the actor may see, with the roots of the two.

    Two who are one already, through further records, are no question any more.
    """
    return (
        MatchCandidate.objects.visible_to(actor)
        .filter(state__in=UNSETTLED)
        .annotate(
            one_root=Coalesce("one__survivor", "one"),
            other_root=Coalesce("other__survivor", "other"),
        )
        .exclude(one_root=F("other_root"))
    )


def questions(actor: User, chosen: Mapping[str, str], *, today: date) -> list[Question]:
    """Return the questions that wait: what the actor can decide and holds a draw comes first.

    `chosen` are the codes of `state`, `site`, `holds` and `crosses`.
    """
    last = MatchDecision.objects.filter(candidate=OuterRef("pk")).order_by("-number")
    found = _narrowed(waiting(actor), chosen).annotate(
        of_perpetrators=_plays("one") & _plays("other"),
        last_by=Subquery(last.values("recorded_by")[:1], output_field=UUIDField()),
    )
    held = held_people(today)
    rows = [
        Question(
            candidate=row.pk,
            state=CandidateState(row.state),
            opened_at=row.recorded_at,
            holds_since=_holds_since(row, held),
            for_somebody_else=row.state == CandidateState.SECOND and row.last_by == actor.pk,
        )
        for row in found
    ]
    if chosen.get("holds"):
        rows = [row for row in rows if row.holds_since]
    return sorted(rows, key=_urgency)


def _urgency(row: Question) -> tuple[bool, bool, datetime, datetime, str]:
    since = row.holds_since or row.opened_at
    return (
        row.for_somebody_else,
        row.holds_since is None,
        since,
        row.opened_at,
        str(row.candidate),
    )


def _plays(side: str) -> Exists:
    return Exists(Perpetrator.objects.filter(person=OuterRef(side)))


def _narrowed(
    found: QuerySet[MatchCandidate], chosen: Mapping[str, str]
) -> QuerySet[MatchCandidate]:
    if chosen.get("state"):
        found = found.filter(state=chosen["state"])
    if chosen.get("crosses"):
        found = found.filter(crosses_roles=True)
    if chosen.get("site"):
        site = chosen["site"]
        found = found.filter(
            Q(one_mention__agency__site__code=site) | Q(other_mention__agency__site__code=site)
        )
    return found


def held_people(today: date) -> dict[UUID, datetime]:
    """Return since when each human being, by who stands for him, is kept from being drawn."""
    held: dict[UUID, datetime] = {}
    for site in sites_of_the_trial():
        for each in line_of(site, today=today).held:
            if each.held_since:
                held[each.person] = min(each.held_since, held.get(each.person, each.held_since))
    return held


def _holds_since(row: MatchCandidate, held: Mapping[UUID, datetime]) -> datetime | None:
    if not row.of_perpetrators:  # type: ignore[attr-defined]
        return None
    roots = (row.one_root, row.other_root)  # type: ignore[attr-defined]
    # What another question about the same person held before is not this one's doing.
    since = [max(held[root], row.recorded_at) for root in roots if root in held]
    return min(since, default=None)


def next_to_decide(actor: User, *, today: date) -> Question | None:
    """Return the question that comes first among those that the actor can decide."""
    rows = questions(actor, {}, today=today)
    return next((row for row in rows if not row.for_somebody_else), None)


def with_names(rows: list[Question]) -> dict[UUID, MatchCandidate]:
    """Return the candidates of some questions with the mentions that the list names."""
    found = MatchCandidate.objects.filter(pk__in=[row.candidate for row in rows])
    return {
        candidate.pk: candidate
        for candidate in found.select_related(
            "one_mention__agency__site", "other_mention__agency__site"
        )
    }
