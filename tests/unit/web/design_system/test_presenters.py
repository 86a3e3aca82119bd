"""Words of dates, answers, tables, errors and pages."""

from datetime import UTC, date, datetime

from django.core.paginator import Paginator
from django.utils.html import format_html

from drive.vocabulary.abuse import Severity
from drive.vocabulary.answers import Answer, ValueStatus
from drive.web.design_system import presenters


def test_dates_and_times_in_words() -> None:
    assert presenters.date_in_words(date(2017, 6, 2)) == "2 June 2017"
    assert presenters.date_in_words(None) == "Not recorded"
    assert presenters.time_in_words(None) == "Not recorded"


def test_times_are_of_london() -> None:
    late = datetime(2017, 6, 30, 23, 30, tzinfo=UTC)
    assert presenters.time_in_words(late) == "1 July 2017 at 12:30am"
    assert presenters.date_in_words(late) == "1 July 2017"
    noon = datetime(2017, 1, 2, 12, 5, tzinfo=UTC)
    assert presenters.time_in_words(noon) == "2 January 2017 at 12:05pm"


def test_labels() -> None:
    assert presenters.label(Severity.HIGH) == "High"
    assert presenters.label("high", Severity) == "High"
    assert presenters.label(None) == "Not recorded"
    assert [presenters.label(truth) for truth in (True, False)] == ["Yes", "No"]
    assert presenters.label(Answer(value="high"), Severity) == "High"
    assert presenters.label(Answer(status=ValueStatus.DECLINED)) == "Declined to answer"


def test_counts() -> None:
    assert presenters.count_of(1, "case", "cases") == "1 case"
    assert presenters.count_of(1574, "case", "cases") == "1,574 cases"


def test_rows_of_a_table_keep_markup_and_write_the_rest_in_words() -> None:
    link = format_html('<a href="{}">x</a>', "/y")
    rows = presenters.table_rows([[link, date(2017, 6, 2), Severity.NONE, None, "<b>", 3]])
    assert rows == [
        [
            {"html": link},
            {"text": "2 June 2017"},
            {"text": "None"},
            {"text": "Not recorded"},
            {"text": "<b>"},
            {"text": "3"},
        ]
    ]


def test_a_change_link_says_what_it_changes() -> None:
    row = presenters.summary_row("Date of birth", date(1980, 6, 2), change="/change")
    assert row["value"] == {"text": "2 June 1980"}
    assert row["actions"]["items"][0]["visuallyHiddenText"] == "date of birth"


def test_pages_keep_the_filters_and_one_page_needs_no_links() -> None:
    paginator = Paginator(range(300), 25)
    links = presenters.page_links(paginator.page(3), "site=essex")
    assert links is not None
    assert links["previous"] == {"href": "?site=essex&page=2"}
    assert {"number": 3, "href": "?site=essex&page=3", "current": True} in links["items"]
    assert {"ellipsis": True} in links["items"]
    assert presenters.page_links(Paginator(range(3), 25).page(1)) is None
