"""What a file is, by what stands in it and whatever it is called."""

from __future__ import annotations

import io
import re
import zipfile
from email import policy
from email.parser import BytesParser

from drive.vocabulary.documents import DocumentForm

_PDF, _PNG, _JPEG, _ZIP = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEAD = 64 * 1024
_MOST_PARTS = 10_000


class NotKept(ValueError):
    """A file of a kind that is not kept here, with words that say which are."""


def form_of(content: bytes) -> DocumentForm:
    """Return what a file is.

    Parameters
    ----------
    content : bytes
        The whole file.

    Raises
    ------
    NotKept
        With words, if it is none of the kinds that are kept.
    """
    if content.startswith(_PDF):
        return DocumentForm.PDF
    if content.startswith(_PNG):
        return DocumentForm.PNG
    if content.startswith(_JPEG):
        return DocumentForm.JPEG
    if content.startswith(_ZIP):
        return _word_document(content)
    if content.startswith(_OLD_OFFICE):
        raise NotKept(
            "This is an old Office file or one that is locked with a password. Save it as PDF or "
            "as a Word document (.docx) without a password."
        )
    return _text(content)


def _word_document(content: bytes) -> DocumentForm:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.namelist()
    except zipfile.BadZipFile as error:
        raise NotKept("This file is damaged: it cannot be read.") from error
    if len(parts) > _MOST_PARTS or "word/document.xml" not in parts:
        raise NotKept("Of packed files only Word documents (.docx) are kept. Save it as PDF.")
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise NotKept("This document holds macros. Save it as PDF or without them.")
    return DocumentForm.DOCX


def _text(content: bytes) -> DocumentForm:
    if _CONTROL.search(content):
        raise NotKept(
            "This file is of a kind that is not kept here. Kept are PDF, Word documents (.docx), "
            "pictures (PNG, JPEG), plain text and e-mail files (.eml)."
        )
    return DocumentForm.EMAIL if _is_an_email(content) else DocumentForm.TEXT


def _is_an_email(content: bytes) -> bool:
    headers = BytesParser(policy=policy.compat32).parsebytes(content[:_HEAD], headersonly=True)
    named = {name.lower() for name in headers.keys()}  # noqa: SIM118  a Message is no mapping
    return "from" in named and bool(named & {"date", "message-id", "received"})
