"""What stands in a narrative before two strangers read it, and what the Idva takes out of it."""

from __future__ import annotations

import pytest

from drive.vocabulary.adjudication import NarrativeState
from drive.vocabulary.vault import DetailKind
from drive.web.adjudication.actions.narratives import Looked, look_over
from drive.web.adjudication.exceptions import (
    NotToBeShown,
)
from drive.web.adjudication.models import Narrative, Redaction
from drive.web.adjudication.queries.rounds import standing_redaction
from drive.web.adjudication.queries.telling import text_of
from drive.web.recording.exceptions import ChangedMeanwhile
from tests.cast import NOW, Cast
from tests.factories import vault
from tests.factories.adjudication import (
    WHAT_HE_DID,
    drawn,
    looked_over,
    made,
    verdict_of,
)
from tests.factories.insights import supported

pytestmark = pytest.mark.django_db


def test_nothing_that_tells_is_left_in_the_text(cast: Cast) -> None:
    text = (
        "Drive’s case manager rang on 12 June 2017. She was told by Case manager that he is at "
        "12 Hidden Row, ZZ9 9ZZ. Essex Marac knows. At intake, three months ago, " + WHAT_HE_DID
    )
    found = drawn(cast, text, text)
    for narrative in found.narratives:
        left = text_of(standing_redaction(narrative))
        assert WHAT_HE_DID in left
        for word in ("Drive", "manager", "June", "2017", "ZZ9", "Essex", "intake", "months"):
            assert word not in left
    assert standing_redaction(found.narratives[0]).removed["drive"] >= 1


def test_names_and_what_the_vault_keeps_are_taken_out(cast: Cast) -> None:
    found = drawn(cast)
    case = found.arms.control
    her, him = case.dyad.victim_survivor.person, case.dyad.perpetrator.person
    vault.detail_of(case.dyad, cast.idva, DetailKind.NEW_NAME, "Winifred Applegarth")
    vault.address_of(case.dyad, cast.idva, lines="7 Larkspur Rise", postcode="ZZ7 7ZZ")
    supported_text = (
        f"{her.forename} goes by Winifred Applegarth and sleeps at 7 Larkspur Rise. "
        f"{him.name} broke her rib."
    )
    supported(case, cast, supported_text)
    again = made(cast, [found.first, found.second])
    narrative = Narrative.objects.get(round=again, insights_form__idva_case=case)
    left = text_of(standing_redaction(narrative)).lower()
    for word in (her.forename, him.surname, "winifred", "applegarth", "larkspur"):
        assert word.lower() not in left
    assert "broke her rib" in left


def test_it_lies_sealed(cast: Cast) -> None:
    drawn(cast)
    assert all(row.sealed_text.startswith("v1$") for row in Redaction.objects.all())


@pytest.mark.parametrize(("agreed", "is_read"), [("yes", True), ("no", False)])
def test_her_own_words_are_read_only_where_she_agreed_to_that(
    agreed: str, is_read: bool, cast: Cast
) -> None:
    given = {
        "own_words_consent": "yes",
        "own_words": "I sleep badly.",
        "own_words_to_raters": agreed,
    }
    found = drawn(cast, **given)
    texts = [text_of(standing_redaction(each)) for each in found.narratives]
    assert ["I sleep badly." in text for text in texts] == [is_read, is_read]


def test_the_idva_takes_out_more_and_it_cannot_be_put_back(cast: Cast) -> None:
    found = drawn(cast)
    narrative = found.narratives[0]
    row = looked_over(narrative, cast.idva, passages=["at her door"])
    assert text_of(row).endswith("He waits [..] each evening.")
    assert row.removed["by_hand"] == 1
    with pytest.raises(NotToBeShown, match="does not stand"):
        looked_over(narrative, cast.idva, passages=["at her door"])


def test_two_at_one_narrative_are_told(cast: Cast) -> None:
    narrative = drawn(cast).narratives[0]
    seen = standing_redaction(narrative).pk
    looked_over(narrative, cast.idva)
    with pytest.raises(ChangedMeanwhile):
        look_over(
            narrative=narrative,
            looked=Looked(state=NarrativeState.KEPT_OUT),
            seen=seen,
            by=cast.idva,
            now=NOW,
        )


def test_where_nothing_is_left_nothing_is_shown(cast: Cast) -> None:
    narrative = drawn(cast).narratives[0]
    with pytest.raises(NotToBeShown, match="Nothing is left"):
        looked_over(narrative, cast.idva, passages=WHAT_HE_DID.replace(". ", ".\n").splitlines())


def test_what_the_vault_learns_later_stops_a_text_that_was_cleared(cast: Cast) -> None:
    found = drawn(cast, WHAT_HE_DID + " She works at Bramblewick Nursery.", WHAT_HE_DID)
    narrative = found.narratives[0]
    looked_over(narrative, cast.idva)
    dyad = found.arms.drive.dyad
    vault.detail_of(dyad, cast.idva, DetailKind.NEW_NAME, "Bramblewick Nursery")
    with pytest.raises(NotToBeShown, match="taken back"):
        verdict_of(narrative, found.first)
    looked_over(narrative, cast.idva)
    assert "Bramblewick" not in text_of(standing_redaction(narrative))
    verdict_of(narrative, found.first)
