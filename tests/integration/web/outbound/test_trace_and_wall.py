"""The trace of a fact ends at the wall, for everybody but her side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from drive.vocabulary.facts import Tells, Use
from drive.vocabulary.outbound import Exposure, LeakRoute, ReachedHim, RecipientKind
from drive.web.accounts.actions import grant_role
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.information.models import Fact, FactVersion, Folder, ReleasedItem
from drive.web.outbound.actions import Leaked, let_out, record_leak, send
from drive.web.outbound.models import LeakageIncident, Outgoing
from drive.web.outbound.queries.case import Case
from drive.web.outbound.queries.trace import trace_of
from tests.cast import NOW
from tests.factories.facts import fact, released
from tests.factories.outbound import of_drive, of_idva, wrote
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db

HIS_SIDE = ("case_manager", "service_manager")
HER_RECIPIENT = RecipientKind.COURT
ENDS = "It shows the case manager’s side alone."
BEHIND = (">Idva<", Tells.MADE_FROM_IT.label, HER_RECIPIENT.label)
"""What stands on a page only where it shows her side."""


@dataclass(frozen=True)
class Crossed:
    """A fact of his side that crossed, what became of it on hers, and what came back."""

    desk: Desk
    his: Fact
    item: ReleasedItem
    hers: Fact
    letter: Outgoing
    back: ReleasedItem
    incident: LeakageIncident

    @property
    def behind(self) -> set[Any]:
        """The keys of all that lies on her side."""
        facts = (self.item.fact, self.hers)
        versions = FactVersion.objects.filter(fact__in=facts).values_list("pk", flat=True)
        return {each.pk for each in facts} | {self.letter.pk, self.back.pk, *versions}


def _left(case: Case, by: User, about: Fact, **said: Any) -> Outgoing:
    row = wrote(case, by, use=Use.PROTECTIVE_SHARING, facts=[about], **said)
    send(outgoing=row, reason="To protect her.", by=by, now=NOW)
    let_out(outgoing=row, by=by, now=NOW + timedelta(minutes=5))
    return row


def _opens(client: Client, user: User, name: str, *keys: Any) -> str:
    client.force_login(user)
    answer = client.get(reverse(name, args=keys))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def crossed(desk: Desk, client: Client) -> Crossed:
    cast, drive, idva = desk.cast, desk.drive, desk.idva
    his_folder, her_folder = (Folder.objects.get(about=each.pk) for each in (drive, idva))
    his = fact(cast, his_folder)
    item = released(cast, his_folder, her_folder, his)
    hers = fact(cast, her_folder, "She keeps away from vans.", item.fact)
    back = released(cast, her_folder, his_folder, hers, text="Leave the van out.")
    _left(of_drive(drive), cast.case_manager, his)
    letter = _left(of_idva(idva), cast.idva, hers, to=HER_RECIPIENT)
    leaked = Leaked(
        dyad=desk.pair,
        what="That he has a van",
        route=LeakRoute.LETTER,
        reached_him=ReachedHim.YES,
        happened_on=NOW.date(),
        fact=his,
    )
    incident = record_leak(case=of_drive(drive), leaked=leaked, by=cast.case_manager, now=NOW)
    _opens(client, cast.case_manager, "information:fact", drive.pk, his.pk)
    _opens(client, cast.idva, "information:released", idva.pk)
    for each in (item.fact, hers):
        _opens(client, cast.idva, "information:fact", idva.pk, each.pk)
    _opens(client, cast.idva, "outbound:outgoing", letter.pk)
    return Crossed(desk, his, item, hers, letter, back, incident)


@pytest.mark.parametrize("name", HIS_SIDE)
def test_his_side_is_shown_nothing_that_happened_behind_the_wall(
    crossed: Crossed, name: str
) -> None:
    rows = trace_of(crossed.his.pk, crossed.desk.cast.users[name])
    assert not {each.contact.thing for each in rows} & crossed.behind
    assert {each.tells for each in rows} == {Tells.ITSELF, Tells.SUMMARY, Tells.OUTGOING}
    assert "Idva" not in {each.contact.who for each in rows}
    assert HER_RECIPIENT.label not in {each.contact.who for each in rows}


@pytest.mark.parametrize("name", HIS_SIDE)
def test_his_side_is_shown_all_that_happened_on_its_own(crossed: Crossed, name: str) -> None:
    rows = trace_of(crossed.his.pk, crossed.desk.cast.users[name])
    shown = {(each.contact.who, each.contact.how, each.tells) for each in rows}
    assert ("Case manager", Exposure.WROTE, Tells.ITSELF) in shown
    assert ("Case manager", Exposure.OPENED, Tells.ITSELF) in shown
    assert ("Case manager", Exposure.WROTE, Tells.SUMMARY) in shown
    assert ("An agency", Exposure.RECEIVED, Tells.OUTGOING) in shown


@pytest.mark.parametrize("name", HIS_SIDE)
def test_the_page_of_a_leak_ends_at_the_wall_for_his_side(
    crossed: Crossed, client: Client, name: str
) -> None:
    shown = _opens(client, crossed.desk.cast.users[name], "outbound:leak", crossed.incident.pk)
    assert Tells.OUTGOING.label in shown
    assert ENDS in shown
    assert [each for each in BEHIND if each in shown] == []


def test_the_page_of_a_fact_ends_at_the_wall_and_the_case_manager_has_none(
    crossed: Crossed, client: Client
) -> None:
    cast = crossed.desk.cast
    shown = _opens(client, cast.service_manager, "outbound:fact_trace", crossed.his.pk)
    assert Tells.OUTGOING.label in shown
    assert ENDS in shown
    assert [each for each in BEHIND if each in shown] == []
    client.force_login(cast.case_manager)
    for each in (crossed.his, crossed.hers):
        assert client.get(reverse("outbound:fact_trace", args=[each.pk])).status_code in (403, 404)


def test_her_idva_is_shown_both_sides(crossed: Crossed, client: Client) -> None:
    idva = crossed.desk.cast.idva
    rows = trace_of(crossed.his.pk, idva)
    assert {each.contact.thing for each in rows} >= {crossed.letter.pk, crossed.back.pk}
    shown = {(each.contact.who, each.contact.how, each.tells) for each in rows}
    assert ("Idva", Exposure.OPENED, Tells.SUMMARY) in shown
    assert ("Idva", Exposure.OPENED, Tells.MADE_FROM_IT) in shown
    assert (HER_RECIPIENT.label, Exposure.RECEIVED, Tells.OUTGOING) in shown
    assert ("Case manager", Exposure.OPENED, Tells.ITSELF) in shown
    page = _opens(client, idva, "outbound:leak", crossed.incident.pk)
    assert [each for each in BEHIND if each not in page] == []
    assert ENDS not in page


def test_what_came_back_is_traced_on_his_side_as_his_own(crossed: Crossed) -> None:
    rows = trace_of(crossed.back.fact_id, crossed.desk.cast.service_manager)
    assert not {each.contact.thing for each in rows} & crossed.behind


def test_whoever_stands_on_both_sides_is_shown_what_may_be_seen_there(crossed: Crossed) -> None:
    cast = crossed.desk.cast
    grant_role(user=cast.idva, role=Role.SERVICE_MANAGER, site=cast.essex, by=cast.nobody, now=NOW)
    both = User.objects.get(pk=cast.idva.pk)
    things = {each.contact.thing for each in trace_of(crossed.his.pk, both)}
    assert not things & crossed.behind
    assert {each.contact.thing for each in trace_of(crossed.hers.pk, both)} >= {crossed.letter.pk}


@pytest.mark.parametrize("name", ["service_manager", "idva"])
def test_more_facts_cost_no_more_queries(crossed: Crossed, name: str) -> None:
    cast = crossed.desk.cast

    def cost() -> int:
        with CaptureQueriesContext(connection) as made:
            assert trace_of(crossed.his.pk, User.objects.get(pk=cast.users[name].pk))
        return len(made)

    fact(cast, crossed.his.folder, "Made of it.", crossed.his)
    before = cost()
    for number in range(5):
        fact(cast, crossed.his.folder, f"Made of it, {number}.", crossed.his)
    assert cost() == before
