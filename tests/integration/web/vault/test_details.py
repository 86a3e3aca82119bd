"""Contact details: kept sealed, put right by new rows, seen by whoever keeps them alone."""

from uuid import uuid4

import pytest

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import AddressKind, Certainty, ContactDetail, DetailKind
from drive.web.audit.models import Event
from drive.web.casework.actions import assign
from drive.web.casework.models import Capacity
from drive.web.core.sealing import unseal_field
from drive.web.insights.actions import hand_over
from drive.web.recording.exceptions import ChangedMeanwhile
from drive.web.vault import actions, queries
from drive.web.vault.exceptions import NotKept, TakenBack
from drive.web.vault.models import Address, Detail, SafeContactPlan, Telephone
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.insights import idva_case
from tests.factories.vault import (
    HERS,
    HIS,
    address_of,
    detail_of,
    number_of,
    plan_of,
    subject_of,
)

pytestmark = pytest.mark.django_db

LINES = "7 Quiet Street"


def seen_by(cast: Cast, model: type = Address) -> set[str]:
    rows = model.objects.exclude(recorded_by=cast.allocator)  # type: ignore[attr-defined]
    return {
        name
        for name, user in cast.users.items()
        if model.objects.visible_to(user).filter(pk__in=rows).exists()  # type: ignore[attr-defined]
    }


def test_what_is_kept_of_her_lies_sealed_and_is_her_idvas_alone(cast: Cast) -> None:
    case = case_at(cast)
    hers = idva_case(cast, dyad=case.perpetrator.dyads.get())
    row = address_of(hers.dyad, cast.idva, lines=LINES, place="The Elms")
    number_of(hers.dyad, cast.idva)
    detail_of(hers.dyad, cast.idva, DetailKind.NEW_NAME, "Ann Other")
    plan_of(hers.dyad, cast.idva)
    stored = Address.objects.filter(pk=row.pk).values().get()
    assert not any("Quiet" in str(value) or "Elms" in str(value) for value in stored.values())
    assert unseal_field(row, "sealed_lines") == LINES
    for model in (Address, Telephone, Detail, SafeContactPlan):
        assert seen_by(cast, model) == {"idva"}, model


def test_what_is_kept_of_him_is_his_case_managers_alone(cast: Cast) -> None:
    case = case_at(cast)
    dyad = case.perpetrator.dyads.get()
    idva_case(cast, dyad=dyad)
    address_of(dyad, cast.case_manager, role=HIS, lines=LINES)
    assert seen_by(cast) == {"case_manager"}
    assign(
        case=case,
        capacity=Capacity.CASE_MANAGER,
        user=cast.other_case_manager,
        by=cast.service_manager,
        now=NOW,
    )
    assert seen_by(cast) == {"other_case_manager"}


def test_whoever_takes_the_case_over_sees_and_the_other_no_longer_does(cast: Cast) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.idva)
    hand_over(case=case, to=cast.other_idva, by=cast.idva, now=NOW)
    assert seen_by(cast) == {"other_idva"}


def test_one_human_in_two_roles_is_never_read_across_them(cast: Cast) -> None:
    """The case manager of her as a perpetrator does not learn what her Idva was told."""
    case, hers = case_at(cast), idva_case(cast, 2)
    person = case.perpetrator.person_id
    for user, record in ((cast.idva, hers.pk), (cast.case_manager, case.pk)):
        actions.keep_for(
            subject_id=person, user=user, on_behalf_of=record, by=cast.service_manager, now=NOW
        )
    said = actions.NewAddress(kind=AddressKind.REFUGE, lines=LINES, known_to_him=Certainty.NO)
    told = actions.add(subject_id=person, of_role=HERS, said=said, by=cast.idva, now=NOW)
    own = actions.add(subject_id=person, of_role=HIS, said=said, by=cast.case_manager, now=NOW)
    mine = Address.objects.filter(pk__in=[told.pk, own.pk])
    assert mine.visible_to(cast.case_manager).get() == own
    assert mine.visible_to(cast.idva).get() == told


def test_a_row_from_before_roles_is_shown_to_nobody(cast: Cast) -> None:
    case = idva_case(cast)
    actions.keep_address(
        subject_id=subject_of(case.dyad), lines=LINES, postcode="", by=cast.allocator, now=NOW
    )
    assert not Address.objects.visible_to(cast.idva).filter(of_role="").exists()


