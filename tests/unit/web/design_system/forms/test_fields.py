"""Fields render themselves, with what was typed and what is wrong, and clean to vocabulary."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from drive.vocabulary.abuse import Severity
from drive.web.design_system.forms import (
    CheckboxesField,
    CheckboxField,
    DecimalField,
    DriveForm,
    EmailField,
    IdempotencyKeyField,
    LongTextField,
    PasswordField,
    RadiosField,
    SelectField,
    TextField,
    UploadField,
    WholeNumberField,
    YesNoField,
)


class Sample(DriveForm):
    name = TextField(label="Full name", help_text="As in the list", missing="Enter the name")
    email = EmailField(label="E-mail", required=False)
    children = WholeNumberField(label="Children", width="2", suffix="children")
    share = DecimalField(label="Share", required=False, quiet=True)
    secret = PasswordField(label="Password")
    note = LongTextField(label="Note", max_length=20)
    severity = RadiosField(
        label="Severity",
        choices=Severity,
        hints={Severity.HIGH: "Clear injury"},
        reveals={Severity.HIGH: "why"},
    )
    why = TextField(label="Why?", required=False)
    asked = YesNoField(label="Was the Idva asked?")
    agencies = CheckboxesField(label="Agencies", choices=[("a", "Police"), ("b", "Housing")])
    checked = CheckboxField(label="I have checked this", missing="Tick the box")
    source = SelectField(label="Source", choices=Severity, prompt="Choose")
    paper = UploadField(label="List", accept=".csv")
    key = IdempotencyKeyField()


GOOD = {
    "name": "A. Synthetic",
    "children": "2",
    "share": "0.5",
    "secret": " spaces stay ",
    "note": "one\r\ntwo",
    "severity": "high",
    "why": "Said so",
    "asked": "no",
    "agencies": ["a", "b"],
    "checked": "yes",
    "source": "none",
    "key": "12345678123456781234567812345678",
}


class Controls(HTMLParser):
    """Collects ids, the ids that labels and descriptions point to, and the classes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointed: set[str] = set()
        self.named: dict[str, list[dict[str, str | None]]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if held.get("id"):
            self.ids.append(str(held["id"]))
        if tag == "label":
            self.pointed.add(str(held["for"]))
        self.pointed.update((held.get("aria-describedby") or "").split())
        if tag in {"input", "select", "textarea"}:
            self.named.setdefault(str(held.get("name")), []).append(held)


def sent(**changes: Any) -> Sample:
    files = {"paper": SimpleUploadedFile("list.csv", b"a,b")}
    return Sample({**GOOD, **changes}, files)


def test_a_good_form_cleans_to_the_words_of_the_vocabulary() -> None:
    form = sent()
    assert form.is_valid(), form.errors
    cleaned = form.cleaned_data
    assert cleaned["severity"] is Severity.HIGH
    assert cleaned["source"] is Severity.NONE
    assert cleaned["asked"] is False
    assert cleaned["agencies"] == ["a", "b"]
    assert cleaned["children"] == 2
    assert cleaned["secret"] == " spaces stay "
    assert cleaned["note"] == "one\ntwo"
    assert cleaned["key"] == UUID(GOOD["key"])  # type: ignore[arg-type]


@pytest.mark.parametrize("make", [Sample, sent, lambda: Sample({})], ids=["blank", "sent", "wrong"])
def test_each_label_and_description_points_to_something_on_the_page(
    make: Callable[[], Sample],
) -> None:
    page = Controls(str(make()))
    assert page.pointed <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_field_is_on_the_page_once_and_the_revealed_one_within_its_option() -> None:
    html = str(Sample())
    page = Controls(html)
    assert set(page.named) == set(Sample.base_fields)
    assert len(page.named["why"]) == 1
    assert html.index('value="high"') < html.index('name="why"') < html.index('name="asked"')


def test_what_was_typed_stands_in_the_page_again_but_no_password() -> None:
    html = str(sent(children="two"))
    assert 'value="A. Synthetic"' in html
    assert 'value="two"' in html
    assert "spaces stay" not in html
    chosen = [c["value"] for c in Controls(html).named["severity"] if "checked" in c]
    assert chosen == ["high"]


def test_what_was_typed_cannot_become_markup() -> None:
    html = str(sent(name='"><script>alert(1)</script>'))
    assert "<script>alert" not in html


def test_errors_are_sentences_linked_to_their_boxes() -> None:
    form = Sample({})
    # The key of a form has no box to be led to: its error stands in the summary alone.
    summary = {error["href"]: error["text"] for error in form.error_summary if "href" in error}
    assert summary["#id_name"] == "Enter the name"
    assert summary["#id_children"] == "Answer ‘Children’"
    assert summary["#id_checked"] == "Tick the box"
    assert set(summary) <= {f"#{found}" for found in Controls(str(form)).ids}


def test_a_form_that_was_not_sent_has_no_errors() -> None:
    assert Sample().error_summary == []


def test_optional_fields_say_so_unless_quiet() -> None:
    html = str(Sample())
    assert "E-mail (optional)" in html
    assert "Share (optional)" not in html


def test_an_option_that_was_not_offered_is_refused_in_words() -> None:
    form = sent(severity="terrible")
    assert form.errors["severity"] == ["Select one of the options that the page offers"]


def test_a_note_is_counted_as_the_page_counts_it() -> None:
    assert sent(note="a\r\n" * 10).is_valid()
    assert "note" in sent(note="a" * 21).errors


def test_each_blank_form_has_its_own_key() -> None:
    keys = {Controls(str(Sample()["key"])).named["key"][0]["value"] for _ in range(5)}
    assert len(keys) == 5


def test_a_page_with_one_question_has_it_as_its_heading() -> None:
    class One(DriveForm):
        severity = RadiosField(label="How severe?", choices=Severity, page_heading=True)

    assert "<h1" in str(One())
