"""What is wrong in a row is said with its row and column, and the row is kept."""

import pytest

from drive.web.cleaning.rules.files import read_file, write_csv
from drive.web.cleaning.rules.headings import read_headings
from drive.web.cleaning.rules.rows import NotAList, ReadRow, read_rows
from tests.factories.cleaning import typed


def read(content: bytes) -> list[ReadRow]:
    sheet = read_file(content, "list.csv")
    return read_rows(sheet, read_headings(sheet.headings), {"essex": "essex"})


@pytest.mark.parametrize(
    ("changed", "heading", "words"),
    [
        ({"marac_on": "31/02/2016"}, "Marac date", "“31/02/2016” cannot be read as a date."),
        ({"marac_on": ""}, "Marac date", "there is no date."),
        ({"victim_born": "about 1980"}, "Victim-survivor's date of birth", "“about 1980” cannot"),
        ({"opened_on": "soon"}, "Support opened on", "“soon” cannot be read"),
        ({"perpetrator_surname": ""}, "Perpetrator's surname", "there is no name"),
        ({"site": "Kent"}, "Site", "“Kent” is no site of Drive"),
        ({"site": ""}, "Site", "there is none"),
    ],
)
def test_a_person_is_told_what_to_look_at(changed: dict[str, str], heading: str, words: str):
    (row,) = read(write_csv([typed(1, **changed)]))
    (problem,) = row.problems
    assert problem.heading == heading
    assert problem.words.startswith(words)
    assert row.typed == typed(1, **changed)


def test_a_birth_date_that_is_not_given_is_no_problem():
    (row,) = read(write_csv([typed(1, victim_born="", perpetrator_born="")]))
    assert row.problems == ()


def test_cells_beyond_the_headings_are_noticed():
    first, second = write_csv([typed(1)]).splitlines()
    (row,) = read(first + b"\n" + second + b",slipped\n")
    assert "beyond the last heading" in row.problems[0].words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (["1", ""], "Line 3, column “Number”: there is no number."),
        (["x7", "1"], "Line 2, column “Number”: “x7” is not a whole number."),
        (["4", "4"], "Line 3, column “Number”: 4 stands in line 2 already."),
        (["0", "1"], "Line 2, column “Number”: “0” is not a whole number."),
        (["²", "1"], "Line 2, column “Number”: “²” is not a whole number."),
        (["9" * 30, "1"], "is not a whole number"),
    ],
)
def test_each_row_needs_a_number_of_its_own(numbers: list[str], words: str):
    head, row, _other = write_csv([typed(1), typed(2)]).decode().splitlines()
    lines = [head, *(number + row[1:] for number in numbers)]
    with pytest.raises(NotAList) as refusal:
        read("\n".join(lines).encode())
    assert words in str(refusal.value)
    assert "Each row needs a number of its own" in str(refusal.value)


def test_of_many_faults_a_few_are_named():
    head, row = write_csv([typed(1)]).decode().splitlines()
    with pytest.raises(NotAList, match="There are 12 more like these"):
        read("\n".join([head, *["-" + row[1:]] * 20]).encode())


def test_rows_come_in_the_order_of_their_numbers():
    assert [row.typed.number for row in read(write_csv([typed(9), typed(2)]))] == [2, 9]


def test_a_row_whose_cells_slipped_is_told_column_by_column():
    head, row = write_csv([typed(1)]).decode().splitlines()
    number, *cells = row.split(",")
    slipped = ",".join([number, "", *cells])
    (found,) = read(f"{head}\n{slipped}\n".encode())
    told = {problem.heading for problem in found.problems}
    assert {"Site", "Victim-survivor's date of birth", "Perpetrator's date of birth"} <= told
    assert any("beyond the last heading" in problem.words for problem in found.problems)
    assert found.typed.victim_forename == cells[0]
