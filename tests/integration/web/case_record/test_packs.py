"""His subject-access pack: what is in by itself, what never is, and what is decided."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from drive.vocabulary.answers import InformationSource, known
from drive.vocabulary.casework import AssessmentPoint, Channel
from drive.vocabulary.disclosure import LeftOut, PackKind
from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Use, WishAnswer
from drive.vocabulary.outbound import RecipientKind
from drive.web.case_record.actions import Deciding, decide, put_together
from drive.web.case_record.exceptions import (
    CannotBeIn,
)
from drive.web.case_record.models import PackItem
from drive.web.case_record.queries.packs import decision_on, standing_items
from drive.web.case_record.rules.packs import BAR
from drive.web.casework.actions import NewNote, add_note
from drive.web.casework.models import CaseNote
from drive.web.information.models import Folder
from drive.web.insights.actions import NewPlan, write_plan
from drive.web.outbound.actions import let_out, send
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.registers.actions import take_back_entry
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW
from tests.factories.assessments import assessment_at
from tests.factories.casework import contact_with
from tests.factories.documents import document_on
from tests.factories.facts import fact, her_word, wished
from tests.factories.outbound import of_drive, wrote
from tests.factories.packs import (
    decided,
)
from tests.factories.registers import entry_in
from tests.integration.web.case_record.desk import (
    FAMILY,
    HER,
    POLICE,
    SU,
    desk,
    of_source,
    opened,
    said,
    standing_of,
)
from tests.integration.web.outbound.desk import NEW_HOME, NEW_POSTCODE, Desk

pytestmark = pytest.mark.django_db

__all__ = ["desk"]


# -- What is in, and what is left out --------------------------------------------------------------


@pytest.mark.parametrize(
    ("informant", "reason"),
    [
        (SU, None),
        (POLICE, LeftOut.UNREAD),
        (None, LeftOut.UNREAD),
        (FAMILY, LeftOut.HER_SIDE),
        (HER, LeftOut.HER_SIDE),
        (InformationSource.IDVA, LeftOut.HER_SIDE),
    ],
)
def test_only_what_he_said_himself_is_in_before_somebody_looks(
    desk: Desk, informant: InformationSource | None, reason: LeftOut | None
) -> None:
    note = said(desk, "He drinks on Fridays.", informant)
    found = of_source(opened(desk), note.pk)
    assert found.reason == reason
    assert found.text() == ("" if reason is LeftOut.HER_SIDE else "He drinks on Fridays.")


def test_nothing_of_hers_is_copied_or_opened(desk: Desk) -> None:
    said(desk, "SECRETWORD", HER)
    document_on(desk.cast, desk.drive, title="SECRETWORD", victim_side=True)
    entry_in("levers", desk.drive, desk.cast.case_manager, informant="idva", text="SECRETWORD")
    her_word(desk.cast, Folder.objects.get(about=desk.drive.pk), "SECRETWORD")
    plan = NewPlan(
        made_on=date(2017, 6, 1),
        review_on=date(2017, 7, 1),
        made_with_her="yes",
        text="SECRETWORD",
    )
    write_plan(case=desk.idva, plan=plan, seen=None, by=desk.cast.idva, now=NOW)
    request = opened(desk)
    kinds = {each.item.kind for each in standing_items(request) if each.reason}
    assert {PackKind.NOTE, PackKind.DOCUMENT, PackKind.REGISTER, PackKind.FACT} <= kinds
    assert all("SECRETWORD" not in each.text() for each in standing_items(request))
    assert all("SECRETWORD" not in each.item.heading for each in standing_items(request))


def test_a_document_is_kept_back_by_its_side_or_its_handling_code(desk: Desk) -> None:
    hers = document_on(desk.cast, desk.drive, victim_side=True)
    not_his = document_on(desk.cast, desk.drive, title="Minutes", text="Other words.")
    request = opened(desk)
    assert standing_of(request, hers.pk) is LeftOut.HER_SIDE
    assert standing_of(request, not_his.pk) is LeftOut.HANDLING


def test_a_fact_is_kept_back_by_the_guard_her_wish_and_its_handling_code(desk: Desk) -> None:
    folder = Folder.objects.get(about=desk.drive.pk)
    plain: dict[str, Any] = {"handling": HandlingCode.ORDINARY}
    hers = her_word(desk.cast, folder)
    made = fact(desk.cast, folder, "He has a white van.", hers)
    police = fact(desk.cast, folder, "He has two vans.", **plain)
    unsaid = fact(desk.cast, folder, "He has three vans.")
    wished_for = fact(desk.cast, folder, "He has four vans.", **plain)
    wished(wished_for, known(WishAnswer.NOT_USED))
    request = opened(desk)
    assert standing_of(request, hers.pk) is LeftOut.SOURCES
    assert standing_of(request, made.pk) is LeftOut.SOURCES
    assert standing_of(request, police.pk) is LeftOut.UNREAD
    assert standing_of(request, unsaid.pk) is LeftOut.HANDLING
    assert standing_of(request, wished_for.pk) is LeftOut.SOURCES


def test_an_assessment_gives_only_answers_that_are_not_hers(desk: Desk) -> None:
    made = assessment_at(
        desk.cast,
        desk.drive,
        AssessmentPoint.INTAKE,
        need_alcohol="yes",
        need_drugs="yes",
    )
    made.answers.filter(question="need_drugs").update(source=HER)
    text = of_source(opened(desk), made.pk).text()
    assert "lcohol" in text
    assert "rug" not in text
    assert "Withheld" not in text


def test_contact_with_him_and_letters_to_him_are_in(desk: Desk) -> None:
    contact = contact_with(desk.cast, desk.drive)
    row = wrote(
        of_drive(desk.drive),
        desk.cast.case_manager,
        to=RecipientKind.SERVICE_USER,
        address="27 Elm Road, Colchester CO2 7DE",
        use=Use.TEXT_TO_HIM,
    )
    send(outgoing=row, by=desk.cast.case_manager, now=NOW)
    unsent = wrote(of_drive(desk.drive), desk.cast.case_manager, to=RecipientKind.SERVICE_USER)
    let_out(outgoing=row, by=desk.cast.case_manager, now=NOW.replace(hour=11))
    request = opened(desk)
    assert standing_of(request, contact.pk) is None
    assert standing_of(request, row.pk) is None
    assert unsent.pk not in {each.item.source for each in standing_items(request)}


def test_a_note_to_which_her_words_were_added_is_hers_too(desk: Desk) -> None:
    note = said(desk, "He was seen.", POLICE)
    words = NewNote(
        happened_on=note.happened_on, channel=Channel.TELEPHONE, text="By her.", informant=HER
    )
    add_note(case=desk.drive, note=words, corrects=note, by=desk.cast.case_manager, now=NOW)
    assert standing_of(opened(desk), note.pk) is LeftOut.HER_SIDE


# -- Deciding --------------------------------------------------------------------------------------


def test_what_is_kept_back_nobody_can_put_in(desk: Desk) -> None:
    note = said(desk, "He drinks.", HER)
    item = of_source(opened(desk), note.pk)
    with pytest.raises(CannotBeIn, match="Nobody"):
        decided(item, desk.cast.service_manager, included=True)


def test_putting_in_asks_for_a_reason_and_leaving_out_for_a_code_alone(desk: Desk) -> None:
    note, his = said(desk, "He drinks.", POLICE), said(desk, "He works.")
    request, by = opened(desk), desk.cast.service_manager
    with pytest.raises(CannotBeIn, match="Write why"):
        decided(of_source(request, note.pk), by, included=True, why=" ")
    assert decided(of_source(request, note.pk), by, included=True).included
    assert not decided(of_source(request, his.pk), by, included=False, why="").included
    with pytest.raises(CannotBeIn, match="why it is left out"):
        decided(of_source(request, his.pk), by, included=False, reason=LeftOut.UNREAD)


def test_what_holds_something_protected_is_in_only_blacked_out(desk: Desk) -> None:
    note = said(desk, f"He knows of {NEW_HOME} {NEW_POSTCODE} and of the pub.")
    request, by = opened(desk), desk.cast.service_manager
    item = of_source(request, note.pk)
    assert item.reason is LeftOut.PROTECTED
    with pytest.raises(CannotBeIn, match="protected"):
        decided(item, by, included=True)
    decided(item, by, included=True, black_out_found=True, words=["THE PUB"])
    found = of_source(request, note.pk)
    assert "Glanyrafon" not in found.text_for_him()
    assert found.text_for_him().startswith("He knows of " + BAR)
    assert found.text_for_him().endswith(f"and of {BAR}.")
    assert NEW_HOME in CaseNote.objects.get(pk=note.pk).text
    with pytest.raises(CannotBeIn, match="does not stand"):
        decided(item, by, included=True, black_out_found=True, words=["no such words"])


def test_two_at_one_item_see_both(desk: Desk) -> None:
    note = said(desk, "He works.")
    request, by = opened(desk), desk.cast.service_manager
    stands = of_source(request, note.pk)
    before = decision_on(stands.item).pk
    decided(stands, by, included=False)
    with pytest.raises(ChangedMeanwhile):
        decide(item=stands.item, deciding=Deciding(included=True), seen=before, by=by, now=NOW)


def test_put_together_again_keeps_decisions_and_asks_of_what_is_new(desk: Desk) -> None:
    old, new_text = said(desk, "He drinks.", POLICE), "He sings."
    request, by = opened(desk), desk.cast.service_manager
    decided(of_source(request, old.pk), by, included=True)
    new = said(desk, new_text, POLICE)
    put_together(request=request, by=by, now=NOW)
    assert standing_of(request, old.pk) is None
    assert standing_of(request, new.pk) is LeftOut.UNREAD
    assert PackItem.objects.filter(request=request, source=old.pk).count() == 1


def test_what_is_taken_off_the_case_leaves_the_pack(desk: Desk) -> None:
    entry = entry_in("own-words", desk.drive, desk.cast.case_manager)
    request, by = opened(desk), desk.cast.service_manager
    assert of_source(request, entry.origin)
    take_back_entry(
        register=REGISTERS["own-words"],
        entry=entry,
        reason="It is another's.",
        seen=entry.pk,
        by=desk.cast.case_manager,
        now=NOW,
    )
    put_together(request=request, by=by, now=NOW)
    assert standing_of(request, entry.origin) is LeftOut.GONE
