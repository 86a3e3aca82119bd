"""What must be true of the records beyond the printed counts."""

from collections import Counter
from datetime import date
from itertools import pairwise

from drive.simulation.pilot import PILOT_SEED, PilotRecords, build
from drive.simulation.pilot.people import age_on
from drive.simulation.pilot.records import SITE_CODES, STUDY_SITES, PersonRecord
from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.casework import FIVE_POINTS
from drive.vocabulary.question import QuestionKind
from drive.vocabulary.questions import ALL_QUESTIONS, CORE_DATA

QUESTIONS = {question.key: question for question in ALL_QUESTIONS}


def people(pilot: PilotRecords) -> list[PersonRecord]:
    return [
        person
        for each in pilot.perpetrators
        for person in (each.person, each.victim_survivor.person)
    ]


def forms(pilot: PilotRecords) -> list:
    found = [form for each in pilot.completed for form in each.drive_case.assessments]
    for each in pilot.with_idva_case:
        idva_case = each.victim_survivor.idva_case
        found += [form for form in (idva_case.intake, idva_case.exit) if form is not None]
    return found


def test_the_same_seed_gives_the_same_records(pilot: PilotRecords):
    assert build(seed=PILOT_SEED) == pilot


def test_another_seed_deals_otherwise(pilot: PilotRecords):
    assert build(seed=PILOT_SEED + 1).perpetrators != pilot.perpetrators


def test_every_key_is_unique(pilot: PilotRecords):
    keys = [person.key for person in people(pilot)] + [form.key for form in forms(pilot)]
    keys += [each.dyad_key for each in pilot.perpetrators]
    keys += [each.hearing.key for each in pilot.perpetrators]
    for case in pilot.drive_cases:
        keys += [each.key for each in (case, *case.contacts, *case.work, *case.non_contacts)]
        keys += [note.key for note in case.notes]
    assert [key for key, n in Counter(keys).items() if n > 1] == []


def test_keys_stand_in_order_and_do_not_tell_the_arm(pilot: PilotRecords):
    for site in SITE_CODES:
        here = [each for each in pilot.perpetrators if each.site == site]
        assert [each.key for each in here] == [f"{site}-{i + 1:04d}" for i in range(len(here))]
        heard = [each.hearing.heard_on for each in here]
        assert heard == sorted(heard)


def test_no_two_people_could_be_taken_for_one(pilot: PilotRecords):
    identities = Counter((p.forename, p.surname, p.date_of_birth) for p in people(pilot))
    assert identities.most_common(1)[0][1] == 1


def test_birth_dates_agree_with_the_recorded_ages(pilot: PilotRecords):
    for each in pilot.perpetrators:
        for person, question in (
            (each.person, "perpetrator_age"),
            (each.victim_survivor.person, "victim_survivor_age"),
        ):
            answer = each.hearing.core_data[question]
            assert (person.date_of_birth is None) == (not answer.is_known)
            if person.date_of_birth is not None:
                assert age_on(person.date_of_birth, each.hearing.heard_on) == int(answer.value)


def test_postcodes_lie_in_an_area_that_does_not_exist(pilot: PilotRecords):
    assert all(person.postcode.startswith("ZZ") for person in people(pilot))


def test_the_age_ranges_of_the_48_are_those_printed(pilot: PilotRecords):
    for question, low, high in (("perpetrator_age", 17, 76), ("victim_survivor_age", 15, 54)):
        ages = [int(each.hearing.core_data[question].value) for each in pilot.completed]
        assert (min(ages), max(ages)) == (low, high)


def test_each_hearing_answers_the_twenty_questions(pilot: PilotRecords):
    keys = {question.key for question in CORE_DATA}
    assert all(set(each.hearing.core_data) == keys for each in pilot.perpetrators)


