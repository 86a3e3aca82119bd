"""Saying what a fact was made from, what corroborates it, and what she wishes for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import Answer, InformationSource
from drive.vocabulary.facts import Independence
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON, in_words
from drive.web.information.actions.facts import check_parents, lock_standing
from drive.web.information.exceptions import Circle, ImpossibleDay, NotRecordable, Withdrawn
from drive.web.information.models import Corroboration, Derivation, Fact, Wish
from drive.web.information.queries.facts import standing_of
from drive.web.information.queries.provenance import graph_of
from drive.web.information.queries.words import close
from drive.web.information.rules.sources import speaks_from_her_side, would_turn_in_a_circle


@transaction.atomic
def derive(*, fact: Fact, derives_from: Sequence[Fact], by: User, now: datetime) -> Fact:
    """Say that a fact was made from others of the same folder. Nothing derives from itself."""
    standing = lock_standing(fact)
    if not derives_from:
        raise NotRecordable("Choose at least one fact.", field="derives_from")
    told_by_her = speaks_from_her_side(
        InformationSource(standing.source_kind),
        AgencyType(standing.agency) if standing.agency else None,
    )
    check_parents(fact.folder, derives_from, told_by_her=told_by_her)
    parents = [parent.pk for parent in derives_from]
    if would_turn_in_a_circle(graph_of(parents), fact.pk, parents):
        raise Circle(
            "One of these was made from this fact, so this fact was not made from it.",
            field="derives_from",
        )
    known = set(fact.derivations.values_list("derives_from", flat=True))
    Derivation.objects.bulk_create(
        Derivation(fact=fact, derives_from_id=parent, recorded_at=now, recorded_by=by)
        for parent in dict.fromkeys(parents)
        if parent not in known
    )
    record_change("information.derive", fact.folder.about, fact, by=by, now=now)
    return fact


@transaction.atomic
def corroborate(
    *,
    fact: Fact,
    corroborated_by: Fact,
    independent: Independence,
    why: str,
    by: User,
    now: datetime,
) -> Corroboration:
    """Say that another fact says the same, and whether it would had she not spoken, and why."""
    _lock_not_withdrawn(fact)
    if corroborated_by.pk == fact.pk or corroborated_by.folder_id != fact.folder_id:
        raise NotRecordable("Choose another fact of this case.", field="corroborated_by")
    if any(row.withdrawn for row in standing_of([corroborated_by])):
        raise Withdrawn("That fact was withdrawn meanwhile.", field="corroborated_by")
    if not why.strip():
        raise NotRecordable("Write how you know.", field="why")
    said = fact.corroborations.filter(superseded_by=None)
    row = Corroboration(
        fact=fact,
        corroborated_by=corroborated_by,
        independent=independent,
        supersedes=said.filter(corroborated_by=corroborated_by).first(),
        recorded_at=now,
        recorded_by=by,
    )
    close(row, "sealed_why", why)
    row.save(force_insert=True)
    record_change("information.corroborate", fact.folder.about, fact, row, by=by, now=now)
    return row


@dataclass(frozen=True, kw_only=True)
class Asked:
    """That she was asked what she wishes; `answer` is a WishAnswer, or why there is none."""

    asked_on: date
    asked_by: str
    answer: Answer
    words: str = ""


@transaction.atomic
def record_wish(*, fact: Fact, asked: Asked, by: User, now: datetime) -> Wish:
    """Keep what she wishes for a fact. Each time she is asked is a row of its own."""
    _lock_not_withdrawn(fact)
    if asked.asked_on > now.astimezone(LONDON).date():
        raise ImpossibleDay(f"{in_words(asked.asked_on)} is in the future.", field="asked_on")
    if not asked.asked_by.strip():
        raise NotRecordable("Write who asked her.", field="asked_by")
    row = Wish(
        fact=fact,
        asked_on=asked.asked_on,
        asked_by=asked.asked_by.strip(),
        answer=asked.answer.value or "",
        answer_status=asked.answer.status,
        supersedes=fact.wishes.filter(superseded_by=None).first(),
        recorded_at=now,
        recorded_by=by,
    )
    close(row, "sealed_words", asked.words)
    row.save(force_insert=True)
    record_change("information.record_wish", fact.folder.about, fact, row, by=by, now=now)
    return row


def _lock_not_withdrawn(fact: Fact) -> None:
    Fact.objects.select_for_update().get(pk=fact.pk)
    if any(row.withdrawn for row in standing_of([fact])):
        raise Withdrawn("This fact was withdrawn. Record it anew if it was right after all.")
