"""What is open before a case may be closed."""

import pytest

from drive.vocabulary.casework import AssessmentPoint, NonContactReason
from drive.web.case_record.rules import open_items
from drive.web.casework.rules import NonContact
from drive.web.recording.rules import LEGACY, definition

LIVE = definition("assessment")
CLOSURE = AssessmentPoint.CLOSURE


def reason(why: NonContactReason) -> NonContact:
    return NonContact(point=CLOSURE, reason=why)


PLANNED = reason(NonContactReason.PLANNED_OR_PENDING)
NOT_SAFE = reason(NonContactReason.NOT_SAFE)


@pytest.mark.parametrize(
    ("assessed", "contacted", "at_closure", "names"),
    [
        ({CLOSURE}, True, None, []),
        ({CLOSURE}, False, NOT_SAFE, []),
        ({CLOSURE}, False, None, ["non_contact"]),
        ({CLOSURE}, False, PLANNED, ["non_contact"]),
        ({CLOSURE}, True, PLANNED, []),
        ({AssessmentPoint.INTAKE}, True, None, ["assessment"]),
        (set(), False, None, ["assessment", "non_contact"]),
    ],
)
def test_open_items(
    assessed: set[AssessmentPoint],
    contacted: bool,
    at_closure: NonContact | None,
    names: list[str],
) -> None:
    found = open_items(
        assessed=assessed, was_contacted=contacted, at_closure=at_closure, definition=LIVE
    )
    assert [item.name for item in found] == names


def test_a_case_that_is_stepped_down_is_assessed_at_its_end() -> None:
    def names(*assessed: AssessmentPoint) -> list[str]:
        found = open_items(
            assessed=set(assessed),
            was_contacted=True,
            at_closure=None,
            definition=LIVE,
            stepped_down=True,
        )
        return [item.name for item in found]

    assert names(CLOSURE) == ["end_of_step_down"]
    assert names(CLOSURE, AssessmentPoint.STEP_DOWN_END) == []


def test_in_the_old_form_planned_could_stand() -> None:
    found = open_items(
        assessed={CLOSURE},
        was_contacted=False,
        at_closure=PLANNED,
        definition=definition("assessment", LEGACY),
    )
    assert found == []
