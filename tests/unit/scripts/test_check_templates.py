import jinja2
import pytest

from scripts.check_templates import problems_of

PAGES = jinja2.Environment(autoescape=True, loader=jinja2.DictLoader({"base.html": ""}))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{% if %}", "line 1"),
        ("{% extends 'gone.html' %}", "names gone.html, which is not there"),
        ("\n<p style='color: red'>", "line 2: an inline style"),
        ('<a onclick="go()">', "line 1: an inline event handler"),
        ("<script>go()</script>", "line 1: a script without a nonce"),
        ("{{ note|safe }}", "line 1: the filter `safe`"),
    ],
)
def test_a_faulty_template_is_reported(text: str, problem: str) -> None:
    (found,) = problems_of("page.html", text, PAGES)
    assert found.startswith(problem)


def test_a_sound_template_is_not() -> None:
    text = '{% extends "base.html" %}<script type="module" nonce="{{ nonce }}">go()</script>'
    assert list(problems_of("page.html", text, PAGES)) == []
