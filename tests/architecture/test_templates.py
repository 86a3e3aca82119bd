"""Every template compiles, and every template that it names exists."""

from scripts import check_templates


def test_every_template_is_sound() -> None:
    assert check_templates.problems() == []
