"""What a file really is, from its content; and whether that is what its name says."""

from __future__ import annotations

import io
import zipfile
from enum import Enum, auto
from pathlib import PurePath

MOST_UNPACKED = 200 * 1024 * 1024
"""Bytes that a workbook may hold unpacked: beyond that it is built to exhaust the machine."""

TEXT_NAMES = frozenset({".csv", ".txt", ".tsv"})
_ADVICE = "Save the list as an Excel workbook (.xlsx) or as CSV and upload that."
_MACROS = (
    "The file is a workbook with macros: programs that would run on somebody's machine. "
    "Save it as an Excel workbook without macros (.xlsx) and upload that."
)


class NotAList(ValueError):
    """A file that cannot be taken as a Marac list, with words that say why."""


class FileKind(Enum):
    """The two kinds of file that are read."""

    TEXT = auto()
    WORKBOOK = auto()


def kind_of(content: bytes, name: str) -> FileKind:
    """Return what a file is.

    Raises
    ------
    NotAList
        If it is empty, of another kind, not what its name says, or carries macros.
    """
    if not content.strip():
        raise NotAList("The file is empty: there is nothing in it, not even headings.")
    ending = PurePath(name).suffix.lower()
    if ending in {".xlsm", ".xltm", ".xlsb"}:
        raise NotAList(_MACROS)
    _refuse_other_kinds(content)
    if content.startswith(b"PK"):
        _check_workbook(content)
        _check_name(ending, frozenset({".xlsx"}), "an Excel workbook")
        return FileKind.WORKBOOK
    _check_name(ending, TEXT_NAMES, "plain text")
    return FileKind.TEXT


def _refuse_other_kinds(content: bytes) -> None:
    if content.startswith(b"%PDF"):
        raise NotAList(f"The file is a PDF, from which a list cannot be read. {_ADVICE}")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotAList(
            f"The file is an old Excel workbook (.xls), or is protected by a password. {_ADVICE}"
        )
    if content[:200].lstrip().lower().startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        raise NotAList(f"The file is a web page, whatever its name says. {_ADVICE}")
    if content.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise NotAList(f"The file is a picture. {_ADVICE}")


def _check_workbook(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NotAList(f"The file is damaged and cannot be opened. {_ADVICE}") from error
    names = {part.filename.lower() for part in parts}
    if any(name.endswith("vbaproject.bin") or "macrosheets/" in name for name in names):
        raise NotAList(_MACROS)
    if "xl/workbook.xml" not in names:
        raise NotAList(f"The file is not an Excel workbook, whatever its name says. {_ADVICE}")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotAList("The workbook is far larger inside than a list can be. Nothing was read.")


def _check_name(ending: str, right: frozenset[str], what: str) -> None:
    if ending not in right:
        raise NotAList(
            f"The file is not what its name says: the name ends in “{ending or 'nothing'}”, but "
            f"what it holds is {what}. {_ADVICE}"
        )
