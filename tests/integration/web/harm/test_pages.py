"""The pages of those who report: what they take, what they refuse, and what they never show."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.allocation import Arm
from drive.vocabulary.harm import Relatedness
from drive.web.harm.models import RelatednessJudgement, SeriousEvent
from drive.web.harm.queries import account_of
from drive.web.people.models import Dyad
from drive.web.recording.models import Draft
from tests.cast import Cast
from tests.factories.allocation import allocation
from tests.factories.harm import reported
from tests.factories.insights import idva_case
from tests.factories.referrals import hearing
from tests.factories.sign_in import signed_in
from tests.integration.web.harm.desk import in_drive, of, typed, words

pytestmark = pytest.mark.django_db

ARM = re.compile(r"[Cc]ontrol\b(?! of)|Drive arm|[Aa]llocat|drawn|draw\b")


# -- Reporting -------------------------------------------------------------------------------------


def test_a_case_manager_reports_from_the_case(cast: Cast, client: Client) -> None:
    case, dyad = in_drive(cast)
    signed_in(client, cast.case_manager)
    page = client.get(reverse("case_record:overview", args=[case.pk])).content.decode()
    assert of(dyad) in page
    answer = client.post(of(dyad), typed(), follow=True)
    event = SeriousEvent.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("harm:report", args=[event.pk])
    assert event.known_at.isoformat() == "2017-06-29T13:05:00+00:00"
    assert event.happened_on == date(2017, 6, 28)
    said = words(answer.content)
    assert "Recorded. Before the independent monitor since" in said
    assert "accountcanary" in said
    assert "Attack or injury that nearly killed" in said


def test_an_idva_reports_from_her_case_in_either_arm(cast: Cast, client: Client) -> None:
    signed_in(client, cast.idva)
    pages = []
    for number, arm in ((1, Arm.DRIVE), (2, Arm.CONTROL)):
        drawn = allocation(cast, number, arm=arm)
        case = idva_case(cast, dyad=Dyad.objects.get(perpetrator=drawn.perpetrator_id))
        overview = client.get(reverse("insights:case", args=[case.pk])).content.decode()
        assert of(case.dyad) in overview
        form = client.get(of(case.dyad)).content
        answer = client.post(of(case.dyad), typed(), follow=True)
        pages.append((form, answer.content))
        assert not ARM.search(words(form))
        assert not ARM.search(words(answer.content))
    in_one, in_other = ([_alike(page) for page in both] for both in pages)
    assert in_one == in_other


def _alike(page: bytes) -> str:
    """Return what a page says, without the names and moments by which two people differ."""
    said = re.sub(r"(Perpetrator|Survivor)\d", r"\1", words(page))
    return re.sub(r"\d+:\d\d[ap]m", "", said)


def test_a_coordinator_and_an_allocator_report_from_the_hearing(cast: Cast, client: Client) -> None:
    heard = hearing(cast)
    for user in (cast.coordinator, cast.allocator):
        signed_in(client, user)
        page = client.get(reverse("referrals:hearing", args=[heard.pk])).content.decode()
        assert of(heard.dyad) in page
        assert client.post(of(heard.dyad), typed()).status_code == 302
    assert set(SeriousEvent.objects.values_list("reported_as", flat=True)) == {
        "marac_coordinator",
        "allocator",
    }


def test_a_service_manager_reports_of_drive_cases_and_learns_no_name_of_hers(
    cast: Cast, client: Client
) -> None:
    _case, dyad = in_drive(cast)
    control = allocation(cast, 2, arm=Arm.CONTROL)
    signed_in(client, cast.service_manager)
    page = client.get(of(dyad)).content.decode()
    assert dyad.perpetrator.person.name in page
    assert dyad.victim_survivor.person.name not in page
    assert client.get(of(Dyad.objects.get(perpetrator=control.perpetrator_id))).status_code == 404


def test_another_victim_survivor_of_the_same_perpetrator_is_offered(
    cast: Cast, client: Client
) -> None:
    one = hearing(cast, 1)
    other = hearing(cast, 1, victim_survivor=2, heard_on=date(2017, 6, 19))
    signed_in(client, cast.coordinator)
    page = client.get(of(one.dyad)).content.decode()
    assert of(other.dyad) in page
    assert "Report about him and Survivor2 Synthetic instead" in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": ""}, "Say what happened"),
        ({"harmed": ""}, "Say who was harmed"),
        ({"happened-value-year": "2018"}, "must be today or in the past"),
        ({"happened-value-day": "30"}, "before it happened on 30 June 2017"),
        ({"happened-value-day": "31"}, "must be a real date"),
        ({"happened-status": "not_asked"}, "not both"),
        ({"known_on-year": "2018"}, "must be today or in the past"),
        ({"known_on-day": "30", "known_time": "23:59"}, "must be in the past"),
        ({"known_time": "in the morning"}, "Enter the time like 14:05"),
        ({"known_time": "9" * 500}, "at most 20"),
        ({"known_on-day": "26", "known_on-month": "3", "known_time": "1:30"}, "There was no 01:30"),
        ({"account": ""}, "Write what happened"),
        ({"account": "é" * 1_000_000}, "12000"),
        ({"kind": "leak", "harmed": "perpetrator"}, "whose information reached"),
        ({"kind": "child_removal"}, "choose ‘A child’"),
        ({"kind": "\ud83d\ude00"}, "Select one of the options"),
    ],
)
def test_what_is_refused_is_said_and_nothing_typed_is_lost(
    cast: Cast, client: Client, changed: dict[str, str], said: str
) -> None:
    dyad = hearing(cast).dyad
    signed_in(client, cast.coordinator)
    sent = typed(**{"account": "kept as it was typed"} | changed)
    if "\ud83d" in sent["kind"]:
        sent["kind"] = "😀"
    answer = client.post(of(dyad), sent)
    assert answer.status_code == 200
    assert said in words(answer.content)
    assert 'id="error-summary' in answer.content.decode() or "There is a problem" in words(
        answer.content
    )
    if "account" not in changed:
        assert "kept as it was typed" in answer.content.decode()
    assert not SeriousEvent.objects.exists()


def test_the_day_may_be_unknown(cast: Cast, client: Client) -> None:
    dyad = hearing(cast).dyad
    signed_in(client, cast.coordinator)
    no_day = {f"happened-value-{part}": "" for part in ("day", "month", "year")}
    assert "or say why it is not known" in words(client.post(of(dyad), typed(**no_day)).content)
    answer = client.post(
        of(dyad), typed(**no_day | {"happened-status": "asked_not_known"}), follow=True
    )
    assert "Asked, not known" in words(answer.content)


def test_sent_twice_it_is_one_report_and_one_notice(cast: Cast, client: Client) -> None:
    dyad = hearing(cast).dyad
    signed_in(client, cast.coordinator)
    sent = typed()
    first, second = (client.post(of(dyad), sent) for _ in range(2))
    event = SeriousEvent.objects.get()
    assert first["Location"] == second["Location"] == reverse("harm:report", args=[event.pk])


def test_signs_that_nobody_types_are_left_out(cast: Cast, client: Client) -> None:
    dyad = hearing(cast).dyad
    signed_in(client, cast.coordinator)
    client.post(of(dyad), typed(account="one\r\ntwo\x00\x1b[31m <script>alert(1)</script>"))
    event = SeriousEvent.objects.get()
    found = account_of(event, cast.coordinator)
    assert found is not None
    assert found[1] == "one\ntwo[31m <script>alert(1)</script>"
    page = client.get(reverse("harm:report", args=[event.pk])).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_kept_draft_is_dropped_when_the_report_is_saved(cast: Cast, client: Client) -> None:
    dyad = hearing(cast).dyad
    signed_in(client, cast.coordinator)
    kept = {
        "draft_form": "harm/record",
        "draft_subject": str(dyad.pk),
        "draft_path": of(dyad),
        "account": "half a sentence",
    }
    client.post(reverse("keep_draft"), kept)
    assert "half a sentence" in client.get(of(dyad)).content.decode()
    client.post(of(dyad), typed())
    assert not Draft.objects.exists()


# -- Putting right and judging ---------------------------------------------------------------------


def test_the_reporter_puts_it_right_and_takes_it_back(cast: Cast, client: Client) -> None:
    event = reported(hearing(cast).dyad, cast.coordinator, account="first words")
    signed_in(client, cast.coordinator)
    address = reverse("harm:correct", args=[event.pk])
    assert "first words" in client.get(address).content.decode()
    answer = client.post(address, typed(account="second words"), follow=True)
    newer = SeriousEvent.objects.get(supersedes=event)
    assert "second words" in words(answer.content)
    earlier = client.get(reverse("harm:report", args=[event.pk])).content.decode()
    assert reverse("harm:report", args=[newer.pk]) in earlier
    assert address not in earlier
    assert "corrected or taken back meanwhile" in words(client.post(address, typed()).content)
    gone = client.post(
        reverse("harm:take_back", args=[newer.pk]),
        {"reason": "Another man.", "key": str(uuid4())},
        follow=True,
    )
    assert "It is no longer counted" in words(gone.content)
    assert "Taken back" in words(client.get(reverse("harm:reports")).content)


def test_nobody_puts_right_what_somebody_else_said(cast: Cast, client: Client) -> None:
    _case, dyad = in_drive(cast)
    event = reported(dyad, cast.case_manager)
    for user in (cast.service_manager, cast.allocator, cast.idva):
        signed_in(client, user)
        for name in ("harm:correct", "harm:take_back"):
            assert client.get(reverse(name, args=[event.pk])).status_code == 404
            assert client.post(reverse(name, args=[event.pk]), typed()).status_code == 404


def test_the_service_manager_judges(cast: Cast, client: Client) -> None:
    _case, dyad = in_drive(cast)
    event = reported(dyad, cast.idva, account="from the idva")
    signed_in(client, cast.service_manager)
    report = reverse("harm:report", args=[event.pk])
    page = words(client.get(report).content)
    assert "from the idva" in page
    assert "Not judged" in page
    sent = {"relatedness": "probable", "key": str(uuid4())}
    client.post(reverse("harm:judge", args=[event.pk]), sent)
    client.post(reverse("harm:judge", args=[event.pk]), sent)
    assert RelatednessJudgement.objects.get().relatedness == Relatedness.PROBABLE
    assert "Probably related" in words(client.get(report).content)
    signed_in(client, cast.idva)
    hers = words(client.get(report).content)
    assert "related" not in hers
    assert "Part of Drive" not in hers
