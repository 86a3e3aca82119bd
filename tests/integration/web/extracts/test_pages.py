"""The evaluator's pages, used as he uses them."""

import io
import zipfile
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.jobs import RunState
from drive.web.audit.models import Event
from drive.web.extracts.models import EvaluationRun, FrozenSnapshot
from drive.web.outbound.models import Release, ReleaseKind
from tests.cast import PASSWORD, Cast
from tests.factories.allocation import allocation

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluator(client: Client, cast: Cast) -> Client:
    """Signed in, with the password confirmed a moment ago."""
    allocation(cast, 1)
    client.force_login(cast.evaluator)
    client.post("/account/confirm/", {"password": PASSWORD})
    return client


def freeze(evaluator: Client, key: str = "") -> FrozenSnapshot:
    answer = evaluator.post("/snapshots/freeze/", {"key": key or str(uuid4())})
    assert answer.status_code == 302
    return FrozenSnapshot.objects.get(pk=answer["Location"].strip("/").rpartition("/")[2])


def evaluate(evaluator: Client, snapshot: FrozenSnapshot) -> EvaluationRun:
    answer = evaluator.post(
        f"/snapshots/{snapshot.pk}/evaluate/", {"seed": "7", "key": str(uuid4())}
    )
    assert answer.status_code == 302
    return EvaluationRun.objects.get(snapshot=snapshot)


def test_from_freezing_to_the_report(evaluator: Client) -> None:
    snapshot = freeze(evaluator)
    assert (snapshot.state, snapshot.message) == (RunState.DONE, "")
    page = evaluator.get(f"/snapshots/{snapshot.pk}/").content.decode()
    assert snapshot.content_hash in page
    assert "a perpetrator heard at a Marac" in page
    run = evaluate(evaluator, snapshot)
    assert (run.state, run.message, run.seed) == (RunState.DONE, "", 7)
    assert run.results > 0
    page = evaluator.get(f"/snapshots/runs/{run.pk}/").content.decode()
    assert f"{run.agreeing} of {run.compared}" in page
    report = evaluator.get(f"/snapshots/runs/{run.pk}/report/")
    assert snapshot.content_hash[:12] in report.content.decode()


def test_the_report_is_shown_in_a_sandbox(evaluator: Client) -> None:
    run = evaluate(evaluator, freeze(evaluator))
    policy = evaluator.get(f"/snapshots/runs/{run.pk}/report/")["Content-Security-Policy"]
    rules = {rule.strip() for rule in policy.split(";")}
    assert {"sandbox allow-scripts", "script-src 'none'", "style-src 'unsafe-inline'"} <= rules
    assert "frame-ancestors 'none'" in rules
    other = evaluator.get("/snapshots/")["Content-Security-Policy"]
    assert "unsafe-inline" not in other


def test_the_same_form_twice_freezes_once(evaluator: Client) -> None:
    key = str(uuid4())
    assert freeze(evaluator, key) == freeze(evaluator, key)
    assert FrozenSnapshot.objects.count() == 1


def test_a_download_names_its_recipient_in_the_ledger(evaluator: Client, cast: Cast) -> None:
    snapshot = freeze(evaluator)
    answer = evaluator.post(
        f"/snapshots/{snapshot.pk}/files/",
        {"recipient": "University of Bristol", "purpose": "Year 1 evaluation"},
    )
    assert answer["Content-Disposition"].startswith('attachment; filename="snapshot-')
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert {"datapackage.json", "perpetrators.parquet"} <= set(names)
    released = Release.objects.get(recipient="University of Bristol")
    assert (released.kind, released.recorded_by) == (ReleaseKind.SNAPSHOT, cast.evaluator)


def test_a_download_without_a_recipient_releases_nothing(evaluator: Client) -> None:
    snapshot = freeze(evaluator)
    before = Release.objects.count()
    answer = evaluator.post(f"/snapshots/{snapshot.pk}/files/", {"purpose": "to read"})
    assert "Enter who the files are for" in answer.content.decode()
    assert Release.objects.count() == before


def test_a_report_is_downloaded_with_its_tables(evaluator: Client) -> None:
    run = evaluate(evaluator, freeze(evaluator))
    answer = evaluator.post(
        f"/snapshots/runs/{run.pk}/files/", {"recipient": "Funder", "purpose": "to read"}
    )
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert {"report.html", "results.json"} <= set(names)
    assert Release.objects.get(recipient="Funder").kind == ReleaseKind.REPORT


def test_files_that_are_gone_are_said_to_be(evaluator: Client, settings: object) -> None:
    snapshot = freeze(evaluator)
    FrozenSnapshot.objects.update(folder=str(settings.VAR_DIR / "elsewhere"))
    answer = evaluator.post(
        f"/snapshots/{snapshot.pk}/files/", {"recipient": "Funder", "purpose": "to read"}
    )
    assert answer.status_code == 409
    assert "no longer on this machine" in answer.content.decode()


def test_a_snapshot_that_cannot_be_written_says_so(
    evaluator: Client, settings: object, tmp_path: object
) -> None:
    (tmp_path / "snapshots").write_text("a file where the folder should be")
    settings.VAR_DIR = tmp_path
    snapshot = freeze(evaluator)
    assert snapshot.state == RunState.FAILED
    page = evaluator.get(f"/snapshots/{snapshot.pk}/").content.decode()
    assert "cannot be written" in page


def test_an_unfinished_snapshot_is_not_evaluated(evaluator: Client) -> None:
    snapshot = freeze(evaluator)
    FrozenSnapshot.objects.update(state=RunState.WAITING)
    answer = evaluator.post(
        f"/snapshots/{snapshot.pk}/evaluate/", {"seed": "7", "key": str(uuid4())}
    )
    assert "this one is not yet" in answer.content.decode()
    assert not EvaluationRun.objects.exists()


@pytest.mark.parametrize("path", ["/snapshots/", "/snapshots/freeze/", "/snapshots/dictionary/"])
def test_nobody_else_opens_these_pages(client: Client, cast: Cast, path: str) -> None:
    client.force_login(cast.case_manager)
    assert client.get(path).status_code == 403


def test_freezing_asks_for_a_fresh_sign_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.evaluator)
    answer = client.get("/snapshots/freeze/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/confirm/")


def test_one_page_is_one_event(evaluator: Client) -> None:
    snapshot = freeze(evaluator)
    before = Event.objects.count()
    evaluator.get(f"/snapshots/{snapshot.pk}/")
    assert Event.objects.count() == before + 1
    assert Event.objects.latest("happened_at").object_ids == [str(snapshot.pk)]
