"""A file is what stands in it, whatever it is called."""

import io
import zipfile

import pytest

from drive.vocabulary.documents import DocumentForm
from drive.web.information.rules import names_in
from drive.web.information.rules.kinds import NotKept, form_of


def packed(*parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for part in parts:
            made.writestr(part, "<w/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"%PDF-1.7\n...", DocumentForm.PDF),
        (packed("[Content_Types].xml", "word/document.xml"), DocumentForm.DOCX),
        (b"\x89PNG\r\n\x1a\n....", DocumentForm.PNG),
        (b"\xff\xd8\xff\xe0....", DocumentForm.JPEG),
        ("Minutes of the Marac, café".encode(), DocumentForm.TEXT),
        ("Cofnodion: tŷ".encode("cp1252", "replace"), DocumentForm.TEXT),
        (b"From: a@b.example\r\nDate: Mon, 5 Jun 2017\r\n\r\nHello", DocumentForm.EMAIL),
        (b"<html><script>alert(1)</script>", DocumentForm.TEXT),
    ],
)
def test_a_file_is_known_by_its_content(content: bytes, form: DocumentForm) -> None:
    assert form_of(content) is form


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ\x90\x00\x03", "kind that is not kept"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "locked with a password"),
        (packed("xl/workbook.xml"), "Of packed files only Word"),
        (packed("word/document.xml", "word/vbaProject.bin"), "macros"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"GIF89a\x01\x00", "kind that is not kept"),
    ],
)
def test_other_files_are_refused_with_words(content: bytes, words: str) -> None:
    with pytest.raises(NotKept, match=words):
        form_of(content)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Marac minutes, 3 May", []),
        ("Statement of Jane", ["Jane"]),
        ("O’BRIEN order", ["O’Brien"]),
        ("Janet", []),
        ("Order of Li", []),
    ],
)
def test_names_in_a_title_are_found_as_whole_words(title: str, named: list[str]) -> None:
    assert names_in(title, ["Jane", "O’Brien", "Li"]) == named
