"""A file is read whatever wrote it, or refused in words; nothing makes the reader crash."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.formula import ArrayFormula

from drive.web.referrals.rules.files import MOST_ROWS, Sheet, read_file
from drive.web.referrals.rules.kinds import NotAList
from drive.web.referrals.rules.workbooks import as_typed
from tests.factories.lists import HEADINGS, as_csv, as_workbook, row


def first_row(sheet: Sheet) -> dict[str, str]:
    return dict(zip(sheet.headings, sheet.rows[0][1], strict=False))


def workbook(*rows: list[object], **sheets: str) -> bytes:
    book = openpyxl.Workbook()
    for cells in rows:
        book.active.append(cells)
    for title, state in sheets.items():
        book.create_sheet(title).sheet_state = state
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def with_part(content: bytes, name: str) -> bytes:
    changed = io.BytesIO(content)
    with zipfile.ZipFile(changed, "a") as archive:
        archive.writestr(name, b"part")
    return changed.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_and_delimiter_is_read(encoding: str, delimiter: str) -> None:
    content = as_csv(
        [row(1, **{"Perp Surname": "Siân–Müller"})], encoding=encoding, delimiter=delimiter
    )
    assert first_row(read_file(content, "LIST.CSV"))["Perp Surname"] == "Siân–Müller"


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    content = b"Essex list of June\n\n" + as_csv([row(1), {}, row(2)])
    sheet = read_file(content, "list.csv")

    assert sheet.headings == HEADINGS
    assert [number for number, _ in sheet.rows] == [4, 6]


def test_dates_and_numbers_of_a_workbook_become_what_a_person_would_type() -> None:
    content = workbook(
        list(HEADINGS),
        [date(2017, 6, 12), "Alex", "S", datetime(1980, 2, 1), "S", "S", "", "", 2.0],  # noqa: DTZ001
    )
    cells = first_row(read_file(content, "list.xlsx"))

    assert cells["Marac Date"] == "12/06/2017"
    assert cells["Perp D.O.B."] == "01/02/1980"
    assert cells["No. of children"] == "2"


def test_a_formula_of_a_workbook_stays_a_formula() -> None:
    content = workbook(list(HEADINGS), ["=TODAY()", ArrayFormula("B2:B3", "=A1:A2")])
    cells = first_row(read_file(content, "list.xlsx"))

    assert cells["Marac Date"] == "=TODAY()"
    assert cells["Perp First Name"].startswith("=")


def test_only_the_first_sheet_that_can_be_seen_is_read_and_that_is_said() -> None:
    sheet = read_file(workbook(list(HEADINGS), ["x"], Notes="visible"), "list.xlsx")
    assert sheet.notes == ("Only the first sheet, “Sheet”, was read.",)


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"\xef\xbb\xbf", "list.csv", "empty"),
        (b",,,\n,,\n", "list.csv", "empty"),
        (as_csv([]), "list.csv", "no rows beneath"),
        (as_workbook([]), "list.xlsx", "no rows beneath"),
        (with_part(as_workbook([row()]), "xl/vbaProject.bin"), "list.xlsx", "macros"),
        (with_part(as_workbook([row()]), "xl/macrosheets/sheet1.xml"), "list.xlsx", "macros"),
        (with_part(b"", "word/document.xml"), "list.xlsx", "not an Excel workbook"),
        (b"\x89PNG\r\n", "list.csv", "picture"),
        (b"a\x00b,c", "list.csv", "cannot be read"),
        (as_csv([row()]), "list.docx", "the name ends in “.docx”"),
        (as_csv([row()]), "list", "the name ends in “nothing”"),
        (b",".join([b"a"] * 300), "list.csv", "300 columns"),
        (b'"' + b"a" * 200_000, "list.csv", "quotation mark"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(content: bytes, name: str, words: str) -> None:
    with pytest.raises(NotAList, match=words):
        read_file(content, name)


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_ten_thousand_rows_are_taken_and_one_more_is_not(name: str) -> None:
    make = as_csv if name == "list.csv" else as_workbook
    rows = [{"Marac Date": "1"}] * MOST_ROWS
    assert len(read_file(make(rows, ["Marac Date"]), name).rows) == MOST_ROWS
    with pytest.raises(NotAList, match="more than 10,000 rows"):
        read_file(make([*rows, rows[0]], ["Marac Date"]), name)


def test_endless_empty_rows_end_the_reading() -> None:
    with pytest.raises(NotAList, match="beyond row 20,000"):
        read_file(as_csv([row()]) + b",,\n" * 20_000, "list.csv")


@pytest.mark.parametrize("value", [None, True, 1, 1.5, "text", date(2017, 1, 1), object()])
def test_any_value_of_a_cell_becomes_text(value: object) -> None:
    assert isinstance(as_typed(value), str)


def words_or_rows(content: bytes, name: str) -> str | tuple[object, ...]:
    """Return the rows of a file, or the words of its refusal."""
    try:
        return read_file(content, name).rows
    except NotAList as refusal:
        return str(refusal)


@given(st.binary(max_size=400), st.sampled_from(["list.csv", "list.xlsx", "list.xls", ""]))
def test_no_bytes_crash_the_reader(content: bytes, name: str) -> None:
    assert words_or_rows(content, name)


@given(st.integers(0, 6000), st.binary(min_size=1, max_size=8))
def test_no_damage_to_a_workbook_crashes_the_reader(at: int, noise: bytes) -> None:
    damaged = bytearray(WORKBOOK)
    damaged[at : at + len(noise)] = noise
    assert words_or_rows(bytes(damaged), "list.xlsx")


WORKBOOK = as_workbook([row(number) for number in range(3)])
