"""The administrator's day: somebody starts, somebody leaves, and a second factor."""

from tests.cast import Cast
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import (
    code,
    enters_the_password_again,
    signs_in,
    signs_out,
    types_name_and_password,
)

FIRST_PASSWORD = "harbour candle fourteen"


def adds_a_user_with_a_role(desk: Desk) -> None:
    desk.section("Users")
    desk.picture("how-to-administrator-1")
    desk.follow("Add a user")
    enters_the_password_again(desk)
    desk.fill("Name", "Robin Synthetic")
    desk.fill("Sign-in name", "robin")
    desk.fill("First password", FIRST_PASSWORD)
    desk.press("Add user")
    desk.is_at("Give a role")
    desk.select("Role", "Case manager")
    desk.press("Give this role")
    desk.is_at("Give a role")
    desk.sees("There is a problem", "Case manager: say at which site.")
    desk.select("Site", "Essex")
    desk.picture("how-to-administrator-2")
    desk.press("Give this role")
    desk.sees("The role was given.", "Case manager", "Essex")


def ends_the_access_of(desk: Desk, name: str) -> None:
    desk.section("Users")
    desk.follow(name)
    desk.follow("End access")
    desk.is_at(f"End the access of {name}?")
    desk.press("End access")
    desk.sees("Access has ended. It holds from the next request on.", "Access ended")


def adds_a_site_and_its_marac(desk: Desk) -> None:
    desk.section("Sites and agencies")
    desk.follow("Add a site")
    desk.fill("Name", "South Wales")
    desk.fill("Code", "south_wales")
    desk.press("Add site")
    desk.follow("Add an agency of South Wales")
    desk.fill("Name", "Cardiff Marac")
    desk.select("Kind of agency", "Marac")
    desk.press("Add agency")
    desk.sees("The agency was added.", "Cardiff Marac")


def sets_up_an_authenticator_app(desk: Desk) -> str:
    desk.follow("Your account", within=desk.page.locator("header"))
    desk.follow("Set up authenticator app")
    enters_the_password_again(desk)
    secret = desk.page.locator(".drive-code").inner_text()
    desk.fill("Security code", "000000")
    desk.press("Set up")
    desk.sees("There is a problem")
    assert desk.page.locator(".drive-code").inner_text() == secret
    desk.fill("Security code", code(secret))
    desk.press("Set up")
    return secret


def test_somebody_starts_and_leaves(cast: Cast, at_desk: Desks) -> None:
    administrator = signs_in(at_desk(), cast.administrator)
    adds_a_user_with_a_role(administrator)
    newcomer = at_desk()
    newcomer.open("/account/sign-in/")
    types_name_and_password(newcomer, "robin", FIRST_PASSWORD)
    newcomer.is_at("What needs you today")

    ends_the_access_of(administrator, "Robin Synthetic")
    newcomer.open("/")
    newcomer.is_at("Sign in")
    types_name_and_password(newcomer, "robin", FIRST_PASSWORD)
    newcomer.does_not_see("What needs you today")

    adds_a_site_and_its_marac(administrator)


def test_a_second_factor_is_set_up_and_asked_for(cast: Cast, at_desk: Desks) -> None:
    desk = signs_in(at_desk(), cast.idva)
    secret = sets_up_an_authenticator_app(desk)
    desk.sees("recovery codes")
    signs_out(desk)
    types_name_and_password(desk, "idva")
    desk.is_at("Enter your security code")
    desk.fill("Security code", "123456")
    desk.press("Sign in")
    desk.is_at("Enter your security code")
    desk.sees("There is a problem")
    desk.fill("Security code", code(secret))
    desk.press("Sign in")
    desk.is_at("What needs you today")
