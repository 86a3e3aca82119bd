"""Finding drafts, each private to its author, and what a form that was sent has made."""

import json
from uuid import UUID

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.recording.actions import Typed
from drive.web.recording.models import Draft, Submission


def drafts_of(user: User) -> QuerySet[Draft]:
    """Return what somebody has typed and not submitted, one of each form, newest first."""
    return Draft.objects.filter(user=user, aside=False)


def draft_of(user: User, *, form: str, subject: str) -> Draft | None:
    """Return the draft of one form about one subject."""
    return drafts_of(user).filter(form=form, subject=subject).first()


def drafts_beside(user: User, *, form: str, subject: str) -> QuerySet[Draft]:
    """Return what the same person typed into other open pages of one form, newest first."""
    return Draft.objects.filter(user=user, form=form, subject=subject, aside=True)


def own_draft(user: User, key: UUID) -> Draft | None:
    """Return one text of somebody's own, whether it is the latest or lies aside."""
    return Draft.objects.filter(user=user, pk=key).first()


def typed_in(draft: Draft) -> Typed:
    """Return what was typed, by field."""
    kept: Typed = json.loads(unseal_field(draft, "sealed_text"))
    return kept


def made_from(key: UUID, *, user: User) -> UUID | None:
    """Return the key of what a form made when its author sent it before; None if it did not."""
    return Submission.objects.filter(key=key, user=user).values_list("result_id", flat=True).first()


def was_sent(key: UUID, *, mark: str, user: User) -> bool:
    """Say whether a form was sent before by the same person, with the same words."""
    return Submission.objects.filter(key=key, content_mark=mark, user=user).exists()
