"""Reading police extracts: columns, rows, and the fact that each row is."""

from __future__ import annotations

from datetime import date

import pytest

from drive.vocabulary.facts import FactTopic, Independence
from drive.vocabulary.police import CalledIn
from drive.web.multiagency.rules import extracts
from drive.web.referrals.rules.files import read_file

TODAY = date(2017, 6, 30)
HEAD = "Case reference,Day,Kind of incident,What was done,Crime reference,Called in by"
ROW = "ESX-0001,03/06/2017,Assault,Arrested,42/1234/17,neighbour"


def rows_of(*lines: str, head: str = HEAD) -> list[extracts.ReadRow]:
    text = "\n".join((head, *lines)).encode()
    sheet = read_file(text, "extract.csv", understood=extracts.understood)
    columns = extracts.read_headings(sheet.headings)
    assert not columns.refusals, columns.refusals
    return extracts.read_rows(sheet, columns, today=TODAY)


def problems(*lines: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [
        (each.heading, each.words) for row in rows_of(*lines, head=head) for each in row.problems
    ]


def refusals(head: str) -> str:
    return " ".join(extracts.read_headings(head.split(",")).refusals)


def test_a_row_is_a_reference_a_day_and_what_happened() -> None:
    (row,) = rows_of(ROW)
    assert row.number == 2
    assert row.said == extracts.Said(
        reference="ESX-0001",
        day=date(2017, 6, 3),
        incident="Assault",
        done="Arrested",
        crime="42/1234/17",
        called_in=CalledIn.THIRD_PARTY,
    )


def test_a_reference_is_known_however_it_is_typed() -> None:
    assert extracts.plain_reference(" esx - 0001 ") == "ESX-0001"


@pytest.mark.parametrize(
    "heading",
    ["Arm", "Drive", "Control group", "Randomised to", "On Drive", "Complex needs", "Drive flag"],
)
def test_a_column_that_depends_on_the_arm_is_refused_by_name(heading: str) -> None:
    words = refusals(f"{HEAD},{heading}")
    assert f"Column 7, “{heading}”" in words
    assert "one arm alone" in words


def test_names_and_birth_dates_are_not_read_and_not_kept() -> None:
    columns = extracts.read_headings([*HEAD.split(","), "Surname", "DOB"])
    assert columns.ignored == ("Surname", "DOB")
    (row,) = rows_of(f"{ROW},Sample,01/01/1980", head=f"{HEAD},Surname,DOB")
    assert "Sample" not in str(row)
    assert row.said


def test_a_missing_or_doubled_column_is_named() -> None:
    assert "“Crime reference”" in refusals("Case reference,Day,Kind of incident,What was done")
    assert "mean the same" in refusals(f"{HEAD},Crime number")


@pytest.mark.parametrize(
    ("line", "heading", "words"),
    [
        ("ESX-0001,Assault,03/06/2017,Arrested,42/1,", "Day", "not a date"),
        ("ESX-0001,Assault,03/06/2017,Arrested,42/1,", "Kind of incident", "slipped by a column"),
        ("ESX-0001,03/06/2017,Assault,42/1,Arrested,", "What was done", "slipped by a column"),
        ("ESX-0001,03/06/2017,Assault,42/1,Arrested,", "Crime reference", "no number"),
        (",03/06/2017,Assault,Arrested,42/1,", "Case reference", "reference alone"),
        ("ESX-0001,,Assault,Arrested,42/1,", "Day", "not a date"),
        ("ESX-0001,01/07/2017,Assault,Arrested,42/1,", "Day", "in the future"),
        ("ESX-0001,03/06/2017,,Arrested,42/1,", "Kind of incident", "Nothing says"),
        ('ESX-0001,03/06/2017,"=HYPERLINK(""x"")",Arrested,42/1,', "Kind of incident", "formula"),
        ("ESX-0001,03/06/2017,Assault,@SUM(1+9),42/1,", "What was done", "formula"),
        ("ESX-0001,03/06/2017,Assault,Arrested,=1+1,", "Crime reference", "formula"),
        ("ESX-0001,03/06/2017,Assault,Arrested,42/1,the cat", "Called in by", "not understood"),
        (f"ESX-0001,03/06/2017,{'a' * 121},Arrested,42/1,", "Kind of incident", "room for 120"),
        ("ESX-0001,03/06/2017,Ass\x07ault,Arrested,42/1,", "Kind of incident", "cannot be read"),
        (f"{ROW},more", "", "beyond the last heading"),
    ],
)
def test_what_is_wrong_names_its_column(line: str, heading: str, words: str) -> None:
    found = problems(line)
    assert any(at == heading and words in said for at, said in found), found


def test_one_wrong_row_leaves_the_others_right() -> None:
    right, wrong, other = rows_of(ROW, "ESX-0001,yesterday,Assault,Arrested,42/1,", ROW)
    assert right.said
    assert other.said
    assert (wrong.said, wrong.number) == (None, 3)


def test_a_row_that_was_right_is_read_again_in_the_same_way() -> None:
    (row,) = rows_of(ROW)
    assert extracts.said_again(row.cells, today=TODAY) == row.said
    with pytest.raises(ValueError, match="wrong now"):
        extracts.said_again({**row.cells, "day": "never"}, today=TODAY)


@pytest.mark.parametrize(
    ("caller", "independent"),
    [
        ("victim", Independence.NO),
        ("Her", Independence.NO),
        ("family", Independence.NO),
        ("Neighbour", Independence.YES),
        ("police officer", Independence.YES),
        ("", Independence.UNSURE),
        ("unknown", Independence.UNSURE),
    ],
)
def test_whose_word_it_is_hangs_on_who_called_it_in(caller: str, independent: Independence) -> None:
    (row,) = rows_of(f"ESX-0001,03/06/2017,Assault,Arrested,42/1,{caller}")
    assert row.said
    assert extracts.independence_of(row.said) is independent


def test_an_extract_without_that_column_leaves_it_unsure() -> None:
    head = HEAD.removesuffix(",Called in by")
    (row,) = rows_of("ESX-0001,03/06/2017,Assault,Arrested,42/1", head=head)
    assert row.said
    assert extracts.independence_of(row.said) is Independence.UNSURE


def test_a_fact_says_the_day_first() -> None:
    (row,) = rows_of("ESX-0001,03/06/2017,Breach of bail.,No further action.,42/1,")
    assert row.said
    assert extracts.statement_of(row.said) == (
        "On 3 June 2017, as the police recorded it: Breach of bail. What was done: No further "
        "action. Crime reference 42/1."
    )
    assert extracts.topic_of(row.said.incident) is FactTopic.ORDERS


def test_hostile_words_are_kept_as_words() -> None:
    (row,) = rows_of("ESX-0001,03/06/2017,<script>alert(1)</script>,O'Brien; DROP TABLE,42/1,")
    assert row.said
    assert row.said.incident == "<script>alert(1)</script>"
    assert extracts.topic_of(row.said.incident) is FactTopic.OTHER
