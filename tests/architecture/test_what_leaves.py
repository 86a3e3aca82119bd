"""Nothing leaves the system but through its one gate."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.source import name_of, python_files
from tests.architecture.test_chance_and_time import imported

SENDS = ("django.core.mail", "smtplib", "email.message", "requests", "httpx", "urllib.request")
THE_GATE = "drive/web/outbound/"

HANDED_OUT_WITHOUT_A_RELEASE = {
    "drive/web/referrals/views/lists.py": "an empty form for lists",
    "drive/web/cleaning/views/lists.py": "an empty form for lists",
    "drive/web/multiagency/views/extracts.py": "an empty form for extracts",
    "drive/web/casework/views/documents.py": "a document, to whoever may read it on the page",
}
"""Files that show nothing more than their page does, and why they are no release."""


def test_only_the_gate_sends() -> None:
    sending = {
        name_of(path)
        for path in python_files("drive")
        if not name_of(path).startswith(THE_GATE)
        and any(each.startswith(SENDS) for each in imported(path.read_text("utf-8")))
    }
    assert sending == set()


def test_the_gate_does_send() -> None:
    """Were the search above blind, it would not see this either."""
    sending = {
        name_of(path)
        for path in python_files("drive")
        if "django.core.mail" in set(imported(path.read_text("utf-8")))
    }
    assert sending == {
        "drive/web/outbound/actions/delivering.py",
        "drive/web/outbound/actions/notices.py",
    }


def _hands_out_files(path: Path) -> bool:
    return any(
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and ("Content-Disposition" in node.value or node.value == "as_attachment")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ) or "FileResponse" in path.read_text("utf-8")


def _handed_out() -> list[Path]:
    return [path for path in python_files("drive") if _hands_out_files(path)]


@pytest.mark.parametrize("path", _handed_out(), ids=name_of)
def test_a_file_is_handed_out_through_a_release(path: Path) -> None:
    """The view calls an action that releases, or stands above with the reason why it need not."""
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }
    is_released = any(name.startswith(("release", "hand_out")) for name in names)
    assert is_released or name_of(path) in HANDED_OUT_WITHOUT_A_RELEASE


def test_every_exception_is_still_needed() -> None:
    assert set(HANDED_OUT_WITHOUT_A_RELEASE) <= {name_of(path) for path in _handed_out()}
