"""Words that may blame a victim-survivor are found in sentences about her, and only there."""

import time

import pytest

from drive.vocabulary.wording import PHRASES, words_to_consider


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Victim failed to engage.", "failed to engage"),
        ("V/S not engaging with the IDVA.", "not engaging"),
        ("The alleged victim was seen by police.", "alleged victim"),
        ("She claims that he followed her.", "claims"),
        ("It is a toxic relationship.", "toxic relationship"),
        ("They are as bad as each other.", "as bad as each other"),
        ("The victim has repeatedly refused to give a statement.", "refused"),
        ("She provoked him on Friday.", "provoked"),
        ("The survivor chose to stay.", "chose to stay"),
        ("She keeps going back to him.", "keeps going back"),
        ("VS is non-compliant with the plan.", "non-compliant"),
        ("Mother put herself at risk by going there.", "put herself at risk"),
        ("Mother failed to protect the children.", "failed to protect"),
        ("She let him in.", "let him"),
        ("Police attended a domestic dispute.", "domestic dispute"),
    ],
)
def test_words_are_found_and_another_way_is_offered(sentence: str, words: str) -> None:
    found = words_to_consider(f"Rang at nine. {sentence} Will ring again.")
    assert words in [each.words for each in found]
    each = next(each for each in found if each.words == words)
    assert f"{each.before}{each.words}{each.after}" == sentence
    assert each.instead


@pytest.mark.parametrize(
    "sentence",
    [
        "The service user failed to engage.",
        "SU refused to come to the office.",
        "He told his partner that he refused to go.",
        "He provoked her and then rang the police.",
        "Offender manager did not respond to two e-mails.",
        "She was admitted to hospital.",
        "She rang the IDVA. He refused to leave.",
        "Idva will offer support again, at a time and place that she chooses.",
        "",
    ],
)
def test_words_about_others_are_left_alone(sentence: str) -> None:
    assert words_to_consider(sentence) == []


def test_each_phrase_is_shown_once_and_in_the_order_of_the_text() -> None:
    text = "She provoked him. The victim failed to engage. She failed to attend."
    assert [each.name for each in words_to_consider(text)] == ["provoked", "failed to engage"]


def test_a_long_text_is_read_quickly() -> None:
    began = time.perf_counter()
    for word in ("she ", "she was not ", "a", "victim has been seen and "):
        words_to_consider((word * 12_000)[:12_000])
    assert time.perf_counter() - began < 5


def test_every_phrase_has_a_name_of_its_own() -> None:
    names = [phrase.name for phrase in PHRASES]
    assert len(set(names)) == len(names)
