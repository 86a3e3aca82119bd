"""Recording a fact, putting it right, and withdrawing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import Answer, InformationSource
from drive.vocabulary.documents import VICTIM_SIDE_CODES, HandlingCode
from drive.vocabulary.facts import FactTopic, Independence, Reliability, SourceRoute
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON, in_words
from drive.web.information.exceptions import (
    ImpossibleDay,
    NotRecordable,
    NotYours,
    Withdrawn,
    WrongHandling,
)
from drive.web.information.models import Derivation, Fact, FactVersion, Folder
from drive.web.information.queries.facts import came_by, standing_of
from drive.web.information.queries.words import close, opened
from drive.web.information.rules.sources import speaks_from_her_side
from drive.web.recording.rules import check_seen


@dataclass(frozen=True, kw_only=True)
class Saying:
    """What is said of a fact.

    Parameters
    ----------
    agency : AgencyType or None
        From what kind of agency it came, where it came from one.
    without_her : Independence or None
        Whether it would be known had she not spoken; needless for what is said at her side.
    inferable : Answer
        Whether the service user could infer it, or why that is not known.
    conditions : str
        Under which conditions it may be used.
    """

    statement: str
    topic: FactTopic
    source_kind: InformationSource
    agency: AgencyType | None = None
    route: SourceRoute
    without_her: Independence | None = None
    learned_on: date
    reliability: Reliability
    inferable: Answer
    handling: HandlingCode = HandlingCode.DO_NOT_SHARE
    conditions: str = ""

    @property
    def speaks_from_her_side(self) -> bool:
        """Whether she, her family, her Idva or a service at her side said it."""
        return speaks_from_her_side(self.source_kind, self.agency)


@transaction.atomic
def record_fact(
    *,
    folder: Folder,
    said: Saying,
    derives_from: Sequence[Fact] = (),
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> Fact:
    """Record a fact, and which facts of the same folder it was made from."""
    _check(said, now=now)
    check_parents(folder, derives_from, told_by_her=said.speaks_from_her_side)
    fact = Fact(folder=folder, recorded_at=now, recorded_by=by)
    if key is not None:
        fact.id = key
    fact.save(force_insert=True)
    write_version(fact, said, supersedes=None, by=by, now=now)
    Derivation.objects.bulk_create(
        Derivation(fact=fact, derives_from=parent, recorded_at=now, recorded_by=by)
        for parent in dict.fromkeys(derives_from)
    )
    record_change("information.record_fact", folder.about, fact, by=by, now=now)
    return fact


@transaction.atomic
def correct_fact(
    *, fact: Fact, said: Saying, seen: UUID | None, by: User, now: datetime
) -> FactVersion:
    """Put a fact right; what was said of it before stays on record."""
    standing = lock_standing(fact)
    check_seen(seen, standing, said_of)
    _check(said, now=now)
    if said.speaks_from_her_side and fact.derivations.exists():
        raise NotRecordable(_DERIVES, field="source_kind")
    row = write_version(fact, said, supersedes=standing, by=by, now=now)
    record_change("information.correct_fact", fact.folder.about, fact, row, by=by, now=now)
    return row


@transaction.atomic
def withdraw_fact(*, fact: Fact, reason: str, by: User, now: datetime) -> FactVersion:
    """Withdraw a fact: from now on it carries nothing. It stays on record with the reason."""
    standing = lock_standing(fact)
    if not reason.strip():
        raise NotRecordable("Write why the fact is withdrawn.", field="reason")
    row = withdrawn_version(standing, reason, by=by, now=now)
    record_change("information.withdraw_fact", fact.folder.about, fact, row, by=by, now=now)
    return row


_DERIVES = (
    "What comes from her side derives from nothing here. If something else says the same, "
    "record that it corroborates the fact."
)


def check_parents(folder: Folder, parents: Sequence[Fact], *, told_by_her: bool) -> None:
    """Refuse to build on what is not there, and to give what she told another origin."""
    if parents and told_by_her:
        raise NotRecordable(_DERIVES, field="derives_from")
    if any(parent.folder_id != folder.pk for parent in parents):
        raise NotRecordable("Choose facts of this case.", field="derives_from")
    if any(row.withdrawn for row in standing_of(parents)):
        raise Withdrawn("One of these facts was withdrawn meanwhile.", field="derives_from")


def lock_standing(fact: Fact) -> FactVersion:
    """Lock what stands of a fact of one's own side that was not withdrawn."""
    Fact.objects.select_for_update().get(pk=fact.pk)
    standing = fact.versions.select_related("recorded_by").get(superseded_by=None)
    if standing.withdrawn:
        raise Withdrawn("This fact was withdrawn. Record it anew if it was right after all.")
    if came_by(fact) is not None:
        raise NotYours(
            "This was released to you. Whoever released it can withdraw it and release another "
            "summary."
        )
    return standing


