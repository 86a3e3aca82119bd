"""Misspelt names stop a page; parameters that a component was not given are empty."""

import jinja2
import pytest
from django.template import engines

from drive.web.design_system.environment import Unknown


@pytest.fixture
def pages() -> jinja2.Environment:
    environment: jinja2.Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    return environment


@pytest.mark.parametrize(
    "text",
    [
        "{{ misspelt }}",
        "{{ misspelt.name }}",
        "{{ person.misspelt }}",
        "{% if misspelt %}x{% endif %}",
        "{% for one in misspelt %}x{% endfor %}",
        "{{ misspelt['key'] }}",
        "{{ misspelt | length }}",
    ],
)
def test_a_mistake_is_seen(pages: jinja2.Environment, text: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        pages.from_string(text).render(person=object())


@pytest.mark.parametrize(
    "text",
    [
        "{{ params.hint }}",
        "{{ params.hint.text }}",
        "{{ params['hint']['text'] }}",
        "{% if params.hint %}x{% endif %}",
        "{% for one in params.hints %}x{% endfor %}",
        "{{ 'x' if params.hint }}",
        "{% macro m(p) %}{{ p.a }}{% endmacro %}{{ m() }}",
        "{{ params.hints | length or '' }}",
    ],
)
def test_what_a_component_was_not_given_is_empty(pages: jinja2.Environment, text: str) -> None:
    assert pages.from_string(text).render(params={}) == ""


def test_text_is_escaped(pages: jinja2.Environment) -> None:
    assert pages.from_string("{{ text }}").render(text="<b>") == "&lt;b&gt;"


def test_the_words_of_a_mistake_name_it() -> None:
    with pytest.raises(jinja2.UndefinedError, match="severty"):
        str(Unknown(name="severty"))


def test_translations_take_values(pages: jinja2.Environment) -> None:
    assert pages.from_string('{{ _("%(n)s of 3", n=2) }}').render() == "2 of 3"
