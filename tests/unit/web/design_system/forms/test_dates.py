"""The date in three boxes."""

from datetime import date
from typing import Any

import pytest

from drive.web.design_system.forms import DateField, DriveForm

TODAY = date(2017, 6, 30)


class Sample(DriveForm):
    heard_on = DateField(label="Hearing date", missing="Enter the hearing date")
    born_on = DateField(label="Date of birth", required=False, may_be_future=False)


def sent(day: str = "12", month: str = "6", year: str = "2017", **more: Any) -> Sample:
    boxes = {"heard_on-day": day, "heard_on-month": month, "heard_on-year": year}
    return Sample({**boxes, **more}, today=TODAY)


def test_three_boxes_are_one_date() -> None:
    form = sent()
    assert form.is_valid()
    assert form.cleaned_data == {"heard_on": date(2017, 6, 12), "born_on": None}


def test_a_whole_date_under_the_plain_name_is_read() -> None:
    form = Sample({"heard_on": "2017-06-12"}, today=TODAY)
    assert form.is_valid()


def test_a_short_year_of_birth_is_never_ahead() -> None:
    form = sent(**{"born_on-day": "1", "born_on-month": "2", "born_on-year": "45"})
    assert form.is_valid()
    assert form.cleaned_data["born_on"] == date(1945, 2, 1)


@pytest.mark.parametrize(
    ("boxes", "words", "target"),
    [
        (("", "", ""), "Enter the hearing date", "#id_heard_on-day"),
        (("31", "2", "2017"), "Hearing date must be a real date", "#id_heard_on-day"),
        (("1", "", "2017"), "Hearing date must include a month", "#id_heard_on-month"),
        (("1", "2", "x"), "Hearing date must have a year, such as 2017", "#id_heard_on-year"),
    ],
)
def test_an_error_says_what_is_wrong_and_leads_to_its_box(
    boxes: tuple[str, str, str], words: str, target: str
) -> None:
    form = sent(*boxes)
    assert form.error_summary == [{"text": words, "href": target}]


def test_only_the_wrong_box_is_marked_and_all_keep_what_was_typed() -> None:
    html = str(sent("1", "Smarch", "2017")["heard_on"])
    assert html.count("govuk-input--error") == 1
    assert 'value="Smarch"' in html
    assert 'value="2017"' in html


def test_a_day_to_come_is_refused_where_it_cannot_be() -> None:
    form = sent(**{"born_on-day": "1", "born_on-month": "7", "born_on-year": "2017"})
    assert form.errors["born_on"] == ["Date of birth must be today or in the past"]


def test_a_kept_date_fills_the_boxes() -> None:
    html = str(Sample(initial={"heard_on": date(2017, 6, 5)})["heard_on"])
    assert [f'value="{part}"' in html for part in ("5", "6", "2017")] == [True] * 3


def test_the_same_day_typed_otherwise_is_no_change() -> None:
    field = DateField(label="On")
    assert not field.has_changed(date(2017, 6, 12), ("12", "June", "17"))
    assert field.has_changed(date(2017, 6, 12), ("13", "June", "17"))
    assert field.has_changed(date(2017, 6, 12), ("soon", "", ""))
