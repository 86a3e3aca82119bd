"""The Ministry of Justice components, re-typed for Jinja."""

from datetime import UTC, date, datetime
from pathlib import Path

import jinja2
import pytest
from django.core.paginator import Paginator
from django.template import engines
from markupsafe import Markup

from drive.web import design_system

FOLDER = Path(design_system.__file__).parent / "jinja2" / "moj"


def write(text: str, **context: object) -> str:
    environment: jinja2.Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    return environment.from_string(text).render(**context)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.html")), ids=lambda path: path.stem)
def test_each_file_opens_with_how_to_use_it(path: Path) -> None:
    opening = path.read_text("utf-8").partition("#}")[0]
    assert opening.startswith("{#")
    assert "{{ " in opening or "{% call" in opening


def test_the_identity_bar_says_whose_record_it_is_and_the_risks_in_words() -> None:
    html = write(
        '{% from "moj/identity_bar.html" import identity_bar %}{{ identity_bar(bar) }}',
        bar={
            "name": "A. <Synthetic>",
            "details": [{"text": "Born", "value": "12 June 1980"}],
            "alerts": ["Not safe to contact"],
        },
    )
    assert "A. &lt;Synthetic&gt;" in html
    assert "12 June 1980" in html
    assert "Not safe to contact" in html


def test_the_present_tab_is_marked_for_those_who_do_not_see_it() -> None:
    html = write(
        '{% from "moj/sub_navigation.html" import sub_navigation %}{{ sub_navigation(p) }}',
        p={"items": [{"text": "Notes", "href": "/n", "active": True}, {"text": "X", "href": "/x"}]},
    )
    assert html.count('aria-current="page"') == 1


def test_a_timeline_writes_times_and_days_in_words() -> None:
    html = write(
        '{% from "moj/timeline.html" import timeline %}{{ timeline(p) }}',
        p={
            "items": [
                {"label": "Note", "byline": "A", "at": datetime(2017, 6, 12, 13, 5, tzinfo=UTC)},
                {"label": "Intake", "on": date(2017, 5, 1), "text": "<i>"},
            ]
        },
    )
    assert "12 June 2017 at 2:05pm" in html
    assert '<time datetime="2017-05-01">1 May 2017</time>' in html
    assert "&lt;i&gt;" in html


def test_a_table_has_a_caption_scrolls_by_keyboard_and_escapes() -> None:
    html = write(
        '{% from "moj/sortable_table.html" import table %}{{ table(p) }}',
        p={
            "caption": "Your cases",
            "head": [{"text": "Case", "sort": "none"}, "Opened"],
            "rows": [[{"html": Markup("<a>1</a>")}, {"text": "<b>", "sort": 5}]],
            "sortable": True,
            "first_cell_is_header": True,
        },
    )
    assert 'tabindex="0"' in html
    assert ">Your cases</caption>" in html
    assert html.count("aria-sort") == 1
    assert '<th scope="row"' in html
    assert 'data-sort-value="5"' in html
    assert "&lt;b&gt;" in html


def test_markup_in_a_table_must_be_marked_as_such_in_python() -> None:
    html = write(
        '{% from "moj/sortable_table.html" import table %}{{ table(p) }}',
        p={"caption": "c", "rows": [[{"html": "<b>typed</b>"}]]},
    )
    assert "<b>" not in html


def test_a_filter_offers_to_remove_what_was_chosen() -> None:
    html = write(
        '{% from "moj/filter.html" import filter_panel %}'
        '{% call filter_panel({"clear": "/c", "selected": [{"text": "Open", "href": "?"}]}) %}'
        "inner{% endcall %}"
    )
    assert "Remove this filter:" in html
    assert html.index("Apply filters") < html.index("inner")


def test_pagination_counts_the_results() -> None:
    html = write(
        '{% from "moj/pagination.html" import pagination %}{{ pagination(page, "a=1") }}',
        page=Paginator(range(1574), 25).page(2),
    )
    assert "Showing 26 to 50 of 1,574" in html
    assert 'href="?a=1&amp;page=3"' in html


@pytest.mark.parametrize("variant", ["information", "success", "warning", "error"])
def test_an_alert_says_what_it_is_about(variant: str) -> None:
    html = write(
        '{% from "moj/alert.html" import alert %}{{ alert({"variant": v, "title": "T"}) }}',
        v=variant,
    )
    assert f"moj-alert--{variant}" in html
    assert 'aria-label="T"' in html


def test_the_smaller_ones_write_what_they_are_given() -> None:
    text = (
        '{% from "moj/badge.html" import badge %}{{ badge({"text": "One"}) }}'
        '{% from "moj/page_header_actions.html" import page_header_actions %}'
        '{{ page_header_actions({"text": "Two", "items": [{"text": "Three", "href": "/"}]}) }}'
        '{% from "moj/scrollable_pane.html" import scrollable_pane %}'
        '{% call scrollable_pane("Four") %}Five{% endcall %}'
        '{% from "moj/primary_navigation.html" import primary_navigation %}'
        '{{ primary_navigation({"items": [{"text": "Six", "href": "/"}]}) }}'
    )
    html = write(text)
    assert all(word in html for word in ("One", "Two", "Three", "Four", "Five", "Six"))
