"""A file is read whatever it is called inside, or refused in words; what is written is read."""

import io

import openpyxl
import pytest

from drive.web.cleaning.rules.files import NotAList, read_file, write_csv
from drive.web.cleaning.rules.headings import read_headings
from drive.web.cleaning.rules.rows import read_rows
from tests.factories.cleaning import small_list, typed

SITES = {"essex": "essex", "westsussex": "west_sussex"}


def test_what_is_written_is_read_again():
    rows = small_list()
    sheet = read_file(write_csv(rows, reconstructed={5}), "list.csv")
    found = read_rows(sheet, read_headings(sheet.headings), SITES)
    assert [each.typed for each in found] == rows
    assert [each.typed.number for each in found if each.reconstructed] == [5]
    assert [each.site for each in found] == ["essex"] * 4 + ["west_sussex"]


def test_a_workbook_with_a_title_above_the_headings_is_read():
    book = openpyxl.Workbook()
    book.active.append(["Insights, first year"])
    for line in write_csv([typed(7)]).decode("utf-8-sig").splitlines():
        book.active.append(line.split(","))
    content = io.BytesIO()
    book.save(content)
    sheet = read_file(content.getvalue(), "list.xlsx")
    (row,) = read_rows(sheet, read_headings(sheet.headings), SITES)
    assert row.typed == typed(7)


def test_semicolons_and_old_letters_are_read():
    text = write_csv([typed(7, victim_forename="Zoë")]).decode("utf-8-sig").replace(",", ";")
    sheet = read_file(text.encode("cp1252"), "list.csv")
    (row,) = read_rows(sheet, read_headings(sheet.headings), SITES)
    assert row.typed.victim_forename == "Zoë"


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "list.csv", "The file is empty"),
        (b" \r\n", "list.csv", "The file is empty"),
        (b",,\r\n,,\r\n", "list.csv", "The file is empty"),
        (write_csv([]), "list.csv", "headings but no rows"),
        (b"%PDF-1.7", "list.csv", "The file is a PDF"),
        (b"<html><table>", "list.csv", "web page"),
        (write_csv([]), "list.xlsx", "not what its name says"),
        (b"a" + b"," * 300, "list.csv", "301 columns"),
    ],
)
def test_what_is_no_list_is_refused_in_words(content: bytes, name: str, words: str):
    with pytest.raises(NotAList, match=words):
        read_file(content, name)


def test_too_many_rows_are_not_to_be_divided():
    content = b"Number\n" + b"".join(b"%d\n" % number for number in range(1, 10_003))
    with pytest.raises(NotAList, match="more than 10,000 rows"):
        read_file(content, "list.csv")


def test_what_stands_below_endless_empty_lines_is_not_lost_in_silence():
    content = write_csv([typed(7)]) + b",,\r\n" * 20_000 + write_csv([typed(8)])
    with pytest.raises(NotAList, match="beyond row 20,000"):
        read_file(content, "list.csv")
