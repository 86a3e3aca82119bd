"""The words hold together: each has a label, and nothing stands for not knowing among values."""

import importlib
import pkgutil
from collections import Counter

import pytest

import drive.vocabulary
from drive.vocabulary.abuse import SEVERITY_DEFINITIONS, AbuseType, Severity
from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.insights import RiskChangeIdva, SaferThanIntake, Sustainability
from drive.vocabulary.question import QuestionKind
from drive.vocabulary.questions import ALL_QUESTIONS
from drive.vocabulary.snapshot import TABLES
from drive.vocabulary.word import Word

for _module in pkgutil.iter_modules(drive.vocabulary.__path__):
    importlib.import_module(f"drive.vocabulary.{_module.name}")

WORDS = sorted(
    (each for each in Word.__subclasses__() if each.__module__.startswith("drive.vocabulary")),
    key=lambda each: each.__name__,
)
COUNTED_SCALES = {RiskChangeIdva, Sustainability, SaferThanIntake}
NOT_KNOWING = {"not_known", "not_asked", "declined", "dont_know", "unknown", "not_contactable"}


@pytest.mark.parametrize("words", WORDS)
def test_each_member_has_a_value_and_a_label_of_its_own(words: type[Word]) -> None:
    for counted in (Counter(words), Counter(word.label for word in words)):
        assert counted
        assert max(counted.values()) == 1
    assert all(word.label.strip() == word.label != "" for word in words)


@pytest.mark.parametrize("words", [each for each in WORDS if each is not ValueStatus])
def test_only_the_printed_scales_count_not_knowing(words: type[Word]) -> None:
    assert bool(NOT_KNOWING & set(words)) <= (words in COUNTED_SCALES)


def test_severity_is_a_scale_from_none_to_high() -> None:
    assert [severity.level for severity in Severity] == [0, 1, 2, 3]


@pytest.mark.parametrize("kind", list(AbuseType))
def test_each_level_above_none_is_defined_for_each_type(kind: AbuseType) -> None:
    assert set(SEVERITY_DEFINITIONS[kind]) == set(Severity) - {Severity.NONE}


def test_a_question_asked_on_two_forms_means_the_same_on_both() -> None:
    meanings: dict[str, set[object]] = {}
    for question in ALL_QUESTIONS:
        meanings.setdefault(question.key, set()).add((question.kind, question.words))
    assert {key for key, meaning in meanings.items() if len(meaning) > 1} == set()


def test_a_question_has_a_list_exactly_where_it_is_chosen_from_one() -> None:
    for question in ALL_QUESTIONS:
        assert (question.words is not None) is (question.kind is QuestionKind.WORD)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_of_the_snapshot_names_its_columns_once_and_starts_with_a_key(
    table: object,
) -> None:
    names = table.column_names  # type: ignore[attr-defined]
    assert len(names) == len(set(names))
    assert table.columns[0].kind == "key"  # type: ignore[attr-defined]
