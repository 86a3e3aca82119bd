"""The victim-survivor's voice on a strategy, who reads it, and sharing with the Marac."""

import pytest
from django.db import connection

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.strategy import (
    InformedOfDrive,
)
from drive.web.casework import actions
from drive.web.casework.exceptions import (
    CannotWrite,
    CaseClosed,
    NotWaiting,
)
from drive.web.casework.models import CaseNote, ContactStrategy, VictimSurvivorVoice
from drive.web.casework.queries.strategies import (
    matrix_of,
    standing_of,
    text_in,
    view_in,
    voice_of,
)
from drive.web.outbound.models import Release, ReleaseKind
from tests.cast import NOW, Cast
from tests.factories.casework import case_at, note_on
from tests.factories.strategies import (
    TODAY,
    agree,
    consulted,
    drafted,
    heard,
    replied,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("voice", "field"),
    [
        ({"informed": InformedOfDrive.TOLD, "view": "Yes"}, "informed_on"),
        ({"informed": InformedOfDrive.TOLD, "view": "Yes", "informed_on": TODAY}, "informed_by"),
        ({"informed": InformedOfDrive.NOT_SAFE_TO_TELL, "view": " "}, "view"),
    ],
)
def test_her_voice_is_whole_or_says_why_not(
    cast: Cast, voice: dict[str, object], field: str
) -> None:
    version = drafted(cast, case_at(cast))
    with pytest.raises(CannotWrite) as refusal:
        actions.record_voice(
            strategy=version,
            voice=actions.Voice(**voice),  # type: ignore[arg-type]
            seen=None,
            by=cast.case_manager,
            now=NOW,
        )
    assert refusal.value.field == field


def test_that_it_is_not_safe_to_tell_is_an_answer(cast: Cast) -> None:
    version = drafted(cast, case_at(cast))
    actions.record_voice(
        strategy=version,
        voice=actions.Voice(
            informed=InformedOfDrive.NOT_SAFE_TO_TELL, view_status=ValueStatus.NOT_ASKED
        ),
        seen=None,
        by=cast.idva,
        now=NOW,
    )
    standing = standing_of(version)
    assert standing is not None
    assert standing.has_voice


def test_her_view_and_the_idvas_reply_lie_sealed_and_open_for_both_who_hold(cast: Cast) -> None:
    version = consulted(cast, case_at(cast))
    replied(cast, version, "he sleeps at his sister's")
    heard(cast, version, "she fears Fridays")
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_view FROM casework_victimsurvivorvoice")
        assert "Fridays" not in cursor.fetchone()[0]
        cursor.execute("SELECT text, sealed_text FROM casework_consultationreply")
        assert not any("sister" in str(each) for each in cursor.fetchone())
    for actor in (cast.case_manager, cast.idva, cast.service_manager, cast.practice_adviser):
        voice = voice_of(version, actor)
        assert voice is not None
        assert view_in(voice) == "she fears Fridays"
        row = matrix_of(version, actor)[0]
        assert row.reply is not None
        assert text_in(row.reply) == "he sleeps at his sister's"


def test_who_reaches_a_strategy_and_not_the_case_notes(cast: Cast) -> None:
    case = case_at(cast)
    note_on(cast, case)
    heard(cast, drafted(cast, case))
    for model in (ContactStrategy, VictimSurvivorVoice):
        seers = {
            name for name, user in cast.users.items() if model.objects.visible_to(user).exists()
        }
        assert seers == {
            "case_manager",
            "service_manager",
            "excluded",
            "practice_adviser",
            "idva",
        }
    assert not CaseNote.objects.visible_to(cast.idva).exists()


def test_an_agreed_strategy_goes_to_the_marac_through_the_gate(cast: Cast) -> None:
    case = case_at(cast)
    version = consulted(cast, case)
    with pytest.raises(NotWaiting):
        actions.share_with_marac(
            strategy=version, marac=cast.essex_marac, by=cast.case_manager, now=NOW
        )
    replied(cast, version)
    agree(cast, version)
    with pytest.raises(CannotWrite):
        actions.share_with_marac(
            strategy=version, marac=cast.west_sussex_marac, by=cast.case_manager, now=NOW
        )
    share = actions.share_with_marac(
        strategy=version, marac=cast.essex_marac, by=cast.case_manager, now=NOW
    )
    left = Release.objects.get(kind=ReleaseKind.STRATEGY)
    assert (left.recipient, len(left.digest)) == (cast.essex_marac.name, 64)
    assert str(version.pk) in left.object_ids
    actions.record_feedback(
        share=share, received_on=TODAY, text="Agreed.", by=cast.case_manager, now=NOW
    )
    assert share.feedback.get().text == "Agreed."


def test_a_closed_case_gets_no_strategy(cast: Cast) -> None:
    from tests.factories.closing import closed

    with pytest.raises(CaseClosed):
        drafted(cast, closed(cast, case_at(cast)))
