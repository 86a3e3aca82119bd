"""What an Idva does on her record: details, forms, work, plan, facts, and what crosses."""

from __future__ import annotations

from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import enters_the_password_again

STREET = "7 Harebell Rise, Harwich"
NUMBER = "07700 900417"
KNOWN_OF_HIM = "He sleeps at his brother's on weekdays."
SUMMARY = "He is not at home on weekday nights."


def opens_her_case(desk: Desk, name: str) -> str:
    desk.section("IDVA cases")
    if desk.main.get_by_role("link", name=name).count() == 0:
        desk.follow("Support ended")
    desk.follow(name)
    return desk.page.url


def tab(desk: Desk, text: str) -> None:
    desk.follow(text, within=desk.page.get_by_role("navigation", name="IDVA case"), exact=True)


def keeps_where_she_lives(desk: Desk) -> None:
    tab(desk, "Contact details")
    desk.follow("Add an address")
    desk.choose("Whose is it?", "Their own")
    desk.choose("What is it?", "Home")
    desk.fill("Address, without the postcode", STREET)
    desk.fill("Postcode", "CO12 9ZZ")
    desk.choose("Does he know it?", "No")
    desk.choose("Does he live there too, or come there?", "No")
    desk.press("Save")
    desk.does_not_see("Harebell", "CO12")


def keeps_how_to_reach_her(desk: Desk) -> None:
    desk.follow("Write the plan")
    desk.fill("When is it safe?", "On Tuesdays before noon")
    desk.fill("How, and at which number?", f"A text first, to {NUMBER}")
    desk.fill("What to say if somebody else answers", "That it is about a survey of shops")
    desk.fill("Word by which she knows who rings", "heron")
    desk.press("Save")
    desk.does_not_see("heron", NUMBER)
    desk.picture("how-to-idva-1")


def looks_at_it_for_a_minute(desk: Desk) -> None:
    addresses = desk.main.get_by_role("table").first
    desk.follow("Show", within=addresses.get_by_role("row").filter(has_text="Home").last)
    if desk.page.get_by_role("heading", name="Enter your password again").count():
        enters_the_password_again(desk)
    desk.choose("Why do you look at it?", "To get in touch")
    desk.press("Show it")
    desk.sees("Harebell")
    assert "Harebell" not in desk.page.url + desk.page.title()
    tab(desk, "Contact details")
    desk.sees("Who looked", "To get in touch")
    desk.does_not_see("Harebell")


def fills_in_a_form(desk: Desk, stage: str, day: str, severity: str) -> None:
    desk.follow(f"Fill in the {stage} form")
    desk.fill_date("Which day does this form speak of?", day)
    for kind in ("physical", "harassment_stalking", "jealous_controlling"):
        desk.answer(f"used_{kind}", "no" if severity == "none" else "yes")
        if severity != "none":
            desk.answer(f"severity_{kind}", severity)
    desk.select("Use one reason for every question left unanswered here", "Not asked")
    desk.press("Save the form")
    desk.sees("The form was saved.")


def logs_a_call(desk: Desk) -> None:
    desk.follow("Spoke with her")
    desk.fill("What happened", "She asked about the locks; the council is rung on Monday.")
    desk.press("Save")
    desk.sees("the council is rung on Monday")


def says_how_support_stands(desk: Desk) -> None:
    tab(desk, "Engagement")
    desk.follow("Say how support stands")
    desk.choose("How does support stand?", "Engaged")
    desk.fill_date("Since when?", "26 6 2017")
    desk.press("Save")
    desk.sees("Engaged")


def writes_a_safety_plan(desk: Desk) -> None:
    tab(desk, "Safety plan")
    desk.follow("Write a safety plan")
    desk.fill("What is agreed, step by step", "A bag is packed and kept elsewhere.")
    desk.choose("Was it made with her?", "Yes")
    desk.fill_date("When?", "27 6 2017")
    desk.fill_date("When is it looked at again?", "11 7 2017")
    desk.press("Save")
    desk.sees("A bag is packed and kept elsewhere.")
    desk.picture("how-to-idva-2")


def keeps_a_fact(desk: Desk) -> None:
    tab(desk, "Information")
    desk.follow("Record a fact")
    desk.fill("What is known?", KNOWN_OF_HIM)
    desk.select("What is it about?", "Where he is and how he moves")
    desk.select("Who said so?", "Victim-survivor")
    desk.choose("How did it come to you?", "Directly")
    desk.choose("Would this be known had she not spoken?", "No")
    desk.choose("How far can it be relied on?", "Likely: from a source that was right before")
    desk.answer("inferable", "yes")
    desk.choose("How may it be used?", "Not to be revealed to the service user")
    desk.press("Save")
    desk.sees(KNOWN_OF_HIM)


def releases_a_summary(desk: Desk) -> None:
    tab(desk, "Information")
    desk.follow("Released to you, and what you released")
    desk.follow("Release a summary")
    desk.page.locator("[name=receiver]").first.check()
    desk.page.locator("[name=facts]").first.check()
    desk.fill("Summary", SUMMARY)
    desk.select("What is it about?", "Where he is and how he moves")
    desk.fill("What for?", "To plan visits of the police. Not to be said to him.")
    desk.press("Release")
    desk.sees(SUMMARY)
    desk.picture("how-to-idva-3")
