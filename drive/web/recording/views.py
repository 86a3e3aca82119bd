"""What the views of forms share: carrying a form out once, with a refusal beside its field."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Model
from django.http import QueryDict

from drive.web.accounts.models import User
from drive.web.core.exceptions import Refusal
from drive.web.design_system.forms import DriveForm
from drive.web.recording.actions import Typed, once
from drive.web.recording.exceptions import AlreadySubmitted


def carried_out(
    form: DriveForm, act: Callable[[], Model], *, name: str, by: User, now: datetime
) -> bool:
    """Carry out what a valid form asks for; False if it was refused, in words on the form."""
    try:
        once(act, key=form.cleaned_data["key"], form=name, by=by, now=now)
    except AlreadySubmitted:
        return True
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return False
    return True


def typed(data: QueryDict) -> Typed:
    """Return what a form sent, as a draft keeps it."""
    return {name: [str(text) for text in texts] for name, texts in data.lists()}
