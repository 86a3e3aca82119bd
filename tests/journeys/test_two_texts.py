"""Two texts of one thing: both stand side by side, and nobody decides but the person."""

from __future__ import annotations

import re

from django.urls import reverse
from playwright.sync_api import expect

from drive.vocabulary.casework import CaseState
from tests.cast import Cast
from tests.factories.casework import case_at
from tests.factories.registers import entry_in
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.drafts import SAVED
from tests.journeys.steps.signing_in import signs_in

PHONE = {"width": 320, "height": 640}


def types(desk: Desk, text: str) -> None:
    said = desk.page.locator(".drive-saved")
    before = said.inner_text()
    desk.fill("What happened", text)
    expect(said).to_have_text(SAVED)
    expect(said).not_to_have_text(re.compile(re.escape(before) or "^$"))


def test_what_was_typed_in_another_tab_stands_beside(cast: Cast, at_desk: Desks) -> None:
    address = reverse("casework:add_note", args=[case_at(cast, CaseState.ACTIVE).pk])
    first = signs_in(at_desk(), cast.case_manager)
    other = signs_in(at_desk(viewport=PHONE), cast.case_manager)
    first.open(address)
    types(first, "Rang the police: he was seen near the school.")
    other.open(address)
    expect(other.page.get_by_label("What happened")).to_have_value(re.compile("near the school"))
    types(other, "Rang the police: he was seen near the station.")
    types(first, "Rang the police: he was seen near the school at noon.")

    other.open(address)
    other.sees("You typed another version of this, in another tab", "near the station")
    other.fits()
    other.follow("Use the other, or throw it away")
    other.sees("near the station")
    other.fits()
    other.press("Go on with this text in its form")
    expect(other.page.get_by_label("What happened")).to_have_value(re.compile("near the station"))
    other.sees("near the school at noon")
    other.press("Save note")
    first.open(address)
    expect(first.page.get_by_label("What happened")).to_have_value(re.compile("at noon"))


def test_what_somebody_else_saved_meanwhile_stands_beside(cast: Cast, at_desk: Desks) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    entry = entry_in("whereabouts", case, cast.case_manager)
    address = reverse("registers:correct", args=[case.pk, "whereabouts", entry.pk])
    manager = signs_in(at_desk(), cast.service_manager)
    desk = signs_in(at_desk(viewport=PHONE), cast.case_manager)
    desk.open(address)
    desk.fill("In which area?", "Harlow, by the canal")
    manager.open(address)
    manager.fill("In which area?", "Epping")
    manager.press("Save")

    desk.press("Save")
    desk.sees("What you typed and what stands now", "Harlow, by the canal", "Epping")
    desk.fits()
    desk.press("Save")
    desk.sees("Harlow, by the canal")
    desk.does_not_see("What you typed and what stands now")
