"""Missing answers: what counts as missing, and which question lacks most."""

from collections import Counter
from datetime import date
from uuid import UUID

from drive.vocabulary.answers import ValueStatus
from drive.web.monitoring.rules.missing import Counted, most_missing, share_of, shares_by

SITE, OTHER = UUID(int=1), UUID(int=2)


def _cell(question: str, status: ValueStatus, count: int, **other) -> Counted:
    given = {"site": SITE, "month": date(2017, 1, 1)} | other
    return Counted(question=question, status=status, count=count, **given)


CELLS = [
    _cell("need_housing", ValueStatus.KNOWN, 6),
    _cell("need_housing", ValueStatus.NOT_ASKED, 3),
    _cell("need_housing", ValueStatus.NOT_CONTACTABLE, 1, site=OTHER),
    _cell("need_housing", ValueStatus.NOT_APPLICABLE, 5),
    _cell("engagement", ValueStatus.KNOWN, 2, month=date(2017, 2, 1)),
    _cell("contact_type", ValueStatus.NOT_YET_DUE, 2),
]


def test_what_does_not_apply_is_not_missing() -> None:
    share = share_of(CELLS)
    assert (share.asked, share.known, share.missing, share.percent_known) == (12, 8, 4, 66)
    assert share.reasons == Counter({ValueStatus.NOT_ASKED: 3, ValueStatus.NOT_CONTACTABLE: 1})


def test_the_question_with_most_missing_comes_first() -> None:
    assert [(name, share.missing) for name, share in most_missing(CELLS)] == [
        ("need_housing", 4),
        ("engagement", 0),
    ]


def test_shares_stand_by_site_and_by_month() -> None:
    by_site = shares_by(CELLS, lambda cell: cell.site)
    assert {site: share.missing for site, share in by_site.items()} == {SITE: 3, OTHER: 1}
    by_month = shares_by(CELLS, lambda cell: cell.month)
    assert by_month[date(2017, 2, 1)].percent_known == 100


def test_where_nothing_was_asked_nothing_is_missing() -> None:
    assert share_of([]).percent_known == 100
    assert most_missing([_cell("contact_type", ValueStatus.NOT_YET_DUE, 2)]) == []
