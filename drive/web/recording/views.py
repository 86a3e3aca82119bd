"""What the views of forms share: taking up a draft, and carrying a form out once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from drive.web.accounts.models import User
from drive.web.core.exceptions import Refusal
from drive.web.design_system.forms import DriveForm
from drive.web.recording.actions import Typed, discard_draft, once
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.recording.models import Draft
from drive.web.recording.queries import draft_of, typed_in


@dataclass(frozen=True)
class Place:
    """Which form about what: under this name a draft is kept and a submission is claimed."""

    form: str
    about: UUID

    @property
    def subject(self) -> str:
        """The subject as drafts know it; the layouts read `form` and `subject`."""
        return str(self.about)


def take_up(form: DriveForm, place: Place, *, by: User) -> Draft | None:
    """Fill a form that was not sent with what its author typed before, if anything."""
    draft = None if form.is_bound else draft_of(by, form=place.form, subject=place.subject)
    if draft:
        form.initial = {**form.initial, **_as_initial(form, typed_in(draft))}
    return draft


def _as_initial(form: DriveForm, kept: Typed) -> dict[str, Any]:
    data: MultiValueDict[str, str] = MultiValueDict(kept)
    return {
        name: field.widget.value_from_datadict(data, MultiValueDict(), form.add_prefix(name))
        for name, field in form.fields.items()
        if not field.widget.value_omitted_from_data(data, MultiValueDict(), form.add_prefix(name))
    }


def carried_out(
    form: DriveForm, act: Callable[[], Model], *, place: Place, by: User, now: datetime
) -> bool:
    """Carry out what a valid form asks for; False if it was refused, in words on the form."""
    try:
        once(act, key=form.cleaned_data["key"], form=place.form, by=by, now=now)
    except AlreadySubmitted:
        return True
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False
    discard_draft(form=place.form, subject=place.subject, by=by)
    return True


def typed(data: QueryDict) -> Typed:
    """Return what a form sent, as a draft keeps it."""
    return {name: [str(text) for text in texts] for name, texts in data.lists()}
