"""Every form with words about a case asks its author to consider those that blame her."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django.http import QueryDict

from drive.web.casework.forms.documents import DocumentForm
from drive.web.casework.forms.site_clock import SiteClockForm
from drive.web.casework.forms.strategy import VoiceForm
from drive.web.design_system.forms import ConsiderateForm, DriveForm, LongTextField, TextField

ROOMS = ("casework", "registers", "assessments", "oversight", "harm", "case_record", "monitoring")
NOT_ASKED = {
    DocumentForm: "a document is somebody else's, kept as it came",
    VoiceForm: "what the victim-survivor says stays in her own words",
    SiteClockForm: "it is about a site",
}
BLAMING = "The victim failed to engage."


def _forms_of(room: str) -> Iterator[type[DriveForm]]:
    package = importlib.import_module(f"drive.web.{room}.forms")
    modules = [package]
    for found in pkgutil.iter_modules(getattr(package, "__path__", [])):
        modules.append(importlib.import_module(f"{package.__name__}.{found.name}"))
    for module in modules:
        for each in vars(module).values():
            if isinstance(each, type) and issubclass(each, DriveForm):
                yield each


def _holds_words(form: type[DriveForm]) -> bool:
    fields = form.base_fields.values()
    return any(isinstance(getattr(each, "inner", each), LongTextField) for each in fields)


def test_each_form_with_words_about_a_case_asks_or_it_is_said_why_not() -> None:
    with_words = {each for room in ROOMS for each in _forms_of(room) if _holds_words(each)}
    silent = {each for each in with_words if not issubclass(each, ConsiderateForm)}
    assert silent == set(NOT_ASKED)
    assert len(with_words) > 40


class _Note(ConsiderateForm):
    title = TextField(label="Title", required=False)
    said = LongTextField(label="Said", required=False)
    quoted = LongTextField(label="Quoted", required=False)

    as_said = ("quoted",)


def _typed(**texts: str) -> _Note:
    data = QueryDict(mutable=True)
    for name, text in texts.items():
        data[name] = text
    return _Note(data)


@pytest.mark.parametrize(
    ("texts", "asks"),
    [
        ({"said": BLAMING}, True),
        ({"quoted": BLAMING}, False),
        ({"title": BLAMING}, False),
        ({"said": "She has not yet been reached."}, False),
        ({"said": BLAMING, "words_shown": "failed to engage"}, False),
        ({"said": f"{BLAMING} She provoked him.", "words_shown": "failed to engage"}, True),
    ],
)
def test_large_boxes_are_read_but_not_those_of_somebody_elses_words(
    texts: dict[str, str], asks: bool
) -> None:
    form = _typed(**texts)
    assert form.is_valid()
    assert form.asks_to_consider is asks


def test_the_way_back_leads_to_the_box_in_which_they_stand() -> None:
    form = _typed(title="x", said=BLAMING)
    assert form.is_valid()
    assert form.first_box == "id_said"
