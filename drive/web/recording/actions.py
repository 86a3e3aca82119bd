"""Keeping what people type: drafts, and the mark that makes a double submit one."""

import json
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Model

from drive.vocabulary.answers import Answer
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.core.sealing import seal_field
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.recording.models import Draft, Submission

COMPARTMENT = "drafts"

Typed = dict[str, list[str]]

_NEVER_KEPT = ("csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code")


def answer_fields(answer: Answer) -> dict[str, object]:
    """Return the columns of an answer row for an answer."""
    return {
        "value": answer.value or "",
        "status": answer.status,
        "source": answer.source or "",
        "as_of": answer.as_of,
        "safety": answer.safety or "",
        "reconstructed": answer.reconstructed,
    }


def rating_fields(rating: Rating) -> dict[str, object]:
    """Return the columns of a rating row for a rating."""
    return {
        "abuse_type": rating.abuse_type,
        "used": rating.used.value or "",
        "used_status": rating.used.status,
        "severity": rating.severity.value or "",
        "severity_status": rating.severity.status,
        "definition_version": rating.definition_version,
        "source": rating.used.source or "",
        "reconstructed": rating.used.reconstructed or rating.severity.reconstructed,
    }


@transaction.atomic
def save_draft(
    *, form: str, subject: str, path: str, typed: Typed, by: User, now: datetime
) -> Draft:
    """Keep what was typed so far, in place of what was kept before for the same form."""
    draft = Draft.objects.filter(user=by, form=form, subject=subject).first()
    draft = draft or Draft(user=by, form=form, subject=subject)
    return _keep(draft, path=path, typed=typed, now=now, rescued=False)


@transaction.atomic
def keep_failed_post(*, path: str, typed: Typed, by: User, now: datetime) -> Draft:
    """Keep the text of a form whose saving failed, so that it can be offered again."""
    subject = path[:80]
    draft = Draft.objects.filter(user=by, form="rescued", subject=subject).first()
    draft = draft or Draft(user=by, form="rescued", subject=subject)
    return _keep(draft, path=path, typed=typed, now=now, rescued=True)


@transaction.atomic
def discard_draft(*, form: str, subject: str, by: User) -> None:
    """Drop a draft, since what it held is now saved or no longer wanted."""
    Draft.objects.filter(user=by, form=form, subject=subject).delete()


def _keep(draft: Draft, *, path: str, typed: Typed, now: datetime, rescued: bool) -> Draft:
    kept = {name: values for name, values in typed.items() if name not in _NEVER_KEPT}
    draft.path, draft.saved_at, draft.rescued = path[:300], now, rescued
    seal_field(draft, "sealed_text", json.dumps(kept), compartment=COMPARTMENT)
    draft.save()
    return draft


def claim(*, key: UUID, form: str, by: User, now: datetime) -> Submission:
    """Claim a submission key inside the action's transaction.

    Raises
    ------
    AlreadySubmitted
        If the same form was submitted before: it carries what that made.
    """
    try:
        with transaction.atomic():
            return Submission.objects.create(key=key, user=by, form=form, submitted_at=now)
    except IntegrityError:
        earlier = Submission.objects.get(key=key)
        raise AlreadySubmitted(earlier.result_id) from None


def complete(submission: Submission, *, result_id: UUID) -> None:
    """Note what a submission made."""
    submission.result_id = result_id
    submission.save(update_fields=["result_id"])


@transaction.atomic
def once(act: Callable[[], Model], *, key: UUID, form: str, by: User, now: datetime) -> Model:
    """Carry out what a form asks for, unless the same form did so before; return what it made.

    Raises
    ------
    AlreadySubmitted
        If the same form was submitted before: it carries what that made.
    """
    submission = claim(key=key, form=form, by=by, now=now)
    made = act()
    complete(submission, result_id=made.pk)
    return made
