"""Linkage says nothing of anybody: no name in a log, on the screen or in a refusal."""

import logging

import pytest

from drive.linkage import RecordError, Register, link, link_new
from tests.unit.linkage.conftest import frame, record, said


def test_nothing_is_logged_or_printed(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    two = frame(record("a"), record("b", first_name="Tomos", surname="Vale"))
    with caplog.at_level(logging.DEBUG):
        register = Register.of(link(two))
        register = link_new(register, frame(record("c")), decisions=said(("a", "c", "same")))
        register.linkage.explain("a", "c")
    shown = "".join(capfd.readouterr()) + caplog.text
    for word in ("Gwilym", "Hartwell", "Tomos", "Vale", "QJ4"):
        assert word.lower() not in shown.lower()


@pytest.mark.parametrize("wrong", [{"role": "neighbour"}, {"case_id": None}, {"record_id": "a"}])
def test_a_refusal_names_nobody(wrong: dict[str, str | None]) -> None:
    with pytest.raises(RecordError) as refused:
        link(frame(record("a"), record("b") | wrong))
    assert not {"Gwilym", "Hartwell"} & set(str(refused.value).split())
