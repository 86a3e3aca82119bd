"""The Idva's record from intake to exit, what crosses to the case manager, and a leak."""

from __future__ import annotations

from pathlib import Path

from drive.web.recording.models import Draft
from tests.cast import Cast
from tests.factories.facts import Pair, pair
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import her_record as hers
from tests.journeys.steps.idva_work import ends_the_support_of
from tests.journeys.steps.signing_in import signs_in

HER_NAME = "Survivor1"
PHONE = {"width": 320, "height": 640}
PROBATION = "Probation Office, 1 Example Street, Chelmsford CM1 1ZZ"


def test_from_intake_to_exit_and_across_the_wall(cast: Cast, at_desk: Desks) -> None:
    both = pair(cast)
    idva = signs_in(at_desk(), cast.idva)
    idva.unsaid = ["Perpetrator1", HER_NAME, "Harebell", hers.NUMBER]
    _works_on_her_record(idva)
    manager = signs_in(at_desk(), cast.case_manager)
    manager.unsaid = idva.unsaid
    _is_stopped_and_protects(manager, both)
    _records_a_leak(manager, both)
    _reviews_and_traces(idva)
    _ends(idva)
    _fits_a_phone(signs_in(at_desk(viewport=PHONE), cast.idva), both)
    assert not Draft.objects.exists()


def _works_on_her_record(desk: Desk) -> None:
    hers.opens_her_case(desk, HER_NAME)
    desk.picture("how-to-idva-4")
    hers.keeps_where_she_lives(desk)
    hers.keeps_how_to_reach_her(desk)
    hers.looks_at_it_for_a_minute(desk)
    hers.opens_her_case(desk, HER_NAME)
    hers.fills_in_a_form(desk, "intake", "16 6 2017", "high")
    hers.logs_a_call(desk)
    hers.says_how_support_stands(desk)
    hers.writes_a_safety_plan(desk)
    hers.keeps_a_fact(desk)
    hers.releases_a_summary(desk)


def _writes(desk: Desk, *, use: str, body: str) -> None:
    desk.follow("Write to somebody")
    desk.choose("Who is it for?", "An agency")
    desk.fill("Name", "The duty officer")
    desk.choose("How does it go?", "Letter")
    desk.fill("Where does it go?", PROBATION)
    desk.fill("The same once more", PROBATION)
    desk.choose("What is it for?", use)
    desk.choose("How may they use it?", "Not to be revealed to the service user")
    desk.fill("Text", body)
    desk.page.get_by_role("group", name="On which facts does it rest?").get_by_role(
        "checkbox"
    ).first.check()
    desk.press("Keep it and look at it")
    desk.is_at("What is to leave")


def _is_stopped_and_protects(desk: Desk, both: Pair) -> None:
    desk.open(f"/cases/{both.case.pk}/")
    desk.follow("Information")
    desk.follow("Released to you, and what you released")
    desk.sees(hers.SUMMARY)
    desk.does_not_see(hers.KNOWN_OF_HIM)
    desk.open(f"/cases/{both.case.pk}/outgoing/")
    _writes(desk, use="A request to disrupt", body="Please visit him at night.")
    desk.sees("Stopped", "known from the victim-survivor's side alone")
    desk.picture("how-to-case-manager-10")
    desk.follow("Write it anew")
    desk.sees("What stopped it:", "known from the victim-survivor's side alone")
    desk.choose("What is it for?", "Confidential sharing to protect")
    desk.fill("The same once more", PROBATION)
    desk.fill("Text", "She lives in Harebell Rise now. He may be out at night.")
    desk.press("Keep it and look at it")
    desk.sees("Look again")
    desk.follow("Send it")
    desk.fill("Why does it go although the gate warns?", "They patrol where she lives.")
    desk.press("Send")
    desk.sees("Held: it can be recalled")
    desk.picture("how-to-case-manager-11")


def _records_a_leak(desk: Desk, both: Pair) -> None:
    desk.open(f"/cases/{both.case.pk}/outgoing/")
    desk.follow("Record a leak")
    desk.page.get_by_label("Whose information was it?").select_option(index=1)
    desk.fill("What leaked?", "That she told where he sleeps")
    desk.choose("By which way?", "Through an agency to which it was given")
    desk.choose("Did it reach him?", "Unsure: act as if it did")
    desk.fill_date("On which day?", "29 6 2017")
    desk.page.get_by_label("Was it a fact recorded here?").select_option(index=1)
    desk.press("Record the leak")
    desk.sees("It is recorded. An IDVA is asked to review her safety today.")


def _reviews_and_traces(desk: Desk) -> None:
    desk.section("Home")
    desk.sees("Read what was shared to protect somebody", "Review her safety after a leak")
    desk.follow("Read what was shared")
    desk.follow("Say what came of it")
    desk.fill("What came of it?", "Read. She is rung today.")
    desk.press("Save")
    desk.sees("Read. She is rung today.")
    desk.section("Home")
    desk.does_not_see("Read what was shared to protect somebody")
    desk.follow("Review her safety after a leak")
    desk.sees("Who had it", "Case manager")
    desk.follow("Review her safety")
    desk.fill("What was done about her safety?", "New locks; she stays elsewhere tonight.")
    desk.press("Save the review")
    desk.sees("New locks; she stays elsewhere tonight.")
    hers.opens_her_case(desk, HER_NAME)
    hers.tab(desk, "Information")
    desk.follow(hers.KNOWN_OF_HIM)
    desk.follow("Who had this fact")
    desk.sees(
        "The fact itself",
        "A summary released to the other side",
        "Something written to leave that rests on it",
    )
    desk.picture("how-to-idva-5")


def _ends(desk: Desk) -> None:
    ends_the_support_of(desk, HER_NAME, "30 6 2017")
    hers.fills_in_a_form(desk, "exit", "30 6 2017", "none")


def _fits_a_phone(desk: Desk, both: Pair) -> None:
    pages = ("", "forms/", "support/", "engagement/", "plan/", "contact-details/", "outgoing/")
    for page in pages:
        desk.open(f"/idva-cases/{both.idva_case.pk}/{page}")
        desk.fits()


def test_nothing_of_hers_stays_in_the_browser(cast: Cast, at_desk: Desks, tmp_path: Path) -> None:
    pair(cast)
    desk = signs_in(at_desk(), cast.idva)
    hers.opens_her_case(desk, HER_NAME)
    hers.keeps_where_she_lives(desk)
    hers.keeps_how_to_reach_her(desk)
    hers.looks_at_it_for_a_minute(desk)
    kept = desk.page.evaluate(
        """async () => JSON.stringify({
            local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie,
            databases: (await indexedDB.databases()).map(each => each.name),
            caches: await caches.keys(), history: history.state,
        })"""
    )
    state = tmp_path / "state.json"
    desk.page.context.storage_state(path=state, indexed_db=True)
    for secret in ("Harebell", "CO12", hers.NUMBER, "heron", HER_NAME, "Perpetrator1"):
        assert secret not in kept
        assert secret not in state.read_text()
