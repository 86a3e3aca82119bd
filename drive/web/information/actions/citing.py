"""Citing facts for a use, asking the guard, and overriding it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.facts import CitationKind, OverrideRole, Use
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.information.exceptions import NothingToOverride, NotRecordable, StoppedByGuard
from drive.web.information.models import Citation, Fact, Folder, OverriddenFact, Override
from drive.web.information.queries.citing import citations_about, overrides_on, verdict_on
from drive.web.information.queries.provenance import graph_of
from drive.web.information.queries.words import close
from drive.web.information.rules.guard import Verdict, judge

_ROLES = {
    OverrideRole.SERVICE_MANAGER: Role.SERVICE_MANAGER,
    OverrideRole.IDVA_LEAD: Role.IDVA,
}


@transaction.atomic
def cite(
    *,
    facts: Sequence[Fact],
    use: Use,
    kind: CitationKind,
    about: UUID,
    by: User,
    now: datetime,
) -> Verdict:
    """Say that something rests on facts, and return what the guard says of all it rests on.

    Each citation keeps what the guard said of its fact that day. Citing is never refused: what
    the guard stops is the use.
    """
    graph = graph_of(fact.pk for fact in facts)
    for fact in dict.fromkeys(facts):
        outcome = judge(graph, [fact.pk], use).outcome
        Citation.objects.get_or_create(
            fact=fact,
            about=about,
            use=use,
            ended_at=None,
            defaults={
                "kind": kind,
                "outcome": outcome,
                "recorded_at": now,
                "recorded_by": by,
            },
        )
    record_change("information.cite", about, *facts, by=by, now=now, fields=use.label)
    return verdict_on(about, use)


@transaction.atomic
def uncite(*, facts: Sequence[Fact], use: Use, about: UUID, by: User, now: datetime) -> int:
    """Say that something rests on some facts no longer; return how many citations ended."""
    ended = citations_about(about, use).filter(fact__in=facts)
    count = ended.update(ended_at=now, ended_by=by)
    if count:
        record_change("information.uncite", about, *facts, by=by, now=now, fields=use.label)
    return count


@transaction.atomic
def cite_again(*, before: UUID, about: UUID, use: Use, by: User, now: datetime) -> None:
    """Let a new version rest on what the one before rested on: rewriting sheds no fact.

    No override is carried over: it was given for the other text.
    """
    rows = list(citations_about(before, use).select_related("fact"))
    if rows:
        facts = [row.fact for row in rows]
        kind = CitationKind(rows[0].kind)
        cite(facts=facts, use=use, kind=kind, about=about, by=by, now=now)


def require_guard(*, about: UUID, use: Use) -> Verdict:
    """Refuse a use that the guard stops.

    Raises
    ------
    StoppedByGuard
        In words that say nothing but that it rests on her side alone.
    """
    verdict = verdict_on(about, use)
    if verdict.stops:
        raise StoppedByGuard(
            "This rests on something that is known from the victim-survivor's side alone, so the "
            "service user could tell that she spoke. Find another source for it, leave it out, or "
            "let the service manager and the IDVA lead override the guard together, with reasons."
        )
    return verdict


@transaction.atomic
def override(
    *,
    folder: Folder,
    about: UUID,
    use: Use,
    role: OverrideRole,
    reason: str,
    by: User,
    now: datetime,
) -> Override:
    """Override the guard as one of the two. It lets the use go on only once both have done so.

    It holds for the facts that stand against the use now, and for no other.
    """
    if _ROLES[role] not in by.roles:
        raise NothingToOverride("Only the service manager and the IDVA lead decide about this.")
    if not reason.strip():
        raise NotRecordable("Write the reason.", field="reason")
    Folder.objects.select_for_update().get(pk=folder.pk)
    alone = _still_alone(about, use, role, by)
    row = Override(folder=folder, about=about, use=use, role=role, recorded_at=now, recorded_by=by)
    close(row, "sealed_reason", reason)
    row.save(force_insert=True)
    OverriddenFact.objects.bulk_create(
        OverriddenFact(override=row, fact_id=fact, recorded_at=now, recorded_by=by)
        for fact in alone
    )
    record_change("information.override", folder.about, row, by=by, now=now, fields=role.label)
    return row


def _still_alone(about: UUID, use: Use, role: OverrideRole, by: User) -> frozenset[UUID]:
    verdict = verdict_on(about, use)
    if not verdict.stops:
        raise NothingToOverride("The guard stops nothing here.")
    for each in overrides_on(about, use):
        if verdict.alone <= each.facts and (each.role is role or each.by == by.pk):
            raise NothingToOverride(
                "This was decided already. It needs the other of the two, who is another person."
            )
    return frozenset(verdict.alone)  # type: ignore[arg-type]
