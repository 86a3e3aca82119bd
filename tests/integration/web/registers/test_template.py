"""The stalking pathway chooses the template of the contact strategy beforehand."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from drive.web.casework.models import DriveCase
from drive.web.registers.actions import end_entry
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.registers import entry_in
from tests.factories.strategies import drafted

_CHOSEN = re.compile(r'<input[^>]*name="template"[^>]*value="(\w+)"[^>]*\bchecked\b')
SAID = "asks for the template that is chosen"


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast)


def _page(cast: Cast, client: Client, case: DriveCase) -> str:
    client.force_login(cast.case_manager)
    return client.get(reverse("casework:write_strategy", args=[case.pk])).content.decode()


def test_it_is_chosen_where_the_case_is_flagged_as_stalking(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    entry_in("pathways", case, cast.case_manager)
    page = _page(cast, client, case)
    assert _CHOSEN.findall(page) == ["stalking"]
    assert SAID in page


def test_it_is_chosen_though_the_last_version_was_written_before_the_flag(
    cast: Cast, client: Client, case: DriveCase
) -> None:
    drafted(cast, case)
    assert _CHOSEN.findall(_page(cast, client, case)) == ["ordinary"]
    entry_in("pathways", case, cast.case_manager)
    assert _CHOSEN.findall(_page(cast, client, case)) == ["stalking"]


@pytest.mark.parametrize("kind", ["severe_dependency", ""])
def test_nothing_is_chosen_for_anybody_else(
    cast: Cast, client: Client, case: DriveCase, kind: str
) -> None:
    if kind:
        entry_in("pathways", case, cast.case_manager, kind=kind)
    page = _page(cast, client, case)
    assert _CHOSEN.findall(page) == []
    assert SAID not in page


def test_nor_when_the_pathway_has_ended(cast: Cast, client: Client, case: DriveCase) -> None:
    row = entry_in("pathways", case, cast.case_manager)
    ends = {"ends_on": date(2017, 6, 25), "seen": row.pk, "by": cast.case_manager, "now": NOW}
    end_entry(register=REGISTERS["pathways"], entry=row, **ends)
    assert _CHOSEN.findall(_page(cast, client, case)) == []
