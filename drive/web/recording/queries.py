"""Finding drafts, each private to its author, and what a form that was sent has made."""

import json
from uuid import UUID

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.recording.actions import COMPARTMENT, Typed
from drive.web.recording.models import Draft, Submission


def drafts_of(user: User) -> QuerySet[Draft]:
    """Return everything that somebody has typed and not submitted, newest first."""
    return Draft.objects.filter(user=user)


def draft_of(user: User, *, form: str, subject: str) -> Draft | None:
    """Return the draft of one form about one subject."""
    return Draft.objects.filter(user=user, form=form, subject=subject).first()


def typed_in(draft: Draft) -> Typed:
    """Return what was typed, by field."""
    kept: Typed = json.loads(unseal_field(draft, "sealed_text", compartment=COMPARTMENT))
    return kept


def made_from(key: UUID, *, user: User) -> UUID | None:
    """Return the key of what a form made when its author sent it before; None if it did not."""
    return Submission.objects.filter(key=key, user=user).values_list("result_id", flat=True).first()
