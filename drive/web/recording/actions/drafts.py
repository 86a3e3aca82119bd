"""Keeping what people type until it is sent. What one open page typed, no other overwrites."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.core.sealing import seal_field, unseal_field
from drive.web.recording.models import Draft, Submission
from drive.web.recording.rules import PAGE, OpenPage, own_words, stand, subject_of, to_keep

Typed = dict[str, list[str]]


@transaction.atomic
def save_draft(
    *,
    form: str,
    subject: str,
    path: str,
    typed: Mapping[str, Sequence[str]],
    by: User,
    now: datetime,
    page: OpenPage | None = None,
    rescued: bool = False,
) -> Draft | None:
    """Keep what was typed so far in one open page; None if it arrives after newer words of it.

    It takes the place of what the same page kept, and of the draft that stood in the page when it
    was opened. What another page typed stays beside it, and is offered with it.
    """
    _one_at_a_time(by)
    kept, rows = to_keep(typed), _rows(by, form, subject)
    if page is None:
        mine = rows.filter(aside=False).first()
        page = OpenPage(key=mine.page if mine else "", number=mine.number if mine else 0)
    else:
        mine = rows.filter(page=page.key).first()
        if _overtaken(mine, page, by):
            return None
    _make_room(rows, page, kept)
    draft = mine or Draft(user=by, form=form, subject=subject, page=page.key)
    draft.number, draft.aside, draft.rescued = page.number, False, rescued
    draft.path, draft.saved_at = path[:300], now
    seal_field(draft, "sealed_text", json.dumps(kept))
    draft.save()
    return draft


def keep_failed_post(
    *,
    path: str,
    typed: Mapping[str, Sequence[str]],
    by: User,
    now: datetime,
    page: OpenPage | None = None,
) -> Draft | None:
    """Keep the text of a form whose saving failed, so that it can be offered again."""
    return save_draft(
        form=PAGE,
        subject=subject_of(path),
        path=path,
        typed=typed,
        by=by,
        now=now,
        page=page,
        rescued=True,
    )


@transaction.atomic
def discard_draft(*, form: str, subject: str, by: User, page: OpenPage | None = None) -> None:
    """Drop what one open page kept, since it is saved now; without a page, the latest text.

    What other pages typed stays, and the newest of it is offered next.
    """
    rows = _rows(by, form, subject)
    if page is None or not page.key:
        rows.filter(aside=False).delete()
    else:
        rows.filter(page=page.key).delete()
        _begun_from(rows, page).delete()
    _promote(rows)


@transaction.atomic
def throw_away(*, draft: Draft, by: User) -> None:
    """Drop one text that its author does not want."""
    rows = _rows(by, draft.form, draft.subject)
    rows.filter(pk=draft.pk).delete()
    _promote(rows)


@transaction.atomic
def prefer(*, draft: Draft, by: User) -> None:
    """Let the form open with this text; the one that stood in its place stays beside it."""
    rows = _rows(by, draft.form, draft.subject)
    rows.filter(aside=False).exclude(pk=draft.pk).update(aside=True)
    rows.filter(pk=draft.pk).update(aside=False)


def _one_at_a_time(by: User) -> None:
    User.objects.select_for_update(no_key=True).get(pk=by.pk)


def _rows(by: User, form: str, subject: str) -> QuerySet[Draft]:
    return Draft.objects.filter(user=by, form=form, subject=subject)


def _overtaken(mine: Draft | None, page: OpenPage, by: User) -> bool:
    """Say whether the page has sent newer words already, as a draft or for good."""
    if mine is not None and page.number < mine.number:
        return True
    later = Submission.objects.filter(draft_page=page.key, draft_number__gt=page.number, user=by)
    return bool(page.key) and later.exists()


def _begun_from(rows: QuerySet[Draft], page: OpenPage) -> QuerySet[Draft]:
    key, _, number = page.began_from.rpartition(":")
    if not number.isdigit() or stand(key, int(number)) != page.began_from:
        return rows.none()
    return rows.filter(page=key, number=int(number))


def _make_room(rows: QuerySet[Draft], page: OpenPage, kept: Typed) -> None:
    """Set the present text aside, unless the new one began with it or says the same."""
    _begun_from(rows, page).exclude(page=page.key).delete()
    present = rows.filter(aside=False).exclude(page=page.key).first()
    if present is None:
        return
    words = json.loads(unseal_field(present, "sealed_text"))
    if own_words(words) == own_words(kept):
        present.delete()
    else:
        rows.filter(pk=present.pk).update(aside=True)


def _promote(rows: QuerySet[Draft]) -> None:
    if rows.filter(aside=False).exists():
        return
    newest = rows.order_by("-saved_at").first()
    if newest is not None:
        rows.filter(pk=newest.pk).update(aside=False)
