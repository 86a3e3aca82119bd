"""When something goes wrong: nothing typed is lost, nothing is half-done, refusals are recorded."""

from typing import Any

import pytest
import time_machine
from django.db import OperationalError, connection
from django.test import Client

from drive.web.audit.models import Event, EventKind
from drive.web.organisations.models import Site
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of, typed_in
from tests.cast import Cast

TYPED = {"text": "She said <b>no</b>", "csrfmiddlewaretoken": "x", "password": "secret"}


@pytest.fixture
def browser(settings: Any, cast: Cast) -> Client:
    settings.ROOT_URLCONF = "tests.integration.web.project.addresses"
    client = Client(raise_request_exception=False)
    client.force_login(cast.case_manager)
    return client


def test_a_fault_undoes_the_change_and_keeps_what_was_typed(browser: Client, cast: Cast) -> None:
    response = browser.post("/fails/", TYPED)
    page = response.content.decode()
    assert response.status_code == 500
    assert not Site.objects.filter(code="nowhere").exists()
    assert "She said &lt;b&gt;no&lt;/b&gt;" in page
    assert "secret" not in page
    assert "RuntimeError" not in page
    draft = drafts_of(cast.case_manager).get()
    assert typed_in(draft) == {"text": ["She said <b>no</b>"]}
    assert draft.path == "/fails/"


def test_what_fails_twice_in_two_tabs_is_kept_twice(browser: Client, cast: Cast) -> None:
    browser.post("/fails/", TYPED)
    browser.post("/fails/", TYPED | {"text": "Something else"})
    kept = Draft.objects.filter(user=cast.case_manager)
    assert sorted(typed_in(each)["text"][0] for each in kept) == [
        "She said <b>no</b>",
        "Something else",
    ]
    assert drafts_of(cast.case_manager).count() == 1


def test_what_was_typed_is_kept_where_its_form_looks_for_it(browser: Client, cast: Cast) -> None:
    place = {"draft_form": "note", "draft_subject": "x", "draft_page": "a", "draft_number": "4"}
    browser.post("/fails/", TYPED | place)
    draft = drafts_of(cast.case_manager).get()
    assert (draft.form, draft.subject, draft.page, draft.rescued) == ("note", "x", "a", True)


def test_a_session_that_cannot_be_written_is_no_loss(browser: Client) -> None:
    session = browser.session
    session["last_used_at"] = "2017-06-30T08:58:00+01:00"
    session["first_used_at"] = "2017-06-30T08:58:00+01:00"
    session.save()
    with time_machine.travel("2017-06-30 08:02:00+00:00"), connection.execute_wrapper(unwritten):
        response = browser.post("/accepts/", TYPED, headers={"Sec-Fetch-Site": "same-origin"})
    page = response.content.decode()
    assert response.status_code == 503
    assert "it may have been saved or not" in page
    assert "She said &lt;b&gt;no&lt;/b&gt;" in page
    assert "Try again with what you typed" in page


def unwritten(run: Any, sql: str, *rest: Any) -> Any:
    """Fail where the session is written."""
    if sql.startswith(("UPDATE", "INSERT")) and "django_session" in sql:
        raise OperationalError("disk full")
    return run(sql, *rest)


def test_it_can_be_sent_again_from_the_page_that_says_so(browser: Client, cast: Cast) -> None:
    own = {"Sec-Fetch-Site": "same-origin"}
    page = browser.post("/fails/?point=intake", TYPED, headers=own).content.decode()
    assert "Try again with what you typed" in page
    assert 'action="/fails/?point=intake"' in page
    assert 'name="text" value="She said &lt;b&gt;no&lt;/b&gt;"' in page
    assert "secret" not in page


def test_a_text_that_was_sent_is_kept_no_longer(browser: Client, cast: Cast) -> None:
    browser.post("/kept/", {"draft_path": "/accepts/", "draft_page": "a", "text": "one"})
    assert drafts_of(cast.case_manager).exists()
    browser.post("/accepts/", {"text": "one, two", "draft_page": "a"})
    assert not drafts_of(cast.case_manager).exists()


def test_what_somebody_else_typed_at_the_same_desk_is_not_kept(browser: Client, cast: Cast) -> None:
    browser.post("/fails/", TYPED | {"draft_author": str(cast.idva.pk)})
    assert not Draft.objects.exists()


def test_a_button_alone_leaves_nothing_to_keep(browser: Client) -> None:
    browser.post("/fails/", {"key": "x", "csrfmiddlewaretoken": "x"})
    assert not Draft.objects.exists()


def test_more_than_can_be_read_is_refused_in_words(browser: Client, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    response = browser.post("/accepts/", {"text": "x" * 2000})
    assert response.status_code == 400
    assert "what you typed is still on that page" in response.content.decode()


def test_a_refusal_by_a_rule_is_a_page_with_its_words(browser: Client) -> None:
    response = browser.post("/refuses/", TYPED)
    assert response.status_code == 409
    assert "The case is closed: reopen it first." in response.content.decode()
    assert "She said" in response.content.decode()


def test_a_refusal_by_the_policy_is_recorded_after_the_transaction_ended(
    browser: Client, cast: Cast
) -> None:
    response = browser.get("/forbids/")
    assert response.status_code == 403
    assert "Only a service manager may do this." in response.content.decode()
    event = Event.objects.get(kind=EventKind.REFUSAL)
    assert (event.actor_id, event.rule) == (cast.case_manager.pk, "no role with x.y")
    assert event.action == "home.view"


def test_a_page_of_another_role_is_refused_and_recorded(browser: Client) -> None:
    assert browser.get("/administrators/").status_code == 403
    assert Event.objects.filter(kind=EventKind.REFUSAL).count() == 1


def test_without_a_database_the_page_still_shows_what_was_typed(browser: Client) -> None:
    with connection.execute_wrapper(gone):
        response = browser.post("/refuses/", TYPED)
    page = response.content.decode()
    assert response.status_code == 503
    assert "She said &lt;b&gt;no&lt;/b&gt;" in page
    assert "secret" not in page
    assert "Drive cannot reach its records" in page


def gone(*_statement: Any) -> None:
    """Fail as a lost database does, whatever the statement."""
    raise OperationalError("unable to open database file")


def test_what_is_not_there_looks_the_same_to_everybody(browser: Client) -> None:
    signed_in = browser.get("/no-such-page/")
    other = browser.get("/users/00000000-0000-4000-8000-000000000000/nothing/")
    nobody = Client().get("/no-such-page/")
    assert signed_in.status_code == other.status_code == nobody.status_code == 404
    assert signed_in.content == other.content == nobody.content


def test_a_form_without_its_token_is_refused_and_its_text_shown(browser: Client) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = browser.cookies
    response = strict.post("/refuses/", {"text": "Typed for an hour"})
    assert response.status_code == 403
    assert "Typed for an hour" in response.content.decode()
    assert "could not be accepted" in response.content.decode()
