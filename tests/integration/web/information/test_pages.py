"""The pages about facts and what crosses: the same for both sides, each with its own."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.facts import ChronologyKind, WishAnswer
from drive.web.audit.models import Event
from drive.web.information.models import Corroboration, EventRelease, Fact, ReleasedItem, Wish
from drive.web.information.queries.facts import standing_version, versions_of
from tests.cast import Cast
from tests.factories.facts import Pair, event, fact, her_word, pair, released

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(cast: Cast) -> Pair:
    return pair(cast)


def typed(**other: object) -> dict[str, object]:
    usual = {
        "statement": "He has the keys to the flat.",
        "topic": "whereabouts",
        "source_kind": "police",
        "agency": "police",
        "route": "direct",
        "without_her": "yes",
        "learned_on-day": "1",
        "learned_on-month": "6",
        "learned_on-year": "2017",
        "reliability": "likely",
        "inferable-value": "no",
        "handling": "do_not_share",
        "key": str(uuid4()),
    }
    return {**usual, **other}


SIDES = ["case_manager", "idva"]


def about(both: Pair, who: str) -> object:
    return both.idva_case.pk if who == "idva" else both.case.pk


def address(view: str, *keys: object) -> str:
    return reverse(f"information:{view}", args=keys)


@pytest.mark.parametrize("who", SIDES)
def test_a_fact_is_recorded_once_and_read_on_its_side(
    cast: Cast, both: Pair, client: Client, who: str
) -> None:
    client.force_login(cast.users[who])
    case = about(both, who)
    sent = typed()
    for _ in range(2):
        assert client.post(address("add_fact", case), sent)["Location"] == address("facts", case)
    made = Fact.objects.get()
    listed = client.get(address("facts", case)).content.decode()
    assert "He has the keys to the flat." in listed
    assert "Where he is and how he moves" in listed
    assert "One source that is not hers" in listed
    page = client.get(address("fact", case, made.pk)).content.decode()
    assert "Not to be passed on" in page
    other = "idva" if who == "case_manager" else "case_manager"
    client.force_login(cast.users[other])
    for view, keys in (("facts", [case]), ("fact", [case, made.pk])):
        assert client.get(address(view, *keys)).status_code == 404
    assert (
        "keys to the flat" not in client.get(address("facts", about(both, other))).content.decode()
    )


def test_a_form_that_leaves_the_question_out_says_so_and_keeps_the_words(
    cast: Cast, both: Pair, client: Client
) -> None:
    client.force_login(cast.case_manager)
    page = client.post(address("add_fact", both.case.pk), typed(without_her="")).content.decode()
    assert "Say whether it would be known without her" in page
    assert "He has the keys to the flat." in page
    client.post(
        address("add_fact", both.case.pk),
        typed(without_her="", source_kind="victim_survivor", agency=""),
    )
    assert standing_version(Fact.objects.get()).without_her == "no"


def test_it_is_put_right_and_two_at_once_see_each_other(
    cast: Cast, both: Pair, client: Client
) -> None:
    made = fact(cast, both.his, "He has a van.")
    first = str(standing_version(made).pk)
    client.force_login(cast.case_manager)
    where = address("correct_fact", both.case.pk, made.pk)
    assert "He has a van." in client.get(where).content.decode()
    assert client.post(where, typed(seen=first)).status_code == 302
    clash = client.post(where, typed(seen=first, statement="He has a bus.", key=str(uuid4())))
    assert clash.status_code == 200
    assert "He has a bus." in clash.content.decode()
    assert len(versions_of(made, cast.case_manager)) == 2


def test_corroboration_asks_the_question_and_her_wish_is_kept(
    cast: Cast, both: Pair, client: Client
) -> None:
    told, seen = her_word(cast, both.hers), fact(cast, both.hers, "Seen by a neighbour.")
    client.force_login(cast.idva)
    keys = [both.idva_case.pk, told.pk]
    page = client.get(address("corroborate", *keys)).content.decode()
    assert "Would this be known had she not spoken?" in page
    answer = {
        "corroborated_by": str(seen.pk),
        "independent": "unsure",
        "why": "She may have asked for it.",
        "key": str(uuid4()),
    }
    assert client.post(address("corroborate", *keys), answer).status_code == 302
    assert Corroboration.objects.get().independent == "unsure"
    wish = {
        "asked_on-day": "1",
        "asked_on-month": "6",
        "asked_on-year": "2017",
        "asked_by": "Her IDVA",
        "answer-value": "ask_again",
        "words": "Ring me first.",
        "key": str(uuid4()),
    }
    assert client.post(address("wish", *keys), wish).status_code == 302
    assert Wish.objects.get().answer == WishAnswer.ASK_AGAIN
    shown = client.get(address("fact", *keys)).content.decode()
    for words in ("She may have asked for it.", "Ring me first.", "On her side alone"):
        assert words in shown


def test_derive_and_withdraw(cast: Cast, both: Pair, client: Client) -> None:
    record, report = fact(cast, both.his, "A record."), fact(cast, both.his, "A report.")
    client.force_login(cast.case_manager)
    for found, parent, code in ((report, record, 302), (record, report, 200)):
        sent = {"derives_from": [str(parent.pk)], "key": str(uuid4())}
        answer = client.post(address("derive", both.case.pk, found.pk), sent)
        assert answer.status_code == code
    assert "was not made from it" in answer.content.decode()
    withdrawn = {"reason": "Somebody else.", "key": str(uuid4())}
    client.post(address("withdraw_fact", both.case.pk, record.pk), withdrawn)
    page = client.get(address("fact", both.case.pk, report.pk)).content.decode()
    assert "On her side alone" in page


@pytest.mark.parametrize("who", SIDES)
def test_a_summary_is_released_read_and_withdrawn(
    cast: Cast, both: Pair, client: Client, who: str
) -> None:
    giver, receiver = (both.his, both.hers) if who == "case_manager" else (both.hers, both.his)
    secret = fact(cast, giver, "The whole of it, canary.")
    client.force_login(cast.users[who])
    page = client.get(address("release", giver.about)).content.decode()
    assert str(receiver.pk) in page
    sent = {
        "receiver": str(receiver.pk),
        "facts": [str(secret.pk)],
        "text": "He may be near the station.",
        "topic": "whereabouts",
        "purpose": "To plan a safe day.",
        "handling": "not_to_service_user",
        "key": str(uuid4()),
    }
    assert client.post(address("release", giver.about), sent).status_code == 302
    item = ReleasedItem.objects.get()
    assert "near the station" in client.get(address("released", giver.about)).content.decode()
    other = cast.idva if who == "case_manager" else cast.case_manager
    client.force_login(other)
    pages = [address(view, receiver.about) for view in ("facts", "released", "chronology")]
    pages.append(address("fact", receiver.about, item.fact_id))
    read = "".join(client.get(each).content.decode() for each in pages)
    assert "near the station" in read
    assert "canary" not in read
    assert str(secret.pk) not in read
    assert client.get(address("withdraw_release", receiver.about, item.pk)).status_code == 404
    client.force_login(cast.users[who])
    client.post(address("withdraw_release", giver.about, item.pk), {"key": str(uuid4())})
    client.force_login(other)
    assert "near the station" not in "".join(client.get(each).content.decode() for each in pages)


def test_events_cross_one_by_one(cast: Cast, both: Pair, client: Client) -> None:
    kept, given = event(both.hers, days_ago=20), event(both.hers, ChronologyKind.ORDER, days_ago=5)
    client.force_login(cast.idva)
    where = address("release_events", both.idva_case.pk)
    sent = {"receiver": str(both.his.pk), "events": [str(given.pk)], "key": str(uuid4())}
    assert client.post(where, sent).status_code == 302
    row = EventRelease.objects.get()
    client.force_login(cast.case_manager)
    chronology = address("chronology", both.case.pk)
    page = client.get(chronology).content.decode()
    assert "25 June 2017" in page
    assert "10 June 2017" not in page
    assert kept.kind not in page
    client.force_login(cast.idva)
    client.post(address("withdraw_event", both.idva_case.pk, row.pk), {"key": str(uuid4())})
    client.force_login(cast.case_manager)
    assert "25 June 2017" not in client.get(chronology).content.decode()


def test_the_tabs_of_both_sides_lead_here(cast: Cast, both: Pair, client: Client) -> None:
    for who, view in (("case_manager", "casework:strategies"), ("idva", "insights:case")):
        client.force_login(cast.users[who])
        case = about(both, who)
        page = client.get(reverse(view, args=[case])).content.decode()
        assert address("facts", case) in page


def test_a_page_is_one_event_with_what_it_showed(cast: Cast, both: Pair, client: Client) -> None:
    made = her_word(cast, both.hers)
    released(cast, both.hers, both.his, made)
    client.force_login(cast.case_manager)
    before = Event.objects.count()
    client.get(address("facts", both.case.pk))
    assert Event.objects.count() == before + 1
    assert str(made.pk) not in str(Event.objects.latest("happened_at").object_ids)


def test_a_reader_of_his_side_reads_and_writes_nothing(
    cast: Cast, both: Pair, client: Client
) -> None:
    made = fact(cast, both.his)
    client.force_login(cast.practice_adviser)
    page = client.get(address("fact", both.case.pk, made.pk)).content.decode()
    assert "Put it right" not in page
    assert client.get(address("add_fact", both.case.pk)).status_code == 403


@pytest.mark.parametrize("view", ["withdraw_fact", "derive", "corroborate", "wish"])
def test_the_page_of_an_act_says_which_fact_it_is_about(
    cast: Cast, both: Pair, client: Client, view: str
) -> None:
    about_it = fact(cast, both.his, "He has a van.")
    fact(cast, both.his, "He drives at night.")
    client.force_login(cast.case_manager)
    page = client.get(address(view, both.case.pk, about_it.pk)).content.decode()
    assert "He has a van." in page
    shown = Event.objects.latest("happened_at", "pk").object_ids
    assert str(standing_version(about_it).pk) in shown


@pytest.mark.parametrize("view", ["facts", "released", "chronology"])
def test_the_pages_of_what_is_known_say_which_of_them_is_open(
    cast: Cast, both: Pair, client: Client, view: str
) -> None:
    client.force_login(cast.case_manager)
    page = client.get(address(view, both.case.pk)).content.decode()
    [links] = [part for part in page.split("<nav") if "What is known, and what crosses" in part]
    assert links.count('aria-current="page"') == 1
    others = {"facts", "released", "chronology"} - {view}
    assert all(address(each, both.case.pk) in links for each in others)
