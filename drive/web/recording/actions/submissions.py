"""The mark that a form was sent: the same form twice makes one row."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.crypto import salted_hmac

from drive.web.accounts.models import User
from drive.web.recording.exceptions import AlreadySubmitted, SentWithOtherWords
from drive.web.recording.models import Submission
from drive.web.recording.rules import OpenPage, own_words

NO_PAGE = OpenPage()
_SALT = "drive.recording.submission"


@dataclass(frozen=True)
class Sent:
    """What a form sent: a mark that tells the same words from others, and the page it came from."""

    mark: str = ""
    page: OpenPage = NO_PAGE


UNMARKED = Sent()


def mark_of(typed: Mapping[str, Sequence[str]]) -> str:
    """Return a mark of what was typed. It is keyed: a short answer cannot be guessed from it."""
    words = json.dumps(sorted(own_words(typed).items()))
    return salted_hmac(_SALT, words, algorithm="sha256").hexdigest()


def claim(*, key: UUID, form: str, by: User, now: datetime, sent: Sent = UNMARKED) -> Submission:
    """Claim a submission key inside the action's transaction.

    Raises
    ------
    AlreadySubmitted
        If the same form was submitted before: it carries what that made.
    SentWithOtherWords
        If it was submitted before with other words, which are not to be lost.
    """
    try:
        with transaction.atomic():
            return Submission.objects.create(
                key=key,
                user=by,
                form=form,
                submitted_at=now,
                content_mark=sent.mark,
                draft_page=sent.page.key,
                draft_number=sent.page.number,
            )
    except IntegrityError:
        earlier = Submission.objects.get(key=key)
    if sent.mark and earlier.content_mark and sent.mark != earlier.content_mark:
        raise SentWithOtherWords
    raise AlreadySubmitted(earlier.result_id)


def complete(submission: Submission, *, result_id: UUID) -> None:
    """Note what a submission made."""
    submission.result_id = result_id
    submission.save(update_fields=["result_id"])


@transaction.atomic
def once(
    act: Callable[[], Model],
    *,
    key: UUID,
    form: str,
    by: User,
    now: datetime,
    sent: Sent = UNMARKED,
) -> Model:
    """Carry out what a form asks for, unless the same form did so before; return what it made.

    Raises
    ------
    AlreadySubmitted
        If the same form was submitted before: it carries what that made.
    SentWithOtherWords
        If it was submitted before with other words.
    """
    submission = claim(key=key, form=form, by=by, now=now, sent=sent)
    made = act()
    complete(submission, result_id=made.pk)
    return made
