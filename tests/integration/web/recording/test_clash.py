"""Two people at one form: both texts are shown, nothing is overwritten, the next press is meant."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict
from django.template.loader import get_template

from drive.web.accounts.models import User
from drive.web.design_system.forms import (
    DriveForm,
    IdempotencyKeyField,
    LongTextField,
    VersionField,
)
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.recording.models import Submission
from drive.web.recording.views import Place, carried_out
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db

THEIRS = uuid4()


class Form(DriveForm):
    text = LongTextField(label="What happened")
    seen = VersionField()
    key = IdempotencyKeyField()


def sent(**more: str) -> Form:
    data = QueryDict(mutable=True)
    data.update({"text": "mine <b>", "key": str(uuid4()), **more})
    form = Form(data)
    assert form.is_valid(), form.errors
    return form


def press(form: Form, by: User, *, now: datetime = NOW) -> bool:
    """Save the form over a row of somebody else's."""

    def act() -> Any:
        if form.cleaned_data["seen"] != THEIRS:
            raise ChangedMeanwhile(theirs={"text": "theirs"}, by_name="Ann", at=NOW, stands=THEIRS)
        return by

    return carried_out(form, act, place=Place("note", by.pk), by=by, now=now)


def test_both_texts_are_shown_field_by_field_and_nothing_is_claimed(cast: Cast) -> None:
    form = sent()
    assert not press(form, cast.case_manager)
    page = get_template("layouts/clash.html").render({"form": form})
    assert "mine &lt;b&gt;" in page
    assert "theirs" in page
    assert "Now stands, by Ann, 30 June 2017 at 10:00am" in page
    assert "mine &lt;b&gt;" in str(form)
    assert not Submission.objects.exists()


def test_the_second_press_saves_in_sight_of_what_stands(cast: Cast) -> None:
    form = sent(seen=str(uuid4()))
    assert not press(form, cast.case_manager)
    assert form["seen"].value() == str(THEIRS)
    again = Form(form.data)
    assert again.is_valid()
    assert press(again, cast.case_manager)


@pytest.mark.parametrize("seen", ["", "no key of a row"])
def test_a_form_that_saw_nothing_carries_nothing(seen: str) -> None:
    form = Form({"text": "x", "key": str(uuid4()), "seen": seen})
    assert form.is_valid() is (seen == "")
    assert form.cleaned_data.get("seen") is None


def test_the_words_say_what_to_do() -> None:
    clash = ChangedMeanwhile(theirs={}, by_name="Ann", at=NOW, stands=UUID(int=1))
    assert "press the button again" in clash.message
