"""What must be true of the simulated notes beyond the printed numbers."""

from dataclasses import replace

from drive.simulation.pilot import PilotRecords
from drive.simulation.pilot.case_notes import with_case_notes
from drive.simulation.pilot.records import STUDY_SITES, NoteRecord
from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Intent, WorkMode
from drive.vocabulary.work import DUE_TO_DRIVE, usual_mode


def notes_of(pilot: PilotRecords) -> list[NoteRecord]:
    return [note for each in pilot.noted for note in each.drive_case.notes]


def test_only_the_notes_are_added(pilot: PilotRecords):
    bare = [
        replace(each, drive_case=replace(each.drive_case, notes=())) if each.drive_case else each
        for each in pilot.perpetrators
    ]
    assert with_case_notes(bare, pilot.seed) == pilot.perpetrators


def test_the_thirty_are_ten_of_each_site_and_completed(pilot: PilotRecords):
    completed = {each.key for each in pilot.completed}
    assert {each.key for each in pilot.noted} <= completed
    for site in STUDY_SITES:
        assert sum(each.study_site == site for each in pilot.noted) == 10


def test_a_note_says_that_it_is_simulated_and_what_is_coded_on_it(pilot: PilotRecords):
    names = {name for each in pilot.noted for name in (each.person.forename, each.person.surname)}
    for note in notes_of(pilot):
        said = note.text.removeprefix("Simulated note. ")
        assert said != note.text
        left = said.replace(f" With: {note.agency.label}." if note.agency else "", "", 1)
        assert left == ", ".join(code.label for code in note.activities) + "."
        assert not names & set(note.text.replace(".", "").split())


def test_notes_stand_in_the_order_of_their_days_on_working_days(pilot: PilotRecords):
    for each in pilot.noted:
        days = [note.noted_on for note in each.drive_case.notes]
        assert days == sorted(days)
        assert all(day.weekday() < 5 for day in days)


def test_the_codes_of_a_note_go_together(pilot: PilotRecords):
    for note in notes_of(pilot):
        disrupts = ActivityCode.DISRUPTION in note.activities
        assert disrupts == (note.attribution in DUE_TO_DRIVE)
        assert list(note.activities) == [c for c in ActivityCode if c in note.activities]
        if note.agency:
            assert note.mode is WorkMode.INDIRECT
            assert disrupts == (note.intent is not Intent.SUPPORT)
        if note.activities != (ActivityCode.LEVER,):
            assert {usual_mode(code) for code in note.activities} == {note.mode}


def test_behaviour_change_is_noted_only_where_it_is_recorded(pilot: PilotRecords):
    change = ActivityCode.BEHAVIOUR_CHANGE
    for each in pilot.noted:
        case = each.drive_case
        recorded = any(work.activity is change for work in case.work)
        assert any(change in note.activities for note in case.notes) <= recorded


def test_who_was_never_contacted_was_only_tried(pilot: PilotRecords):
    contact = {ActivityCode.CONTACT, ActivityCode.BEHAVIOUR_CHANGE, ActivityCode.LEVER}
    for each in pilot.noted:
        if not each.drive_case.contacts:
            direct = [n for n in each.drive_case.notes if n.mode is WorkMode.DIRECT]
            assert not any(contact & set(note.activities) for note in direct)


def test_a_contact_that_is_noted_is_recorded_on_its_day(pilot: PilotRecords):
    for each in pilot.noted:
        days = {contact.contacted_on for contact in each.drive_case.contacts}
        for note in each.drive_case.notes:
            if ActivityCode.CONTACT in note.activities:
                assert note.noted_on in days


def test_work_for_children_is_in_the_cases_with_safeguarding(pilot: PilotRecords):
    for_children = {AgencyType.CSC, AgencyType.SCHOOL}
    for each in pilot.noted:
        notes = each.drive_case.notes
        safeguarded = any(ActivityCode.CHILD_SAFEGUARDING in n.activities for n in notes)
        assert any(note.agency in for_children for note in notes) <= safeguarded
