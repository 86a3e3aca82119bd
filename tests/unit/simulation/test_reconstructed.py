"""The flag `reconstructed`: what stands in a printed table is not, everything else is."""

from drive.simulation.pilot import PilotRecords
from drive.vocabulary.answers import ValueStatus

PRINTED_CORE = {"perpetrator_gender", "victim_survivor_gender", "relationship"}


def test_core_data_is_printed_where_a_table_gives_values_and_ours_elsewhere(pilot: PilotRecords):
    for each in pilot.perpetrators:
        for question, answer in each.hearing.core_data.items():
            expected = answer.is_known and question not in PRINTED_CORE
            assert answer.reconstructed is expected


def test_paired_ratings_are_printed_except_severity_of_control_harassment(pilot: PilotRecords):
    for each in pilot.with_idva_case:
        idva_case = each.victim_survivor.idva_case
        if idva_case.exit is None:
            continue
        for start, end in zip(idva_case.intake.ratings, idva_case.exit.ratings, strict=True):
            if not end.used.is_known:
                continue
            ours = (each.arm, start.abuse_type) == ("control", "harassment_stalking")
            assert not start.used.reconstructed
            assert not end.used.reconstructed
            assert start.severity.reconstructed is ours
            assert end.severity.reconstructed is ours


def test_ratings_of_unpaired_intakes_are_ours(pilot: PilotRecords):
    n = 0
    for each in pilot.with_idva_case:
        idva_case = each.victim_survivor.idva_case
        if idva_case.exit is None:
            n += 1
            assert all(r.used.reconstructed for r in idva_case.intake.ratings)
            assert all(r.severity.reconstructed for r in idva_case.intake.ratings)
    assert n == 441 - 19 - 221


def test_ratings_of_service_users_are_printed_also_where_missing(pilot: PilotRecords):
    for each in pilot.completed:
        for form in each.drive_case.assessments:
            for rating in form.ratings:
                for answer in (rating.used, rating.severity):
                    assert not answer.reconstructed
                    assert answer.status in {
                        ValueStatus.KNOWN,
                        ValueStatus.NOT_RECORDED_LEGACY,
                    }


def test_contact_at_closure_is_printed_and_how_it_was_made_is_ours(pilot: PilotRecords):
    for each in pilot.completed:
        closure = each.drive_case.assessments[-1].answers
        assert not closure["contact_made"].reconstructed
        assert not closure["risk_victim_survivor"].reconstructed
        assert closure["engagement"].reconstructed is closure["engagement"].is_known
        assert all(contact.reconstructed for contact in each.drive_case.contacts)


def test_one_record_of_each_kind_of_work_is_printed(pilot: PilotRecords):
    for each in pilot.completed:
        printed = [work.activity for work in each.drive_case.work if not work.reconstructed]
        assert len(printed) == len(set(printed))
        assert set(printed) == {work.activity for work in each.drive_case.work}


def test_of_changed_reasons_for_no_contact_only_the_last_is_printed(pilot: PilotRecords):
    for each in pilot.completed:
        reasons = each.drive_case.non_contacts
        changed = len({reason.reason for reason in reasons}) > 1
        expected = [changed] * (len(reasons) - 1) + [False] if reasons else []
        assert [reason.reconstructed for reason in reasons] == expected


def test_no_single_note_is_printed(pilot: PilotRecords):
    notes = [note for each in pilot.noted for note in each.drive_case.notes]
    assert notes
    assert all(note.reconstructed for note in notes)
