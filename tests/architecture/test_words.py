"""Every word that is stored can be read by people, and every state is one of those words."""

import importlib

import pytest

from drive.vocabulary.word import Word
from scripts.reference.states import transition_tables
from tests.architecture.source import ROOT, python_files


def every_word() -> list[type[Word]]:
    for path in python_files("drive"):
        if "drive.vocabulary.word" in path.read_text("utf-8"):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return sorted(Word.__subclasses__(), key=lambda word: word.__qualname__)


@pytest.mark.parametrize("word", every_word(), ids=lambda word: word.__name__)
def test_every_member_has_a_label(word: type[Word]) -> None:
    assert [member.name for member in word if not member.label.strip()] == []


def test_every_state_is_a_word_and_leads_to_words() -> None:
    unlabelled = [
        f"{name}: {before!r} -> {after!r}"
        for name, transitions in transition_tables()
        for before, following in transitions.items()
        for after in following
        if not (isinstance(before, Word) and isinstance(after, Word))
    ]
    assert not unlabelled
