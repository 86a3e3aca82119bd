"""Releasing a summary to the other side, item by item, and withdrawing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from drive.vocabulary.answers import InformationSource, ValueStatus, unknown
from drive.vocabulary.documents import VICTIM_SIDE_CODES, HandlingCode
from drive.vocabulary.facts import (
    FactTopic,
    Independence,
    Reliability,
    Side,
    SourceRoute,
)
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON
from drive.web.information.actions.facts import Saying, withdrawn_version, write_version
from drive.web.information.exceptions import CannotCross, Withdrawn, WrongHandling
from drive.web.information.models import (
    Derivation,
    Fact,
    FactVersion,
    Folder,
    ReleasedItem,
    RestsOn,
)
from drive.web.information.queries.crossing import folders_opposite
from drive.web.information.queries.facts import standing_of
from drive.web.information.queries.words import close
from drive.web.information.rules.sources import weakest

_COMES_FROM = {
    Side.IDVA: (InformationSource.IDVA, SourceRoute.THROUGH_IDVA),
    Side.CASE_MANAGER: (
        InformationSource.CASE_MANAGER_OBSERVATION,
        SourceRoute.THROUGH_CASE_MANAGER,
    ),
}


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What is released: the words, what they are about, what for, and how they may be used."""

    text: str
    topic: FactTopic
    purpose: str
    handling: HandlingCode = HandlingCode.NOT_TO_SERVICE_USER


@transaction.atomic
def release(
    *,
    giver: Folder,
    receiver: Folder,
    facts: Sequence[Fact],
    summary: Summary,
    by: User,
    now: datetime,
) -> ReleasedItem:
    """Release a summary. At the other side it is a fact that derives from what it rests on.

    The other side sees the summary and none of the facts; the guard sees where they come from.
    """
    if not folders_opposite(giver).filter(pk=receiver.pk).exists():
        raise CannotCross("Choose somebody at the other side of this case.", field="receiver")
    standing = _check_facts(giver, facts)
    _check_summary(giver, summary)
    fact = _fact_for(receiver, giver, summary, standing, by=by, now=now)
    item = ReleasedItem(
        giver=giver,
        receiver=receiver,
        topic=summary.topic,
        handling=summary.handling,
        fact=fact,
        recorded_at=now,
        recorded_by=by,
    )
    close(item, "sealed_summary", summary.text)
    close(item, "sealed_purpose", summary.purpose)
    item.save(force_insert=True)
    RestsOn.objects.bulk_create(
        RestsOn(item=item, fact=each, recorded_at=now, recorded_by=by)
        for each in dict.fromkeys(facts)
    )
    record_change("information.release", giver.about, item, by=by, now=now)
    return item


def _check_facts(giver: Folder, facts: Sequence[Fact]) -> list[FactVersion]:
    if not facts:
        raise CannotCross("Choose the facts that the summary rests on.", field="facts")
    if any(fact.folder_id != giver.pk for fact in facts):
        raise CannotCross("Choose facts of this case.", field="facts")
    standing = standing_of(facts)
    if any(row.withdrawn for row in standing):
        raise Withdrawn("One of these facts was withdrawn meanwhile.", field="facts")
    if any(row.handling == HandlingCode.VICTIM_SIDE_ONLY for row in standing):
        raise CannotCross(
            "One of these facts is never to leave the victim-survivor's side. Leave it out, or "
            "put its handling right first.",
            field="facts",
        )
    return standing


def _check_summary(giver: Folder, summary: Summary) -> None:
    for field in ("text", "purpose"):
        if not getattr(summary, field).strip():
            raise CannotCross("Write the summary and what it is for.", field=field)
    if giver.side == Side.IDVA and summary.handling not in VICTIM_SIDE_CODES:
        raise WrongHandling(
            "It comes from the victim-survivor's side: choose a handling that keeps it from the "
            "service user.",
            field="handling",
        )


def _fact_for(
    receiver: Folder,
    giver: Folder,
    summary: Summary,
    standing: Sequence[FactVersion],
    *,
    by: User,
    now: datetime,
) -> Fact:
    source, route = _COMES_FROM[Side(giver.side)]
    said = Saying(
        statement=summary.text,
        topic=summary.topic,
        source_kind=source,
        route=route,
        without_her=Independence.UNSURE,
        learned_on=now.astimezone(LONDON).date(),
        reliability=weakest([Reliability(row.reliability) for row in standing]),
        inferable=unknown(ValueStatus.NOT_ASKED),
        handling=summary.handling,
        conditions=summary.purpose,
    )
    fact = Fact.objects.create(folder=receiver, recorded_at=now, recorded_by=by)
    write_version(fact, said, supersedes=None, by=by, now=now)
    Derivation.objects.bulk_create(
        Derivation(fact=fact, derives_from_id=row.fact_id, recorded_at=now, recorded_by=by)
        for row in standing
    )
    return fact


@transaction.atomic
def withdraw_release(*, item: ReleasedItem, by: User, now: datetime) -> ReleasedItem:
    """Withdraw what was released: it is shown no more and carries nothing. Read it was, perhaps."""
    locked = ReleasedItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if locked.withdrawn_at is not None:
        return locked
    locked.withdrawn_at, locked.withdrawn_by = now, by
    locked.save(update_fields=["withdrawn_at", "withdrawn_by"])
    standing = locked.fact.versions.get(superseded_by=None)
    if not standing.withdrawn:
        withdrawn_version(standing, "Withdrawn by whoever released it.", by=by, now=now)
    record_change("information.withdraw_release", locked.giver.about, locked, by=by, now=now)
    return locked
