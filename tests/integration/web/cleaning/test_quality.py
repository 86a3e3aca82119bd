"""Duplicates by source and site are counted as the definitions under the tables say."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.identity import PartyRole
from drive.web.cleaning.actions import decide_row
from drive.web.cleaning.queries.quality import (
    InsightsLine,
    MaracLine,
    PeopleLine,
    insights_lines,
    marac_lines,
    people_lines,
)
from drive.web.cleaning.rules.states import DecisionReason, RowVerdict
from drive.web.organisations.models import Agency
from drive.web.people.actions import Mention, TypedPerson, mention_people
from drive.web.people.models import MatchCandidate, Merge, Person
from drive.web.referrals.actions import confirm_batch, import_list, read_batch
from tests.cast import NOW, Cast
from tests.factories.cleaning import read, row_of, small_list, typed
from tests.factories.lists import as_csv, row

pytestmark = pytest.mark.django_db


def mention(cast: Cast, marac: Agency, surname: str, *, source: str) -> Person:
    named = TypedPerson(
        forename="Alex", surname=surname, date_of_birth=date(1980, 1, 2), synthetic=True
    )
    mentions = [Mention(typed=named, role=PartyRole.PERPETRATOR, agency=marac, source_row="1")]
    return mention_people(mentions, source=source, by=cast.allocator, now=NOW)[0]


def line(source: str, site: str, **some: int) -> PeopleLine:
    counts = {"mentions": 0, "people": 0, "joined": 0, "merged": 0, "open_questions": 0} | some
    return PeopleLine(source=source, site=site, **counts)


def candidate(cast: Cast, one: Person, other: Person) -> MatchCandidate:
    first, second = sorted((one, other), key=lambda person: person.pk)
    return MatchCandidate.objects.create(
        one=first,
        other=second,
        one_mention=first.mentions.first(),
        other_mention=second.mentions.first(),
        recorded_at=NOW,
        recorded_by=cast.allocator,
    )


def test_who_joins_at_the_door_is_counted_where_he_came_again(cast: Cast) -> None:
    for source in ("Marac list", "Marac list", "entered by hand"):
        mention(cast, cast.essex_marac, "Synthetic", source=source)
    mention(cast, cast.west_sussex_marac, "Synthetic", source="Marac list")
    lines = people_lines(cast.allocator)
    assert sum(each.mentions for each in lines) == 4
    assert sum(each.joined for each in lines) == 2
    assert [(each.source, each.site, each.people) for each in lines] == [
        ("entered by hand", "Essex", 1),
        ("Marac list", "Essex", 1),
        ("Marac list", "West Sussex", 1),
    ]
    assert lines[2] == line("Marac list", "West Sussex", mentions=1, people=1)


def test_an_open_question_counts_in_each_line_that_it_touches(cast: Cast) -> None:
    one = mention(cast, cast.essex_marac, "Synthetic", source="Marac list")
    other = mention(cast, cast.essex_marac, "Synthetik", source="Marac list")
    elsewhere = mention(cast, cast.west_sussex_marac, "Synthetic", source="entered by hand")
    candidate(cast, one, other)
    candidate(cast, one, elsewhere)
    settled = candidate(cast, other, elsewhere)
    settled.state, settled.verdict = "settled", "different"
    settled.save()
    assert people_lines(cast.allocator) == [
        line("entered by hand", "West Sussex", mentions=1, people=1, open_questions=1),
        line("Marac list", "Essex", mentions=2, people=2, open_questions=2),
    ]


def test_a_merge_counts_the_record_that_no_longer_stands_for_itself(cast: Cast) -> None:
    one = mention(cast, cast.essex_marac, "Synthetic", source="Marac list")
    other = mention(cast, cast.essex_marac, "Synthetik", source="entered by hand")
    first, second = sorted((one, other), key=lambda person: person.pk)
    Merge.objects.create(
        one=first, other=second, rule="for this test", recorded_at=NOW, recorded_by=cast.allocator
    )
    other.survivor = one
    other.save(update_fields=["survivor"])
    assert people_lines(cast.allocator) == [
        line("entered by hand", "Essex", mentions=1, people=1, merged=1),
        line("Marac list", "Essex", mentions=1, people=1),
    ]


def test_rows_of_marac_lists_are_counted_also_after_they_were_saved(cast: Cast) -> None:
    for _ in range(2):
        content = as_csv([row(1), row(1), row(2)])
        batch = import_list(
            marac=cast.essex_marac, file_name="list.csv", content=content, today=NOW.date(),
            by=cast.coordinator, now=NOW,
        )  # fmt: skip
        batch = read_batch(batch=batch, by=cast.coordinator, now=NOW, today=NOW.date())
        if batch.rows.filter(state="ready").exists():
            confirm_batch(batch=batch, by=cast.coordinator, now=NOW, today=NOW.date())
    assert marac_lines(cast.allocator) == [
        MaracLine(site="Essex", rows=6, copy_in_list=1, already_heard=3, by_hand=0)
    ]


def test_rows_of_insights_lists_are_counted_by_site(cast: Cast) -> None:
    found = read(cast, [*small_list(), typed(6, site="Kent")])
    decide_row(
        row=row_of(found, 3), verdict=RowVerdict.SET_ASIDE, reason=DecisionReason.COPY, words="",
        by=cast.allocator, now=NOW,
    )  # fmt: skip
    nothing = {"early": 0, "copy": 0, "repeat": 0, "decided": 0, "set_aside": 0}
    by_site = {each.site: each for each in insights_lines(cast.allocator)}
    assert by_site["Essex"] == InsightsLine(
        site="Essex", rows=4, early=1, copy=1, repeat=1, decided=1, set_aside=1, stays=1
    )
    assert by_site["West Sussex"] == InsightsLine(site="West Sussex", rows=1, stays=1, **nothing)
    assert by_site[""] == InsightsLine(site="", rows=1, stays=0, **nothing)


def test_the_page_names_nobody_and_defines_what_it_counts(client: Client, cast: Cast) -> None:
    mention(cast, cast.essex_marac, "Surnamecanary", source="pilot")
    read(cast)
    client.force_login(cast.allocator)
    page = client.get(reverse("cleaning:data_quality")).content.decode()
    assert "The first year&#39;s records" in page
    assert "Joined at the door:" in page
    assert "Surnamecanary" not in page
    assert "Perp" not in page.replace("Perpetrator", "")


def test_whoever_may_not_see_rows_counts_none(cast: Cast) -> None:
    read(cast)
    assert insights_lines(cast.evaluator) == []
    assert marac_lines(cast.evaluator) == []
