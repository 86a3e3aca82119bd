"""What the pages of cleaning say."""

from drive.web.cleaning.models import CleaningProposal, InsightsListRow
from drive.web.cleaning.presenters import lists, proposals, quality
from drive.web.cleaning.presenters.parts import lower_first, who_and_when
from drive.web.cleaning.queries.lists import SiteCounts, in_all
from drive.web.cleaning.queries.quality import PeopleLine
from drive.web.cleaning.rules.rows import cells_of
from drive.web.cleaning.rules.states import InsightsRowState
from tests.factories.cleaning import typed

NONE = dict.fromkeys(SiteCounts.__dataclass_fields__, 0) | {"site": ""}


def counts(**some: object) -> SiteCounts:
    return SiteCounts(**(NONE | some))


def test_a_row_names_who_where_and_when():
    text = who_and_when(cells_of(typed(1, victim_born="", closed_on="1/2/2017")))
    assert "Victim-survivor: Survivor1 Synthetic<br>no birth date" in text
    assert "Support from 15/09/2016<br>Support to 1/2/2017" in text
    assert who_and_when({}) == "Erased"


def test_a_name_is_escaped():
    assert "<b>" not in who_and_when(cells_of(typed(1, victim_forename="<b>")))


def test_only_how_many_answers_agree_is_said():
    said = proposals.answers_in_words
    assert said(CleaningProposal(answers_agree=8, answers_given=9)) == (
        "8 of the 9 answers that both give agree."
    )
    assert said(CleaningProposal(answers_agree=0, answers_given=0)) == (
        "There is no answer that both rows give."
    )
    assert said(CleaningProposal()) == ""


def test_it_is_said_that_the_row_that_stays_is_set_aside():
    row = InsightsListRow(number=4, state=InsightsRowState.SET_ASIDE)
    assert proposals.stays_no_longer(row) == "This row is set aside itself."
    row.state = InsightsRowState.STAYS
    assert proposals.stays_no_longer(row) == ""


def test_what_was_left_alone_meanwhile_is_said():
    rows = [InsightsListRow(number=1)]
    assert proposals.done_in_words(rows, 1) == "1 row is set aside. It can be taken back."
    assert proposals.done_in_words(rows, 3).endswith(
        "2 had been decided meanwhile and were left as they are."
    )


def test_the_rows_that_stay_are_told_apart_by_link():
    total = in_all([counts(site="Essex", stays=3, linked=2, not_linked=1), counts(stays=1)])
    assert (total.stays, total.linked, total.not_linked) == (4, 2, 1)
    texts = [row["value"]["text"] for row in lists.staying_rows(total)]
    assert texts[-3:] == ["4", "2", "1"]
    marked = lists.staying_rows(counts(not_linked=40, reconstructed=40))[-1]
    assert marked["value"]["text"] == "40, 40 of them marked as reconstructed"


def test_marac_keeps_its_capital():
    assert lower_first("Marac repeat") == "Marac repeat"
    assert lower_first("Heard before") == "heard before"


def test_each_column_of_the_quality_page_is_defined():
    line = PeopleLine(
        source="Marac list", site="Essex", mentions=1_200, people=2, joined=3, merged=4,
        open_questions=5,
    )  # fmt: skip
    table = quality.people_table([line])
    assert [cell["text"] for cell in table["rows"][0]] == [
        "Marac list", "Essex", "1,200", "2", "3", "4", "5",
    ]  # fmt: skip
    assert len(quality.PEOPLE_WORDS) == 5
