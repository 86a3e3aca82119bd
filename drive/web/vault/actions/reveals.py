"""Looking at something: one row, for a reason, for a minute, and seen by whoever leads the case."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from drive.vocabulary.vault import ContactDetail, RevealReason
from drive.web.accounts.models import User
from drive.web.accounts.policy import purpose_of
from drive.web.audit.actions import record_change
from drive.web.vault import rules
from drive.web.vault.models import Reveal, VaultRow


@transaction.atomic
def reveal(
    *, row: VaultRow, kind: ContactDetail, reason: RevealReason, by: User, now: datetime
) -> Reveal:
    """Note that somebody looks at a row now, and until when."""
    made = Reveal.objects.create(
        subject=row.subject,
        of_role=row.of_role,
        kind=kind,
        row=row.pk,
        reason=reason,
        until=rules.shown_until(now),
        recorded_at=now,
        recorded_by=by,
    )
    record_change(
        "vault.reveal",
        row,
        made,
        by=by,
        now=now,
        purpose=purpose_of(by),
        fields=f"{kind.label}: {reason.label}",
    )
    return made