def said_of(row: FactVersion) -> dict[str, object]:
    """Return what a version says, by the field of the form."""
    return {
        "statement": opened(row, "sealed_statement"),
        "topic": FactTopic(row.topic),
        "source_kind": InformationSource(row.source_kind),
        "agency": AgencyType(row.agency) if row.agency else None,
        "route": SourceRoute(row.route),
        "without_her": Independence(row.without_her),
        "learned_on": row.learned_on,
        "reliability": Reliability(row.reliability),
        "handling": HandlingCode(row.handling),
        "conditions": opened(row, "sealed_conditions"),
    }


def _check(said: Saying, *, now: datetime) -> None:
    if not said.statement.strip():
        raise NotRecordable("Write what is known.", field="statement")
    if said.learned_on > now.astimezone(LONDON).date():
        raise ImpossibleDay(f"{in_words(said.learned_on)} is in the future.", field="learned_on")
    if said.speaks_from_her_side and said.handling not in VICTIM_SIDE_CODES:
        raise WrongHandling(
            "It came from the victim-survivor's side: choose a handling that keeps it from the "
            "service user.",
            field="handling",
        )
    if not said.speaks_from_her_side and said.without_her is None:
        raise NotRecordable(
            "Say whether it would be known had she not spoken.", field="without_her"
        )


def write_version(
    fact: Fact, said: Saying, *, supersedes: FactVersion | None, by: User, now: datetime
) -> FactVersion:
    """Write what is said of a fact. What is said at her side would not be known without her."""
    without_her = None if said.speaks_from_her_side else said.without_her
    row = FactVersion(
        fact=fact,
        topic=said.topic,
        source_kind=said.source_kind,
        agency=said.agency or "",
        route=said.route,
        without_her=without_her or Independence.NO,
        learned_on=said.learned_on,
        reliability=said.reliability,
        inferable=said.inferable.value or "",
        inferable_status=said.inferable.status,
        handling=said.handling,
        supersedes=supersedes,
        recorded_at=now,
        recorded_by=by,
    )
    close(row, "sealed_statement", said.statement)
    close(row, "sealed_conditions", said.conditions)
    row.save(force_insert=True)
    return row


_COPIED = (
    "topic", "source_kind", "agency", "route", "without_her", "learned_on", "reliability",
    "inferable", "inferable_status", "handling",
)  # fmt: skip


def withdrawn_version(
    standing: FactVersion, reason: str, *, by: User, now: datetime
) -> FactVersion:
    """Write the version by which a fact is withdrawn."""
    row = FactVersion(
        fact=standing.fact,
        **{name: getattr(standing, name) for name in _COPIED},
        withdrawn=True,
        supersedes=standing,
        recorded_at=now,
        recorded_by=by,
    )
    close(row, "sealed_statement", opened(standing, "sealed_statement"))
    close(row, "sealed_conditions", opened(standing, "sealed_conditions"))
    close(row, "sealed_reason", reason)
    row.save(force_insert=True)
    return row
