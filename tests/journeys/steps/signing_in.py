"""Signing in and out."""

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from drive.web.accounts.models import User
from tests.cast import PASSWORD
from tests.journeys.desk import Desk


def signs_in(desk: Desk, user: User) -> Desk:
    """Somebody signs in and sees what needs them today."""
    desk.open("/account/sign-in/")
    types_name_and_password(desk, user.username)
    desk.is_at("What needs you today")
    return desk


def types_name_and_password(desk: Desk, username: str, password: str = PASSWORD) -> None:
    """The sign-in page is filled in and sent."""
    desk.fill("User name", username)
    desk.fill("Password", password)
    desk.press("Sign in")


def signs_out(desk: Desk) -> None:
    """Somebody signs out from the top of the page."""
    desk.press("Sign out", within=desk.page.locator("header"))
    desk.is_at("Sign in")


def enters_the_password_again(desk: Desk) -> None:
    """What comes next needs a fresh check that it is the same person."""
    desk.is_at("Enter your password again")
    desk.fill("Password", PASSWORD)
    desk.press("Continue")


def code(secret: str) -> str:
    """Return the six digits that an authenticator app shows now."""
    counter = next(yield_hotp_counters_from_time())
    return str(format_hotp_value(hotp_value(secret, counter)))
