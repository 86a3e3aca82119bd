"""The form definitions: old ones live on, and only they keep the rules of their time."""

import pytest

from drive.vocabulary.casework import FIVE_POINTS
from drive.vocabulary.insights import FOLLOW_UP_MONTHS, OF_SUPPORT, InsightsStage
from drive.web.recording.rules import DEFINITIONS, FIRST, LEGACY, definition, unanswered


def test_only_the_legacy_forms_keep_the_rules_of_their_time() -> None:
    for (_, version), each in DEFINITIONS.items():
        if version != LEGACY:
            assert not each.allows_planned_at_closure
            assert each.requires_reasons


@pytest.mark.parametrize("version", [LEGACY, FIRST])
def test_every_point_and_stage_is_asked(version: str) -> None:
    assert set(definition("assessment", version).stages) == set(FIVE_POINTS)
    assert set(definition("insights", version).stages) == set(OF_SUPPORT)


def test_the_follow_up_asks_the_same_at_each_of_its_times() -> None:
    stages = definition("follow_up").stages
    assert set(stages) == set(FOLLOW_UP_MONTHS)
    assert all(stages[stage] == stages["month_3"] for stage in FOLLOW_UP_MONTHS)
    assert set(stages) | set(definition("insights").stages) == set(InsightsStage)


def test_each_definition_is_stored_under_its_own_name() -> None:
    assert len({each.name for each in DEFINITIONS.values()}) == len(DEFINITIONS)


def test_a_question_is_asked_once_a_stage() -> None:
    for each in DEFINITIONS.values():
        for stage in each.stages:
            keys = [question.key for question in each.questions(stage)]
            assert len(keys) == len(set(keys))


def test_what_is_unanswered_is_listed_in_the_order_asked() -> None:
    asked = definition("insights").questions("exit")
    answered = {question.key for question in asked[1:-1]}
    assert unanswered(asked, answered) == [asked[0], asked[-1]]
