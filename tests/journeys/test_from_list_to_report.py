"""The whole line: a Marac list comes in by the browser and is counted in the report."""

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings as site_settings

from drive.vocabulary.allocation import Arm
from drive.web.allocation.models import Allocation
from tests.cast import Cast
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import case_work, drawing, evaluating, idva_work, marac_lists
from tests.journeys.steps.signing_in import signs_in, signs_out

DRAFT = "Asked the offender manager when he is next seen."
SAID = "unrepeatable words of hers"
EXIT_ANSWERS = {
    "change_in_risk": "significant_reduction",
    "sustainability": "long_over_2y",
    "safer": "much",
    "knew_drive_involved": "unsure",
}
TEN_MONTHS_LATER = date(2018, 4, 30)


def test_a_new_list_goes_all_the_way_to_the_report(
    cast: Cast, at_desk: Desks, settings: Any
) -> None:
    # Given a trial with a design, and a list and a hearing brought by a co-ordinator
    allocator = signs_in(at_desk(), cast.allocator)
    drawing.activates_the_trial(allocator)
    drawing.sets_a_ratio(allocator, starts_on="1 6 2017", control=1)
    coordinator = signs_in(at_desk(), cast.coordinator)
    marac_lists.imports_and_puts_right_a_list(coordinator)
    marac_lists.enters_a_hearing_by_hand(coordinator)

    # When the allocator locks a batch and a second one enters the salt
    repeated = marac_lists.his_surname(marac_lists.REPEATED)
    second = signs_in(at_desk(), cast.second_allocator)
    draws_everybody(allocator, second, repeated=repeated)
    drawing.cannot_set_a_design_that_comes_too_late(allocator, starts_on="2 6 2017")

    # And both are worked with, and both victim-survivors supported, to the end
    perpetrator, drive_hers = first_of(Arm.DRIVE)
    _, control_hers = first_of(Arm.CONTROL)
    service_manager = signs_in(at_desk(), cast.service_manager)
    case_work.opens_the_case_of(service_manager, perpetrator)
    works_on_the_case(at_desk, cast, perpetrator)
    supports_both(at_desk, cast, coordinator, hers=(drive_hers, control_hers))
    settings.DRIVE_TODAY = TEN_MONTHS_LATER
    ends_everything(at_desk, cast, perpetrator, hers=(drive_hers, control_hers))

    # Then the report counts them, and nothing that is sealed can be read in the database's file
    evaluator = signs_in(at_desk(), cast.evaluator)
    evaluating.freezes_a_snapshot(evaluator)
    evaluating.sees_what_it_holds(
        evaluator, hearings=13, perpetrators=12, drive_cases=1, idva_cases=2, insights_forms=4
    )
    evaluating.runs_the_evaluation(evaluator)
    counts_the_new_list(evaluating.reads_the_report(evaluator))
    nothing_sealed_lies_open(SAID, marac_lists.TELEPHONE)


def draws_everybody(allocator: Desk, second: Desk, *, repeated: str) -> None:
    """Whoever was heard twice is drawn through the first hearing, and the second is excluded."""
    drawing.checks_and_locks(allocator, said="12 hearings locked. 0 hearings excluded.")
    drawing.enters_the_salt(second, said="12 perpetrators drawn")
    drawing.records_an_exclusion(allocator, repeated)
    drawing.sees_the_arms_and_the_repeat(allocator, repeated=repeated)


def first_of(arm: Arm) -> tuple[str, str]:
    """Return the names of a perpetrator drawn to an arm and of the victim-survivor."""
    row = Allocation.objects.filter(arm=arm).order_by("perpetrator__person__surname").first()
    assert row is not None
    dyad = row.perpetrator.dyads.get()
    return dyad.perpetrator.person.name, dyad.victim_survivor.person.name


def works_on_the_case(at_desk: Desks, cast: Cast, perpetrator: str) -> None:
    desk = signs_in(at_desk(), cast.case_manager)
    desk.unsaid = perpetrator.split()
    case_work.looks_at_the_caseload(desk)
    case_work.finds_the_case(desk, perpetrator)
    case_work.looks_at_every_tab(desk)
    case_work.types_part_of_a_note(desk, DRAFT)
    signs_out(desk)
    signs_in(desk, cast.case_manager)
    case_work.finds_the_note_again_and_saves_it(desk, DRAFT)
    case_work.notes_what_the_victim_survivor_said(desk, SAID)
    case_work.records_an_attempt_then_a_contact(desk)
    case_work.assesses(desk, "Intake", severity="high", day="30 6 2017")
    case_work.cannot_close_yet(desk)
    for step in ("Research", "Contact strategy", "Active"):
        case_work.takes_the_case_on(desk, to=step)
    case_work.opens_a_tab(desk, "Overview")
    desk.picture("case")


def supports_both(at_desk: Desks, cast: Cast, coordinator: Any, *, hers: tuple[str, str]) -> None:
    desk = signs_in(at_desk(), cast.idva)
    desk.unsaid = " ".join(hers).split()
    forms = set()
    for name in hers:
        idva_work.names_the_idva_of(coordinator, name)
        forms.add(idva_work.opens_the_form(desk, name, "intake"))
        idva_work.keeps_a_form_and_comes_back(desk)
        idva_work.fills_in(
            desk, day="27 6 2017", severity="high", answers={"knew_drive_involved": "no"}
        )
    assert len(forms) == 1, "the intake form differs between the arms"


def ends_everything(at_desk: Desks, cast: Cast, perpetrator: str, *, hers: tuple[str, str]) -> None:
    desk, forms = signs_in(at_desk(), cast.idva), set()
    for name in hers:
        idva_work.ends_the_support_of(desk, name, "20 4 2018")
        forms.add(idva_work.opens_the_form(desk, name, "exit"))
        desk.picture("insights-form")
        idva_work.fills_in(desk, day="20 4 2018", severity="none", answers=EXIT_ANSWERS)
    assert len(forms) == 1, "the exit form differs between the arms"

    case_manager = signs_in(at_desk(), cast.case_manager)
    case_work.finds_the_case(case_manager, perpetrator)
    case_work.assesses(case_manager, "Closure", severity="none", day="29 4 2018")
    service_manager = signs_in(at_desk(), cast.service_manager)
    case_work.finds_the_case(service_manager, perpetrator)
    case_work.closes_the_case(service_manager)


def counts_the_new_list(report: str) -> None:
    """The report counts the list, its numbers rounded to five, the smallest suppressed."""
    assert "The programme so far" in report
    for row in ("hearings\t15", "perpetrators\t10", "allocations\t15"):
        assert row in report, f"{row} is not in the report"
    assert "Excluded: already allocated\t0\tsuppressed" in report


def nothing_sealed_lies_open(*texts: str) -> None:
    """Look into the file of the database and into what is written beside it."""
    name = Path(site_settings.DATABASES["default"]["NAME"])
    files = list(name.parent.glob(f"{name.name}*"))
    assert files
    found = [
        f"{file.name} holds {text}"
        for file in files
        for text in texts
        if text.encode() in _content_of(file)
    ]
    assert found == []


def _content_of(file: Path) -> bytes:
    # Not opened here: closing it would drop every lock that this process holds on the database.
    return subprocess.run(["cat", file], check=True, capture_output=True).stdout
