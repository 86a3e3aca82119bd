"""Where nothing holds a case, submitting an assessment asks for a next step."""

from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import DriveCase
from drive.web.tasks.queries import tasks_of
from tests.cast import Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at
from tests.factories.registers import entry_in


def _asked(cast: Cast, case: DriveCase) -> bool:
    asked = tasks_of(cast.case_manager).filter(kind=TaskKind.PROPOSE_NEXT_STEP, about=case.pk)
    return asked.exists()


def test_a_case_without_lever_and_need_asks_for_a_next_step(cast: Cast) -> None:
    case = case_at(cast)
    assessment_at(cast, case, need_alcohol="no")
    assert _asked(cast, case)


def test_a_need_or_a_lever_holds_it(cast: Cast) -> None:
    needs, pushed = case_at(cast), case_at(cast, number=2)
    assessment_at(cast, needs, need_alcohol="yes")
    entry_in("levers", pushed, cast.case_manager)
    assessment_at(cast, pushed, need_alcohol="no")
    assert not _asked(cast, needs)
    assert not _asked(cast, pushed)
