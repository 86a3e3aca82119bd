"""What every page carries, signing in and out, and the idle time."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from drive.web.audit.models import Event, EventKind
from drive.web.recording.queries import drafts_of
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.django_db


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("address", ["/", "/account/sign-in/", "/no-such-page/", "/healthz"])
def test_no_page_is_kept_by_the_browser_or_shown_elsewhere(address: str) -> None:
    response = Client().get(address)
    assert response["Cache-Control"] == "no-store, private"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]


def test_every_page_says_that_it_is_a_demonstration(cast: Cast) -> None:
    for page in (Client().get("/account/sign-in/"), signed_in(cast.idva).get("/")):
        assert "All people here are invented." in page.content.decode()


def test_signing_in_with_a_user_name_and_a_password(cast: Cast) -> None:
    client = Client()
    wrong = client.post(reverse("account_login"), {"login": "idva", "password": "guess"})
    assert wrong.status_code == 200
    assert "Error:" in wrong.content.decode().partition("</title>")[0]
    right = client.post(reverse("account_login"), {"login": "idva", "password": PASSWORD})
    assert right["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_page_asks_for_sign_in_and_comes_back(cast: Cast) -> None:
    client = Client()
    asked = client.get("/users/")
    assert asked["Location"] == "/account/sign-in/?next=%2Fusers%2F"
    page = client.get(asked["Location"]).content.decode()
    assert '<input type="hidden" name="next" value="/users/">' in page


def test_nobody_signs_up_and_nothing_is_reset_by_mail() -> None:
    for address in ("signup/", "password/reset/", "email/"):
        assert Client().get(f"/account/{address}").status_code == 404


def test_signing_out_needs_a_form(cast: Cast) -> None:
    client = signed_in(cast.idva)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get("/").status_code == 200
    client.post(reverse("account_logout"))
    assert client.get("/").status_code == 302


def test_an_idle_session_ends_and_what_was_being_typed_is_kept(cast: Cast, settings: Any) -> None:
    with time_machine.travel("2026-03-02 09:00:00+00:00", tick=False) as clock:
        client = signed_in(cast.idva)
        client.get("/")
        clock.shift(settings.DRIVE_IDLE_TIMEOUT - timedelta(seconds=1))
        assert client.get("/").status_code == 200
        clock.shift(settings.DRIVE_IDLE_TIMEOUT + timedelta(seconds=1))
        response = client.post("/", {"text": "an hour's work"})
        page = response.content.decode()
        assert response.status_code == 403
        assert "You have been signed out" in page
        assert "an hour&#39;s work" in page
        assert "is kept for you" in page
    assert drafts_of(cast.idva).get().path == "/"


def test_a_form_that_arrives_without_any_session_is_shown_with_a_way_to_try_again() -> None:
    typed = {"text": "an hour's work", "csrfmiddlewaretoken": "x"}
    response = Client().post("/", typed, headers={"Sec-Fetch-Site": "same-origin"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "an hour&#39;s work" in page
    assert "Try again with what you typed" in page
    assert "is kept for you" not in page


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_no_other_site_can_have_its_words_sent_from_our_page(site: str) -> None:
    response = Client().post("/", {"text": "forged"}, headers={"Sec-Fetch-Site": site})
    assert "Try again" not in response.content.decode()


def test_a_session_ends_after_a_shift_however_busy(cast: Cast) -> None:
    with time_machine.travel("2026-03-02 08:00:00+00:00", tick=False) as clock:
        client = signed_in(cast.idva)
        for _quarter in range(12 * 4):
            assert client.get("/account/password/").status_code == 200
            clock.shift(timedelta(minutes=15))
        clock.shift(timedelta(minutes=1))
        assert client.get("/account/password/").status_code == 302


@pytest.mark.parametrize(
    ("who", "seen", "unseen"),
    [
        ("administrator", ["Users", "Sites and agencies"], ["Marac lists", "Cases"]),
        ("nobody", ["You hold no role yet"], ["Users"]),
    ],
)
def test_the_home_page_links_to_what_the_role_may_open(
    cast: Cast, who: str, seen: list[str], unseen: list[str]
) -> None:
    page = signed_in(cast.users[who]).get("/").content.decode()
    assert [text for text in seen if text not in page] == []
    assert [text for text in unseen if f">{text}<" in page] == []


def test_setting_up_and_using_a_second_factor(cast: Cast) -> None:
    client = Client()
    client.post(reverse("account_login"), {"login": "idva", "password": PASSWORD})
    confirm = client.get(reverse("mfa_activate_totp"))["Location"]
    back = client.post(confirm, {"password": PASSWORD})
    page = client.get(back["Location"]).content.decode()
    shown = re.search(r'class="drive-code">([A-Z2-7]+)<', page)
    assert shown is not None
    client.post(reverse("mfa_activate_totp"), {"code": code(shown[1])})
    kept = Authenticator.objects.get(user=cast.idva, type=Authenticator.Type.TOTP)
    assert shown[1] not in str(kept.data)
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200

    again = Client()
    first = again.post(reverse("account_login"), {"login": "idva", "password": PASSWORD})
    assert first["Location"] == reverse("mfa_authenticate")
    assert again.get("/").status_code == 302
    assert again.get(first["Location"]).status_code == 200


def code(secret: str) -> str:
    """Return the six digits that an authenticator app shows now."""
    counter = next(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counter)))


def test_signing_in_and_failing_to_are_recorded_without_a_password(cast: Cast) -> None:
    client = Client()
    client.post(reverse("account_login"), {"login": "idva", "password": "guess"})
    client.post(reverse("account_login"), {"login": "idva", "password": PASSWORD})
    events = Event.objects.filter(kind=EventKind.SIGN_IN).order_by("happened_at")
    assert [(event.action, event.actor_id) for event in events] == [
        ("accounts.sign_in_failed", None),
        ("accounts.sign_in", cast.idva.pk),
    ]
