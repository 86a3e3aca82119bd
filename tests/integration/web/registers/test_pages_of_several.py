"""Pages made of several registers: how things stand, the account, the paper form, what holds."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from drive.vocabulary.strategy import StrategyTemplate
from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import DriveCase
from drive.web.registers.actions import correct_entry, end_entry
from drive.web.registers.actions.following import propose_next_step
from drive.web.registers.presenters.holds import alert
from drive.web.registers.queries.holds import (
    hardest_to_manage,
    has_statutory_involvement,
    template_of,
)
from drive.web.registers.queries.words import values_of
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.registers import entry_in
from tests.factories.sign_in import signed_in
from tests.integration.web.registers.desk import EVERY, on, waiting, words, writer

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


def page(client: Client, name: str, case: DriveCase) -> str:
    return words(client.get(reverse(f"registers:{name}", args=[case.pk])).content)


def test_what_stands_now_is_said_for_every_register(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    assert page(client, "index", case).count("Nothing recorded") == len(EVERY)
    for slug in EVERY:
        entry_in(slug, case, writer(cast, REGISTERS[slug]))
    said = page(client, "index", case)
    assert "Nothing recorded" not in said
    assert "1 now: Sentence plan or licence" in said
    assert "£12.50 in all" in said
    assert "Statutory involvement Yes" in said
    assert "Since 20 June 2017" in said


def test_the_first_page_makes_as_many_queries_for_one_entry_as_for_many(
    cast: Cast, client: Client
) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    page(client, "index", case)
    counted = []
    for _ in range(2):
        for slug in ("levers", "children", "child-statuses", "whereabouts", "payments"):
            entry_in(slug, case, cast.case_manager)
        with CaptureQueriesContext(connection) as made:
            page(client, "index", case)
        counted.append(len(made))
    assert counted[0] == counted[1]


def test_what_he_says_stands_beside_what_is_known(cast: Cast, client: Client) -> None:
    case, by = case_at(cast), cast.case_manager
    signed_in(client, by)
    assert "No incident is recorded" in page(client, "account", case)
    entry_in("known", case, by, text="He broke the door.", informant="police")
    assert "Not raised yet. Not admitted." in page(client, "account", case)
    entry_in("revisits", case, by, admission="denied", text="I did not.")
    assert "Last raised 10 days ago. Not admitted." in page(client, "account", case)
    entry_in("revisits", case, by, admission="partly", text="A push.", **on("happened_on", TODAY))
    said = page(client, "account", case)
    assert "First admission of anything: 30 June 2017." in said
    assert "Last raised today. First admitted on 30 June 2017." in said
    for text in ("He broke the door.", "I did not.", "A push.", "Denied it", "Police"):
        assert text in said


def test_an_incident_of_hers_is_left_out_of_prints(cast: Cast, client: Client) -> None:
    case, by = case_at(cast), cast.case_manager
    entry_in("known", case, by, informant="victim_survivor", text="She said so.")
    signed_in(client, by)
    html = client.get(reverse("registers:account", args=[case.pk])).content.decode()
    section = html[html.index("<section") : html.index("She said so.")]
    assert "drive-not-printed" in section


def test_the_paper_form_asks_what_is_keyed_in_and_names_nobody(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    said = page(client, "prison_form", case)
    for text in (case.reference, "Behaviour change", "Contact attempted", "Empathy", "Denied it"):
        assert text in said
    assert case.perpetrator.person.name not in said


def test_a_case_is_held_by_its_levers_while_they_last(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    assert hardest_to_manage(case, by, day=TODAY, needs=0, idva_engaged=False).nothing
    assert not hardest_to_manage(case, by, day=TODAY, needs=2).nothing
    assert not has_statutory_involvement(case, by, TODAY)
    lever = entry_in("levers", case, by)
    assert not hardest_to_manage(case, by, day=TODAY, needs=0).nothing
    assert has_statutory_involvement(case, by, TODAY)
    end_entry(
        register=REGISTERS["levers"],
        entry=lever,
        ends_on=date(2017, 6, 29),
        seen=lever.pk,
        by=by,
        now=NOW,
    )
    assert hardest_to_manage(case, by, day=TODAY, needs=0).nothing
    assert not has_statutory_involvement(case, by, TODAY)


def test_a_next_step_is_proposed_until_a_lever_is_found(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    holds = hardest_to_manage(case, by, day=TODAY, needs=0)
    said = alert(case, holds)
    assert said
    assert "ask the IDVA lead" in said["text"]
    propose_next_step(case=case, holds=holds, by=by, now=NOW)
    assert waiting(by) == [TaskKind.PROPOSE_NEXT_STEP]
    entry_in("levers", case, by)
    assert waiting(by) == []
    held = hardest_to_manage(case, by, day=TODAY, needs=None, idva_engaged=False)
    assert alert(case, held) is None
    propose_next_step(case=case, holds=held, by=by, now=NOW)
    assert waiting(by) == []


def test_a_pathway_brings_its_strategy(cast: Cast) -> None:
    case, by = case_at(cast), cast.case_manager
    assert template_of(case, by, TODAY) is StrategyTemplate.ORDINARY
    entry_in("pathways", case, by)
    assert template_of(case, by, TODAY) is StrategyTemplate.STALKING


def test_what_was_put_right_is_called_as_it_is_now(cast: Cast, client: Client) -> None:
    """A status points to the row of the child that stood then, and names the one that stands."""
    case, by = case_at(cast), cast.case_manager
    status = entry_in("child-statuses", case, by)
    child = status.child
    register = REGISTERS["children"]
    values = values_of(register, child) | {"label": "the elder daughter"}
    correct_entry(register=register, entry=child, values=values, seen=child.pk, by=by, now=NOW)
    signed_in(client, by)
    listed = client.get(reverse("registers:list", args=[case.pk, "child-statuses"])).content
    assert "the elder daughter" in words(listed)


def test_an_unknown_register_does_not_exist(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    signed_in(client, cast.case_manager)
    for name in ("list", "add"):
        assert client.get(reverse(f"registers:{name}", args=[case.pk, "none"])).status_code == 404
