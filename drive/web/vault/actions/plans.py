"""Writing down how she may safely be reached."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.identity import PartyRole
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field, unseal_field
from drive.web.recording.rules import check_seen
from drive.web.vault.actions.keepers import name_subjects
from drive.web.vault.exceptions import NotKept
from drive.web.vault.models import SafeContactPlan, Subject


@dataclass(frozen=True, kw_only=True)
class NewPlan:
    """When and how to reach her, what to say, and the word by which she knows who rings."""

    when: str = ""
    how: str = ""
    say: str = ""
    password: str = ""


@transaction.atomic
def write_plan(
    *, subject_id: UUID, said: NewPlan, seen: UUID | None, by: User, now: datetime
) -> SafeContactPlan:
    """Write a new version. What is left empty stays as the version before has it."""
    name_subjects([subject_id])
    Subject.objects.select_for_update().get(pk=subject_id)
    latest = SafeContactPlan.objects.filter(
        subject=subject_id, of_role=PartyRole.VICTIM_SURVIVOR, superseded_by=None
    ).first()
    check_seen(seen, latest, lambda _row: {})
    texts = {each.name: getattr(said, each.name).strip() for each in fields(said)}
    if not any(texts.values()):
        raise NotKept("Write at least one of these: nothing was changed.", field="when")
    plan = SafeContactPlan(
        subject_id=subject_id,
        of_role=PartyRole.VICTIM_SURVIVOR,
        supersedes=latest,
        recorded_at=now,
        recorded_by=by,
    )
    for name, text in texts.items():
        kept = unseal_field(latest, f"sealed_{name}") if latest and not text else ""
        if text or kept:
            seal_field(plan, f"sealed_{name}", text or kept)
    plan.save(force_insert=True)
    record_change("vault.write_plan", plan, by=by, now=now)
    return plan
