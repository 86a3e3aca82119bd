"""Naming an Idva, and the Idva's forms, which are the same in both arms."""

import re

from tests.journeys.desk import Desk

_OWN = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|name="key" value="[^"]*"|nonce="[^"]*"'
    r'|name="draft_\w+" value="[^"]*"'
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)


def names_the_idva_of(desk: Desk, name: str) -> None:
    desk.section("Name an IDVA")
    desk.follow(name)
    desk.fill_date("When does support begin?", "26 6 2017")
    desk.select("IDVA", "Idva")
    desk.press("Open the case")
    desk.sees("The case was opened.")


def opens_the_form(desk: Desk, name: str, stage: str) -> str:
    """Return the form as the browser got it, without the keys that are new each time."""
    desk.section("IDVA cases")
    if desk.main.get_by_role("link", name=name).count() == 0:
        desk.follow("Support ended")
    desk.follow(name)
    desk.follow(f"Fill in the {stage} form")
    desk.is_at(f"{stage.capitalize()} form")
    answer = desk.page.request.get(desk.page.url)
    form = re.search(r'<form method="post" novalidate.*?</form>', answer.text(), re.DOTALL)
    assert form is not None
    return _OWN.sub("", form[0])


def fills_in(desk: Desk, *, day: str, severity: str, answers: dict[str, str]) -> None:
    desk.fill_date("Which day does this form speak of?", day)
    for kind in ("physical", "harassment_stalking", "jealous_controlling"):
        desk.answer(f"used_{kind}", "no" if severity == "none" else "yes")
        if severity != "none":
            desk.answer(f"severity_{kind}", severity)
    for question, value in answers.items():
        desk.answer(question, value)
    desk.press("Save the form")
    desk.sees("There is a problem")
    desk.select("Use one reason for every question left unanswered here", "Not asked")
    desk.press("Save the form")
    desk.sees("The form was saved.")


def keeps_a_form_and_comes_back(desk: Desk) -> None:
    desk.answer("used_physical", "yes")
    desk.press("Keep and come back later")
    desk.sees("You have an unfinished form")
    desk.follow("Go on with the")
    assert desk.is_answered("used_physical", "yes")


def ends_the_support_of(desk: Desk, name: str, day: str) -> None:
    desk.section("IDVA cases")
    desk.follow(name)
    desk.follow("End the support")
    desk.fill_date("When did support end?", day)
    desk.press("End the support")
    desk.sees("The support has ended.")