def test_every_value_is_one_of_its_questions_words(pilot: PilotRecords):
    answered = [each.hearing.core_data for each in pilot.perpetrators]
    answered += [form.answers for form in forms(pilot)]
    wrong = set()
    for answers in answered:
        for key, answer in answers.items():
            question = QUESTIONS[key]
            if question.kind is QuestionKind.NUMBER:
                fits = not answer.is_known or answer.value.isdigit()
            else:
                fits = not answer.is_known or answer.value in set(question.words)
            if not fits:
                wrong.add((key, answer.value))
    assert wrong == set()


def test_hearings_and_allocations_fall_in_the_first_year_on_working_days(pilot: PilotRecords):
    for each in pilot.perpetrators:
        heard, allocated = each.hearing.heard_on, each.allocated_on
        assert date(2016, 4, 1) <= heard < allocated <= date(2017, 3, 31)
        assert heard.weekday() < 5
        assert allocated.weekday() < 5


def test_meetings_are_two_weeks_apart(pilot: PilotRecords):
    for site in SITE_CODES:
        days = sorted({e.hearing.heard_on for e in pilot.perpetrators if e.site == site})
        assert {(b - a).days for a, b in pairwise(days)} == {14}


def test_completed_cases_run_about_ten_months_and_end_by_april(pilot: PilotRecords):
    for each in pilot.completed:
        case = each.drive_case
        assert each.allocated_on <= case.opened_on
        assert 280 <= (case.closed_on - case.opened_on).days <= 310
        assert case.closed_on <= date(2017, 4, 30)
        assert [a.point for a in case.assessments] == list(FIVE_POINTS)
        days = [a.assessed_on for a in case.assessments]
        assert days == sorted(days)
        assert case.opened_on <= days[0]
        assert days[-1] == case.closed_on


def test_what_happened_in_a_case_happened_while_it_was_open(pilot: PilotRecords):
    for case in (each.drive_case for each in pilot.completed):
        days = [contact.contacted_on for contact in case.contacts]
        days += [work.worked_on for work in case.work]
        days += [note.noted_on for note in case.notes]
        days += [each.recorded_on for each in case.non_contacts]
        assert all(case.opened_on < day <= case.closed_on for day in days)


def test_open_cases_hold_nothing_that_no_source_prints(pilot: PilotRecords):
    still_open = [case for case in pilot.drive_cases if not case.is_completed]
    assert len(still_open) == 150
    assert not any(c.assessments or c.contacts or c.work or c.non_contacts for c in still_open)
    assert not any(case.notes for case in still_open)


def test_a_person_was_either_contacted_or_has_reasons_why_not(pilot: PilotRecords):
    for case in (each.drive_case for each in pilot.completed):
        assert bool(case.contacts) != bool(case.non_contacts)
        assert all(e.answers["contact_made"].value == "no" for e in case.assessments) == (
            not case.contacts
        )


def test_insights_forms_are_the_same_in_both_arms(pilot: PilotRecords):
    for stage in ("intake", "exit"):
        shapes = set()
        for each in pilot.with_idva_case:
            form = getattr(each.victim_survivor.idva_case, stage)
            if form is not None:
                shapes.add((frozenset(form.answers), tuple(r.abuse_type for r in form.ratings)))
        assert len(shapes) == 1
        assert shapes.pop()[1] == tuple(AbuseType)


def test_insights_days_are_in_order_and_within_the_data(pilot: PilotRecords):
    for idva_case in (each.victim_survivor.idva_case for each in pilot.with_idva_case):
        assert idva_case.intake.recorded_on == idva_case.opened_on
        if idva_case.exit is not None:
            assert idva_case.opened_on < idva_case.exit.recorded_on < date(2017, 6, 30)
            assert idva_case.closed_on in {None, idva_case.exit.recorded_on}


def test_study_sites_are_a_permutation_of_the_named_sites(pilot: PilotRecords):
    pairs = {(each.site, each.study_site) for each in pilot.perpetrators}
    assert {site for site, _ in pairs} == set(SITE_CODES)
    assert {study for _, study in pairs} == set(STUDY_SITES)
    assert len(pairs) == 3
    others = {
        tuple(sorted({(e.site, e.study_site) for e in build(seed=s).perpetrators}))
        for s in range(6)
    }
    assert len(others) > 1
