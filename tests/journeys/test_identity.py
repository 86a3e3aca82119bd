"""Who is who: two lists, one man under two spellings, three reviewers, and an undo."""

from drive.web.people.models import MatchCandidate
from tests.cast import Cast
from tests.factories.allocation import ratio
from tests.factories.identity import reviewer
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import identity as steps
from tests.journeys.steps.signing_in import enters_the_password_again, signs_in

PHONE = {"width": 320, "height": 640}


def test_reviewers_decide_who_is_who_by_keyboard(cast: Cast, at_desk: Desks) -> None:
    ratio(cast)
    ratio(cast, cast.west_sussex)
    second, third = cast.second_allocator, reviewer("third-allocator")
    desk = signs_in(at_desk(), cast.allocator)
    desk.unsaid = [steps.HIS_NAME, "Quennell"]
    steps.saves_a_list(desk, "Essex Marac (Essex)", [steps.IN_ESSEX])
    steps.saves_a_list(desk, "West Sussex Marac (West Sussex)", [steps.IN_WEST_SUSSEX])
    # One question in five is put to two reviewers; which, the keys of the two decide.
    assert MatchCandidate.objects.update(sampled=True) == 1

    the_first_decides(desk)
    for_the_second = signs_in(at_desk(), second)
    steps.opens_the_first_question(for_the_second)
    for_the_second.sees("One reviewer has decided.")
    steps.decides_by_keyboard(for_the_second, downward=1, reason="Other victim, other town.")
    for_the_third = signs_in(at_desk(), third)
    steps.opens_the_first_question(for_the_third)
    for_the_third.sees("Two reviewers disagree.", "Other victim, other town.")
    for_the_third.picture("how-to-identity-reviewer-3")
    steps.decides_by_keyboard(for_the_third, downward=0, reason="The police know him by both.")
    for_the_third.sees("The two records are one person now.", "No question waits")

    sees_the_person(desk)
    coordinator = signs_in(at_desk(), cast.coordinator)
    coordinator.unsaid = desk.unsaid
    steps.reads_the_notice(coordinator)
    steps.finds_him_by_a_short_form(coordinator, cast)
    undoes_the_merge(desk)
    fits_a_phone(signs_in(at_desk(viewport=PHONE), cast.allocator))


def the_first_decides(desk: Desk) -> None:
    desk.open("/")
    desk.sees("1 question of identity waits", "1 of them holds a draw")
    desk.section("Who is who")
    desk.picture("how-to-identity-reviewer-1")
    steps.opens_the_first_question(desk)
    desk.sees("What agrees and what differs", "Alexander", "Rosalind Quennell")
    desk.picture("how-to-identity-reviewer-2")
    steps.decides_by_keyboard(desk, downward=0, reason="Same date of birth, short form of name.")
    desk.sees("Another reviewer looks at it too.", "Waits for somebody else")


def sees_the_person(desk: Desk) -> None:
    desk.section("Who is who")
    desk.follow("Merges")
    desk.follow(steps.HIS_NAME, within=desk.main.get_by_role("table"))
    desk.sees("Serial perpetrator: 2 victim-survivors so far", "Decided: Two different people")
    desk.picture("how-to-identity-reviewer-4")
    desk.section("Who is who")
    desk.follow("Agreement of reviewers")
    desk.sees("0 of 1 questions got the same verdict twice")
    desk.follow("Comparisons")
    desk.sees("Done")


def undoes_the_merge(desk: Desk) -> None:
    desk.section("Who is who")
    desk.follow("Merges")
    desk.follow("Undo", within=desk.main.get_by_role("table"))
    if "Enter your password again" in desk.main.inner_text():
        enters_the_password_again(desk)
    desk.is_at("Undo a merge")
    desk.picture("how-to-identity-reviewer-6")
    desk.press("Undo the merge")
    desk.sees("There is a problem", "Write the reason")
    desk.fill("Why are these two people?", "One of them was in prison on 26 June.")
    desk.press("Undo the merge")
    desk.sees("The two records stand for two people again.", "Made two again")


def fits_a_phone(desk: Desk) -> None:
    question = MatchCandidate.objects.get()
    for path in (
        "/who-is-who/",
        f"/who-is-who/questions/{question.pk}/",
        f"/who-is-who/questions/{question.pk}/overrule/",
        f"/people/{question.one_id}/",
        "/who-is-who/merges/",
        "/people/",
    ):
        desk.open(path)
        desk.fits()
