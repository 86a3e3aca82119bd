"""A licensed wording from a folder: used from its day on, read under its own name ever after."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import definition_named, definitions, read_wording
from tests.cast import NOW, Cast
from tests.factories.casework import case_at

pytestmark = pytest.mark.django_db

WORDS = """
form = "assessment"
version = "2-licensed"
based_on = "2"
licence = "Used under licence 12345."
in_force_from = 2017-06-01

[labels]
dash_01 = "Licensed words of the first sign"
"""


@pytest.fixture
def folder(tmp_path: Path, settings) -> Path:
    settings.DRIVE_TODAY = NOW.date()
    settings.DRIVE_FORMS_DIR = tmp_path
    (tmp_path / "licensed.toml").write_text(WORDS, "utf-8")
    return tmp_path


def test_the_licensed_words_are_asked_and_stored_under_their_version(
    cast: Cast, client: Client, folder: Path
) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/assessments/month_3/"
    page = client.get(f"{address}part/dash/").content.decode()
    assert "Licensed words of the first sign" in page
    assert "Has the service user used a weapon" in page
    day = {"assessed_on-day": "1", "assessed_on-month": "5", "assessed_on-year": "2017"}
    client.post(f"{address}check/", {**day, "gap_reason": "not_asked", "key": str(uuid4())})
    assert Assessment.objects.get().form == "assessment/2-licensed"
    assert "Licensed words" in client.get(f"{address}submitted/").content.decode()
    (folder / "licensed.toml").unlink()
    shown = client.get(f"{address}submitted/").content.decode()
    assert "Has anybody been injured" in shown


def test_a_file_that_cannot_be_used_is_left_out_and_said(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "other.toml").write_text(WORDS.replace("2-licensed", "Two!"), "utf-8")
    assert ("assessment", "2-licensed") in definitions()
    assert len(definitions()) == 4
    assert "other.toml is not used" in caplog.text


def test_what_is_no_toml_is_refused_in_words() -> None:
    for content in (b"form = ", b"\xff\xfe", b""):
        made, problems = read_wording(content)
        assert made is None
        assert problems


def test_without_a_folder_only_our_own_versions_are_known(settings) -> None:
    settings.DRIVE_FORMS_DIR = None
    assert {version for _, version in definitions()} == {"legacy", "1", "2"}
    assert definition_named("assessment/2-licensed").version == "2"
    assert definition_named("assessment/1").since == date(2016, 4, 1)
