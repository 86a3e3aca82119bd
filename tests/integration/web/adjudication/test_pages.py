"""Who opens which page, and that an adjudicator's page tells nothing of whose text it is."""

from __future__ import annotations

import html
import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.adjudication import NarrativeState
from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.adjudication.models import Narrative, Round, Seat, Verdict
from drive.web.adjudication.queries.rounds import standing_redaction
from drive.web.audit.models import Event
from tests.cast import Cast
from tests.factories.adjudication import (
    WHAT_HE_DID,
    Drawn,
    coder,
    drawn,
    looked_over,
    told,
    verdict_of,
)
from tests.factories.arms import both_arms

pytestmark = pytest.mark.django_db


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def main(answer: Any) -> str:
    """Return what a page tells of its own, without what stands around every page."""
    found = re.search(r"<main\b.*?</main>", answer.content.decode(), re.DOTALL)
    assert found
    return html.unescape(found[0])


def rate_page(narrative: Narrative) -> str:
    return reverse("adjudication:rate", args=[narrative.pk])


def look_over_page(narrative: Narrative) -> str:
    return reverse("adjudication:look_over", args=[narrative.pk])


def a_rating(**more: str) -> dict[str, str]:
    sent = {"key": str(uuid4())}
    for kind in AbuseType:
        sent |= {f"used_{kind}": "yes", f"severity_{kind}": "moderate"}
    return sent | more


# -- The adjudicator's page -----------------------------------------------------------------------


@pytest.fixture
def cleared(cast: Cast) -> Drawn:
    found = drawn(cast)
    for narrative in found.narratives:
        looked_over(narrative, cast.idva)
    return found


def test_an_adjudicators_pages_hold_no_arm_time_date_site_or_reference(
    cast: Cast, cleared: Drawn
) -> None:
    client = as_(cleared.first)
    pages = [main(client.get(reverse("adjudication:mine")))]
    pages += [main(client.get(rate_page(each))) for each in cleared.narratives]
    for case in (cleared.arms.drive, cleared.arms.control):
        pair = (case.dyad.perpetrator.person, case.dyad.victim_survivor.person)
        words = [case.reference, case.site.name, str(case.pk), str(case.dyad_id), "Drive"]
        words += [part for person in pair for part in (person.forename, person.surname)]
        words += [
            "control group",
            "control arm",
            "arm",
            "intake",
            "exit",
            "follow-up",
            "month",
            "2017",
        ]
        words += ["June", cast.idva.name, "Essex", cleared.arms.casework.reference]
        for page in pages:
            assert [each for each in words if re.search(rf"\b{re.escape(each)}\b", page)] == []
            assert not re.search(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b", page)


def test_the_pages_of_both_arms_differ_in_number_and_text_alone(cleared: Drawn) -> None:
    client = as_(cleared.first)
    shown = []
    for narrative in cleared.narratives:
        page = main(client.get(rate_page(narrative)))
        page = page.replace(f"Narrative {narrative.place}", "Narrative").replace(
            str(narrative.pk), "KEY"
        )
        shown.append(re.sub(r'value="[^"]{32,}"', "", page))
    assert shown[0] == shown[1]


def test_a_rating_is_sent_and_stands(cleared: Drawn) -> None:
    client, narrative = as_(cleared.first), cleared.narratives[0]
    assert WHAT_HE_DID in main(client.get(rate_page(narrative)))
    answer = client.post(
        rate_page(narrative), a_rating(used_sexual="cannot_tell", severity_sexual="")
    )
    assert answer.status_code == 302
    verdict = Verdict.objects.get(narrative=narrative)
    levels = {row.abuse_type: (row.used, row.severity_status) for row in verdict.ratings.all()}
    assert levels["sexual"] == ("", "asked_not_known")
    assert levels["physical"] == ("yes", "known")
    page = main(client.get(rate_page(narrative)))
    assert "A rating stands as it was sent" in page
    assert "<form" not in page
    assert "1 narrative is still to be rated" in main(client.get(reverse("adjudication:mine")))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"used_physical": ""}, "Choose yes, no, or cannot be told"),
        ({"severity_physical": ""}, "Choose how severe, or cannot be told"),
        ({"used_physical": "no"}, "You said that there was none: choose none"),
    ],
)
def test_a_rating_that_says_too_little_is_sent_back(
    sent: dict[str, str], said: str, cleared: Drawn
) -> None:
    answer = as_(cleared.first).post(rate_page(cleared.narratives[0]), a_rating(**sent))
    assert said in main(answer)
    assert not Verdict.objects.exists()


def test_where_there_was_none_the_level_may_be_left_blank(cleared: Drawn) -> None:
    sent = a_rating(used_physical="no", severity_physical="")
    as_(cleared.first).post(rate_page(cleared.narratives[0]), sent)
    assert Verdict.objects.get().ratings.get(abuse_type="physical").severity == "none"