def test_what_is_put_right_is_a_new_row_and_an_empty_text_stays(cast: Cast) -> None:
    row = address_of(idva_case(cast).dyad, cast.idva, lines=LINES, postcode="ZZ9 9ZZ")
    said = actions.NewAddress(kind=AddressKind.REFUGE, known_to_him=Certainty.YES)
    newer = actions.correct(row=row, said=said, seen=row.pk, by=cast.idva, now=NOW)
    assert unseal_field(newer, "sealed_lines") == LINES
    assert unseal_field(newer, "sealed_postcode") == "ZZ9 9ZZ"
    assert (newer.kind, newer.known_to_him, newer.supersedes) == ("refuge", "yes", row)
    assert newer.index_whole == row.index_whole
    event = Event.objects.get(action="vault.correct")
    assert event.object_ids == [str(row.pk), str(newer.pk)]
    assert event.fields == "Address"


def test_a_new_address_never_keeps_half_of_the_old_one(cast: Cast) -> None:
    row = address_of(idva_case(cast).dyad, cast.idva, lines=LINES, postcode="ZZ9 9ZZ")
    said = actions.NewAddress(kind=AddressKind.HOME, lines="8 Other Street")
    newer = actions.correct(row=row, said=said, seen=row.pk, by=cast.idva, now=NOW)
    assert unseal_field(newer, "sealed_postcode") == ""


def test_two_who_put_the_same_row_right_do_not_overwrite_each_other(cast: Cast) -> None:
    row = number_of(idva_case(cast).dyad, cast.idva)
    said = actions.NewTelephone(number="07700 900999", safe=Certainty.NO)
    newer = actions.correct(row=row, said=said, seen=row.pk, by=cast.idva, now=NOW)
    with pytest.raises(ChangedMeanwhile) as meanwhile:
        actions.correct(row=row, said=said, seen=row.pk, by=cast.idva, now=NOW)
    assert meanwhile.value.theirs["safe"] == "no"
    assert "number" not in meanwhile.value.theirs
    assert meanwhile.value.stands == newer.pk


def test_what_is_taken_back_stands_no_more(cast: Cast) -> None:
    case = idva_case(cast)
    row = number_of(case.dyad, cast.idva)
    actions.take_back(row=row, seen=row.pk, by=cast.idva, now=NOW)
    found = queries.standing(subject_of(case.dyad), HERS, cast.idva)
    assert row not in [each for kind in found for each in kind.rows]
    with pytest.raises(TakenBack):
        actions.take_back(row=row, seen=row.pk, by=cast.idva, now=NOW)


def test_nothing_is_kept_of_nothing(cast: Cast) -> None:
    dyad = idva_case(cast).dyad
    before = Address.objects.count()
    with pytest.raises(NotKept) as refusal:
        address_of(dyad, cast.idva, lines=" ", postcode="")
    assert refusal.value.field == "postcode"
    assert Address.objects.count() == before


def test_the_plan_is_written_in_versions(cast: Cast) -> None:
    dyad = idva_case(cast).dyad
    first = plan_of(dyad, cast.idva, how="Text first")
    said = actions.NewPlan(when="Only Fridays")
    second = actions.write_plan(
        subject_id=subject_of(dyad), said=said, seen=first.pk, by=cast.idva, now=NOW
    )
    assert unseal_field(second, "sealed_when") == "Only Fridays"
    assert unseal_field(second, "sealed_how") == "Text first"
    assert queries.plan_of(subject_of(dyad), cast.idva) == second
    with pytest.raises(ChangedMeanwhile):
        actions.write_plan(
            subject_id=subject_of(dyad), said=said, seen=first.pk, by=cast.idva, now=NOW
        )
    with pytest.raises(NotKept):
        actions.write_plan(
            subject_id=subject_of(dyad),
            said=actions.NewPlan(),
            seen=second.pk,
            by=cast.idva,
            now=NOW,
        )


def test_masked_rows_hold_no_sealed_text(cast: Cast) -> None:
    case = idva_case(cast)
    address_of(case.dyad, cast.idva)
    (addresses, *_) = queries.standing(subject_of(case.dyad), HERS, cast.idva)
    assert addresses.kind is ContactDetail.ADDRESS
    assert addresses.rows
    for row in addresses.rows:
        assert {"sealed_lines", "sealed_postcode", "sealed_place"} <= row.get_deferred_fields()


def test_a_row_out_of_reach_is_not_found(cast: Cast) -> None:
    case = idva_case(cast)
    row, person = address_of(case.dyad, cast.idva), subject_of(case.dyad)
    kind = ContactDetail.ADDRESS

    def found(actor: object, subject: object = person, role: PartyRole = HERS) -> object:
        return queries.row_of(kind, row.pk, subject, role, actor=actor)  # type: ignore[arg-type]

    assert found(cast.idva) == row
    assert found(cast.other_idva) is None
    assert found(cast.idva, uuid4()) is None
    assert found(cast.idva, role=HIS) is None
