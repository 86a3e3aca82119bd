"""What the views of forms share: taking up a draft, and carrying a form out once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of
from drive.web.core import clock
from drive.web.core.exceptions import Refusal
from drive.web.design_system.forms import ConsiderateForm, DriveForm
from drive.web.organisations.models import Site
from drive.web.recording.actions import (
    Sent,
    Typed,
    count_words_kept,
    discard_draft,
    mark_of,
    once,
    save_draft,
)
from drive.web.recording.exceptions import AlreadySubmitted, ChangedMeanwhile, SentWithOtherWords
from drive.web.recording.models import Draft
from drive.web.recording.presenters import clash_shown, differing_rows, raw_values
from drive.web.recording.queries import draft_of, drafts_beside, typed_in, was_sent
from drive.web.recording.rules import PAGE, OpenPage, page_in, stand, subject_of


@dataclass(frozen=True)
class Place:
    """Which form about what: under this name a draft is kept and a submission is claimed."""

    form: str
    about: UUID

    @property
    def subject(self) -> str:
        """The subject as drafts know it; the layouts read `form` and `subject`."""
        return str(self.about)


@dataclass(frozen=True)
class Kept:
    """What a form carries about its draft: `layouts/draft.html` writes it, hidden.

    `versions` are the texts of other open pages, with the fields in which they differ.
    """

    page: OpenPage
    versions: list[dict[str, Any]] = field(default_factory=list)


def take_up(form: DriveForm, place: Place, *, by: User) -> Draft | None:
    """Fill a form that was not sent with what its author typed before, if anything.

    The draft is returned. What was typed in other open pages is shown above the form.
    """
    draft = None if form.is_bound else draft_of(by, form=place.form, subject=place.subject)
    if draft:
        form.initial = {**form.initial, **raw_values(form, typed_in(draft))}
    form.kept = Kept(page=_page_of(form, draft), versions=_versions(form, place, by))
    return draft


def _page_of(form: DriveForm, draft: Draft | None) -> OpenPage:
    """Return the open page that sent the form, or a new one that begins with the draft."""
    sent = page_in(form.data) if form.is_bound else OpenPage()
    if sent.key:
        return sent
    began_from = stand(draft.page, draft.number) if draft else sent.began_from
    return OpenPage(key=uuid4().hex, began_from=began_from)


def _versions(form: DriveForm, place: Place, by: User) -> list[dict[str, Any]]:
    page = page_in(form.data).key if form.is_bound else ""
    beside = drafts_beside(by, form=place.form, subject=place.subject).exclude(page=page)
    shown = [
        {"key": draft.pk, "saved_at": draft.saved_at, "rows": differing_rows(form, typed_in(draft))}
        for draft in beside
    ]
    return [version for version in shown if version["rows"]]


def carried_out(
    form: DriveForm,
    act: Callable[[], Model],
    *,
    place: Place,
    by: User,
    now: datetime,
    site: Site | None = None,
) -> bool:
    """Carry out what a valid form asks for; False if it was refused, in words on the form.

    It is not carried out either while its author is to consider some words. That these were kept
    is counted for the `site`.
    """
    if isinstance(form, ConsiderateForm) and form.asks_to_consider:
        return False
    page, key = page_in(form.data), form.cleaned_data["key"]
    if site and isinstance(form, ConsiderateForm) and form.keeps_words:
        act = _counted(act, site=site, now=now)
    try:
        once(act, key=key, form=place.form, by=by, now=now, sent=Sent(_mark(form), page))
    except AlreadySubmitted:
        pass  # sent twice: what it asks for is done, so the page goes on as if this were the first
    except ChangedMeanwhile as meanwhile:
        _show_clash(form, meanwhile)
        return False
    except SentWithOtherWords as refusal:
        # The same words in two open pages get the same new key: they are one thing that was said.
        _put(form, "key", str(uuid5(key, _mark(form))))
        form.add_error(None, refusal.message)
        return False
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False
    discard_draft(form=place.form, subject=place.subject, by=by, page=page)
    return True


def _counted(act: Callable[[], Model], *, site: Site, now: datetime) -> Callable[[], Model]:
    def act_and_count() -> Model:
        count_words_kept(site=site, now=now)
        return act()

    return act_and_count


def acted(
    request: HttpRequest,
    form: DriveForm,
    act: Callable[[User, datetime], Model],
    *,
    place: Place,
    done: str,
    back: str,
    site: Site | None = None,
) -> HttpResponse | None:
    """Take up the form of a page; once it is carried out, say so and lead on.

    None while there is still something to fill in.
    """
    by, moment = actor_of(request), clock.now()
    take_up(form, place, by=by)
    if form.is_valid() and carried_out(
        form, lambda: act(by, moment), place=place, by=by, now=moment, site=site
    ):
        messages.success(request, done)
        return redirect(back)
    return None


def sent_before(form: DriveForm, *, by: User) -> bool:
    """Say whether the same form was carried out before, though it is not valid any more.

    For a form that offers only what can still be done: what it did is not among that.
    """
    try:
        key = UUID(str(form.data.get(form.add_prefix("key"), "")))
    except ValueError:
        return False
    return was_sent(key, mark=_mark(form), user=by)


def _mark(form: DriveForm) -> str:
    # A file is no text: a form with one is known by its key alone.
    return "" if form.files else mark_of(typed(form.data))


def _show_clash(form: DriveForm, meanwhile: ChangedMeanwhile) -> None:
    """Put both texts on the form; the next press is made in sight of what stands now."""
    form.clash = clash_shown(form, meanwhile)
    _put(form, "seen", str(meanwhile.stands or ""))
    form.add_error(None, meanwhile.message)


def _put(form: DriveForm, name: str, value: str) -> None:
    """Let a hidden field of a form that was sent carry another value from here on."""
    data: Any = form.data.copy()  # type: ignore[attr-defined]
    data[form.add_prefix(name)] = value
    form.data = data


def keep_sent(
    data: QueryDict, *, path: str, by: User, now: datetime, rescued: bool = False
) -> Draft | None:
    """Keep what a page sent, at the place it names, or under its address if it names none.

    None if newer words of the same page are kept already.
    """
    page: OpenPage | None = page_in(data)
    if page and not page.key:
        # Two failures without a name are two texts; while typing, the last is the latest.
        page = OpenPage(key=uuid4().hex) if rescued else None
    return save_draft(
        form=data.get("draft_form", "")[:80] or PAGE,
        subject=data.get("draft_subject", "")[:80] or subject_of(path),
        path=path,
        typed=typed(data),
        by=by,
        now=now,
        page=page,
        rescued=rescued,
    )


def drop_sent(data: QueryDict, *, path: str, by: User) -> None:
    """Drop what a page kept under its address, since what it sent was accepted."""
    discard_draft(form=PAGE, subject=subject_of(path), by=by, page=page_in(data))


def typed_by_another(data: QueryDict, user: User) -> bool:
    """Say whether the page that sent this was opened by somebody else, at the same desk."""
    return data.get("draft_author", "") not in ("", str(user.pk))


def typed(data: Any) -> Typed:
    """Return what a form sent, as a draft keeps it."""
    lists = data.lists() if hasattr(data, "lists") else ((k, [v]) for k, v in data.items())
    return {name: [str(text) for text in texts] for name, texts in lists}
