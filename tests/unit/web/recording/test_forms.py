"""Forms made from definitions: blanks, reasons for many, and the two answers of each abuse."""

import pytest
from django.utils.datastructures import MultiValueDict

from drive.vocabulary.abuse import SEVERITY_DEFINITIONS, AbuseType, Severity
from drive.vocabulary.answers import InformationSource, ValueStatus
from drive.web.recording.forms import EXPERIENCED, RecordingForm, answers_from, ratings_from
from drive.web.recording.rules import FIRST, definition

NEEDS, ABUSE, CONTACT = definition("assessment", FIRST).stages["month_3"]
AWARENESS = definition("insights").stages["intake"][-1]


def form(*sections, complete: bool = False, **typed: str) -> RecordingForm:
    data = MultiValueDict({name.replace("__", "-"): [text] for name, text in typed.items()})
    return RecordingForm(data, sections=sections, complete=complete)


def test_blanks_are_allowed_while_it_is_filled_in_and_counted() -> None:
    filled = form(NEEDS, need_alcohol__value="yes")
    assert filled.is_valid()
    assert list(answers_from(filled)) == ["need_alcohol"]
    assert len(filled.gaps) == len(NEEDS.questions) - 1


def test_a_complete_form_names_each_blank() -> None:
    filled = form(CONTACT, complete=True, contact_made__value="no")
    assert not filled.is_valid()
    assert set(filled.errors) == {question.key for question in CONTACT.questions} - {"contact_made"}


def test_one_reason_and_one_source_stand_for_many_and_overwrite_nothing() -> None:
    filled = form(
        NEEDS,
        complete=True,
        need_alcohol__value="yes",
        need_drugs__value="no",
        need_drugs__source="csc",
        need_housing__status="declined",
        gap_reason="not_contactable",
        all_source="police",
    )
    assert filled.is_valid()
    answers = answers_from(filled)
    assert answers["need_alcohol"].source is InformationSource.POLICE
    assert answers["need_drugs"].source is InformationSource.CSC
    assert answers["need_housing"].status is ValueStatus.DECLINED
    assert answers["need_financial"].status is ValueStatus.NOT_CONTACTABLE
    assert len(answers) == len(NEEDS.questions)


@pytest.mark.parametrize(
    ("typed", "severity", "status"),
    [
        ({"used_physical__value": "no"}, "none", ValueStatus.KNOWN),
        ({"used_physical__status": "declined"}, None, ValueStatus.DECLINED),
        (
            {"used_physical__value": "yes", "severity_physical__value": "high"},
            "high",
            ValueStatus.KNOWN,
        ),
        (
            {"used_physical__status": "not_asked", "severity_physical__value": "high"},
            "high",
            ValueStatus.KNOWN,
        ),
    ],
)
def test_severity_is_filled_where_used_leaves_no_question_and_never_overwritten(
    typed: dict[str, str], severity: str | None, status: ValueStatus
) -> None:
    filled = form(ABUSE, **typed)
    assert filled.is_valid()
    (rating,) = ratings_from(filled)
    assert (rating.severity.value, rating.severity.status) == (severity, status)


def test_a_yes_without_a_level_stays_open() -> None:
    filled = form(ABUSE, used_physical__value="yes")
    assert filled.is_valid()
    assert ratings_from(filled) == []
    assert "severity_physical" in [gap.name for gap in filled.gaps]


def test_none_of_it_and_yet_severe_is_asked_again() -> None:
    filled = form(ABUSE, used_sexual__value="no", severity_sexual__value="high")
    assert not filled.is_valid()
    assert list(filled.errors) == ["severity_sexual"]


def test_a_value_and_a_reason_together_name_their_question() -> None:
    filled = form(NEEDS, need_alcohol__value="yes", need_alcohol__status="declined")
    assert not filled.is_valid()
    assert "Alcohol misuse" in filled.error_summary[0]["text"]
    assert filled.error_summary[0]["href"] == "#id_need_alcohol-value"


def test_each_level_has_its_definition_beside_it() -> None:
    page = str(RecordingForm(sections=[ABUSE]))
    for kind in AbuseType:
        for level in (Severity.STANDARD, Severity.MODERATE, Severity.HIGH):
            assert SEVERITY_DEFINITIONS[kind][level] in page


def test_the_idva_is_asked_what_was_experienced_and_for_no_source() -> None:
    page = str(
        RecordingForm(sections=[ABUSE, AWARENESS], ask_source=False, rating_words=EXPERIENCED)
    )
    assert "Physical abuse: has the victim-survivor experienced it?" in page
    assert "Who said so" not in page
    assert "service user" not in page


def test_the_answer_given_last_time_stands_beside_the_question() -> None:
    page = str(RecordingForm(sections=[NEEDS], previous={"need_alcohol": "Intake: Yes."}))
    assert "Intake: Yes." in page