def test_nobody_else_opens_it_and_nothing_is_shown_before_it_is_looked_over(cast: Cast) -> None:
    found = drawn(cast)
    first, second = found.narratives
    looked_over(first, cast.idva)
    stranger = coder("third-coder")
    assert as_(found.first).get(rate_page(first)).status_code == 200
    assert as_(found.first).get(rate_page(second)).status_code == 404
    assert as_(stranger).get(rate_page(first)).status_code == 404
    assert as_(cast.idva).get(rate_page(first)).status_code == 403
    assert as_(cast.evaluator).get(rate_page(first)).status_code == 403


def test_what_an_adjudicator_reads_stands_in_the_audit(cleared: Drawn) -> None:
    narrative = cleared.narratives[0]
    as_(cleared.first).get(rate_page(narrative))
    event = Event.objects.filter(action="adjudication.rate").latest("happened_at")
    assert event.purpose == "evaluation"
    assert str(narrative.pk) in str(event.__dict__)


# -- The Idva's page ------------------------------------------------------------------------------


def test_the_idva_looks_over_her_own_and_nobody_else_does(cast: Cast) -> None:
    found = drawn(cast)
    narrative = found.narratives[0]
    client = as_(cast.idva)
    assert narrative.insights_form.idva_case.reference in main(
        client.get(reverse("adjudication:waiting"))
    )
    assert WHAT_HE_DID in main(client.get(look_over_page(narrative)))
    assert as_(cast.other_idva).get(look_over_page(narrative)).status_code == 404
    assert as_(cast.evaluator).get(look_over_page(narrative)).status_code == 403
    assert as_(found.first).get(look_over_page(narrative)).status_code == 403


def test_she_takes_out_a_passage_and_lets_the_rest_be_read(cast: Cast) -> None:
    found = drawn(cast)
    narrative = found.narratives[0]
    sent = {
        "passages": "at her door\neach evening",
        "state": "cleared",
        "seen": str(standing_redaction(narrative).pk),
        "key": str(uuid4()),
    }
    client = as_(cast.idva)
    assert client.post(look_over_page(narrative), sent).status_code == 302
    page = main(as_(found.first).get(rate_page(narrative)))
    assert "He waits [..]." in page
    assert "at her door" not in page


def test_what_does_not_stand_in_the_text_is_told_and_nothing_typed_is_lost(cast: Cast) -> None:
    narrative = drawn(cast).narratives[0]
    sent = {
        "passages": "the bakery",
        "state": "cleared",
        "seen": str(standing_redaction(narrative).pk),
        "key": str(uuid4()),
    }
    page = main(as_(cast.idva).post(look_over_page(narrative), sent))
    assert "This does not stand in the text: the bakery." in page
    assert standing_redaction(narrative).state == NarrativeState.REDACTED


# -- The evaluator's pages ------------------------------------------------------------------------


def test_the_evaluator_makes_a_round_and_it_is_drawn(cast: Cast) -> None:
    arms = both_arms(cast)
    for case in (arms.drive, arms.control):
        told(case, cast, WHAT_HE_DID)
    one, two = coder("one-coder"), coder("other-coder")
    sent = {"size": "10", "first": str(one.pk), "second": str(two.pk), "key": str(uuid4())}
    client = as_(cast.evaluator)
    assert client.post(reverse("adjudication:make"), sent).status_code == 302
    about = Round.objects.get()
    assert about.state == RunState.DONE
    assert set(Seat.objects.values_list("user", flat=True)) == {one.pk, two.pk}
    page = main(client.get(reverse("adjudication:round", args=[about.pk])))
    assert "Waits for the IDVA to look it over" in page
    assert WHAT_HE_DID not in page


def test_only_coders_who_know_nobody_are_offered(cast: Cast) -> None:
    one = coder("one-coder")
    page = main(as_(cast.evaluator).get(reverse("adjudication:make")))
    assert one.name in page
    assert cast.idva.name not in re.sub(r"<p\b.*?</p>", "", page, flags=re.DOTALL)


def test_no_number_is_shown_before_the_release_and_all_after(cast: Cast, cleared: Drawn) -> None:
    client = as_(cast.evaluator)
    address = reverse("adjudication:round", args=[cleared.round.pk])
    release = reverse("adjudication:release", args=[cleared.round.pk])
    assert "kappa" not in main(client.get(address))
    refused = main(client.post(release, {"key": str(uuid4())}))
    assert "Not every narrative is looked over and rated by both." in refused
    for narrative in cleared.narratives:
        for user in (cleared.first, cleared.second):
            verdict_of(narrative, user)
    assert "Release the result" in main(client.get(address))
    assert client.post(release, {"key": str(uuid4())}).status_code == 302
    page = main(client.get(address))
    for words in (
        "A: weighted kappa",
        "A minus B: detection bias",
        "1\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}1",
        "Hash of the numbers",
    ):
        assert words in page
    assert "Drive case" not in page
    assert as_(cleared.first).get(rate_page(cleared.narratives[0])).status_code == 404
