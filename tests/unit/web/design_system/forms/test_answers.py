"""A question is answered by a value, or by the reason why there is none."""

from datetime import date
from typing import Any

import pytest

from drive.vocabulary.abuse import Severity
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, YesNo
from drive.web.design_system.forms import (
    AnswerField,
    CheckboxesField,
    DateField,
    DriveForm,
    RadiosField,
    WholeNumberField,
    YesNoField,
)

TODAY = date(2017, 6, 30)


class Sample(DriveForm):
    severity = AnswerField(
        RadiosField(choices=Severity, hints={Severity.HIGH: "Clear injury"}),
        label="Physical abuse",
        ask_as_of=True,
    )
    children = AnswerField(WholeNumberField(), label="Children", required=False, ask_source=False)


def sent(**controls: Any) -> Sample:
    names = {name.replace("__", "-"): value for name, value in controls.items()}
    return Sample(names, today=TODAY)


def test_a_value_makes_the_answer_known() -> None:
    form = sent(severity__value="high", severity__source="police", children__value="3")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["severity"] == Answer(
        value="high", status=ValueStatus.KNOWN, source=InformationSource.POLICE
    )
    assert form.cleaned_data["children"] == Answer(value="3")


def test_none_is_a_value_and_blank_is_not() -> None:
    form = sent(severity__value="none")
    assert form.is_valid()
    assert form.cleaned_data["severity"].value == "none"
    assert "severity" in sent(severity__value="").errors


def test_a_reason_stands_in_place_of_a_value() -> None:
    form = sent(severity__status="declined", **{"severity__as_of-day": "1 June 17"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["severity"] == Answer(
        status=ValueStatus.DECLINED, as_of=date(2017, 6, 1)
    )


def test_a_question_that_may_wait_and_was_left_has_no_answer() -> None:
    form = sent(severity__value="none")
    assert form.is_valid()
    assert form.cleaned_data["children"] is None


@pytest.mark.parametrize(
    ("controls", "words"),
    [
        ({}, "Answer ‘Physical abuse’, or say why it is not known"),
        (
            {"severity__value": "high", "severity__status": "not_asked"},
            "Give the answer or the reason why it is not known, not both",
        ),
        ({"severity__value": "worst"}, "Select one of the options that the page offers"),
    ],
)
def test_what_cannot_be_right_is_refused_in_words(controls: dict[str, str], words: str) -> None:
    form = sent(**controls)
    assert form.error_summary == [{"text": words, "href": "#id_severity-value"}]


@pytest.mark.parametrize("status", ["known", "not_recorded_legacy", "nonsense"])
def test_a_live_form_does_not_offer_every_status(status: str) -> None:
    assert "severity" in sent(severity__status=status).errors
    assert f'value="{status}"' not in str(Sample())


def test_all_controls_keep_what_was_typed() -> None:
    html = str(sent(severity__value="high", severity__status="declined", severity__source="idva"))
    for kept in ('value="high" checked', 'value="declined" selected', 'value="idva" selected'):
        assert kept in html


def test_a_kept_answer_fills_the_controls() -> None:
    kept = Answer(value="moderate", source=InformationSource.IDVA, as_of=date(2017, 6, 12))
    html = str(Sample(initial={"severity": kept})["severity"])
    for part in ('value="moderate" checked', 'value="idva" selected', 'value="2017"'):
        assert part in html


def test_the_definition_stands_beside_the_option() -> None:
    assert "Clear injury" in str(Sample()["severity"])


@pytest.mark.parametrize(
    ("inner", "answer"),
    [
        (YesNoField(), Answer(value="no")),
        (RadiosField(choices=YesNo), Answer(value="yes")),
        (DateField(), Answer(value="2017-06-12")),
        (CheckboxesField(choices=[("a", "A"), ("b", "B"), ("c", "C")]), Answer(value="a,c")),
        (WholeNumberField(), Answer(value="0")),
        (WholeNumberField(), Answer(status=ValueStatus.NOT_ASKED)),
    ],
)
def test_what_is_kept_and_shown_comes_back_as_it_was(inner: Any, answer: Answer) -> None:
    field = AnswerField(inner, label="Question")
    assert field.clean(answer) == answer


def test_two_forms_share_no_controls() -> None:
    first, second = Sample(), Sample()
    first.fields["severity"].controls["value"].choices = []  # type: ignore[attr-defined]
    assert second.fields["severity"].controls["value"].choices  # type: ignore[attr-defined]
