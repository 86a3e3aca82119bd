from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation.chain import BEGINNING, Head, Link, append, check, extend, head_of

KEY = b"k" * 32
EMPTY = Head(0, BEGINNING)
rows = st.lists(
    st.fixed_dictionaries(
        {"unit": st.text(max_size=5), "position": st.integers(), "arm": st.sampled_from("dc")}
    ),
    min_size=2,
    max_size=12,
)


def sealed(given_rows: list[dict[str, Any]]) -> list[Link]:
    return extend(given_rows, after=EMPTY, key=KEY)


@given(given_rows=rows, at=st.integers(0, 11))
def test_an_honest_log_agrees_with_every_head_published_of_it(
    given_rows: list[dict[str, Any]], at: int
) -> None:
    links = sealed(given_rows)
    heads = [EMPTY, head_of(links[:at]), head_of(links)]
    assert check(links, key=KEY, heads=heads).agrees


@given(given_rows=rows, data=st.data())
def test_an_altered_row_is_found_and_named(
    given_rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    links = sealed(given_rows)
    at = data.draw(st.integers(0, len(links) - 1))
    forged = links[at].row | {"arm": "forged"}
    links[at] = Link(links[at].number, forged, links[at].seal)
    found = check(links, key=KEY, heads=[head_of(links)])
    assert found.problems == (
        f"Row {at + 1} is not what was sealed, or the row before it is another.",
    )


@given(given_rows=rows, renumbered=st.booleans(), data=st.data())
def test_a_deleted_row_is_found(
    given_rows: list[dict[str, Any]], renumbered: bool, data: st.DataObject
) -> None:
    links = sealed(given_rows)
    head = head_of(links)
    del links[data.draw(st.integers(0, len(links) - 1))]
    if renumbered:
        links = [Link(number, each.row, each.seal) for number, each in enumerate(links, start=1)]
    assert not check(links, key=KEY, heads=[head]).agrees


@given(given_rows=rows, renumbered=st.booleans(), data=st.data())
def test_an_inserted_row_is_found(
    given_rows: list[dict[str, Any]], renumbered: bool, data: st.DataObject
) -> None:
    links = sealed(given_rows)
    head = head_of(links)
    at = data.draw(st.integers(0, len(links)))
    links.insert(at, Link(at + 1, {"unit": "mine"}, data.draw(st.sampled_from(links)).seal))
    if renumbered:
        links = [Link(number, each.row, each.seal) for number, each in enumerate(links, start=1)]
    assert not check(links, key=KEY, heads=[head]).agrees


@given(given_rows=rows, renumbered=st.booleans(), data=st.data())
def test_reordered_rows_are_found(
    given_rows: list[dict[str, Any]], renumbered: bool, data: st.DataObject
) -> None:
    links = sealed(given_rows)
    head = head_of(links)
    one, other = data.draw(
        st.lists(st.integers(0, len(links) - 1), min_size=2, max_size=2, unique=True)
    )
    links[one], links[other] = links[other], links[one]
    if renumbered:
        links = [Link(number, each.row, each.seal) for number, each in enumerate(links, start=1)]
    assert not check(links, key=KEY, heads=[head]).agrees


@given(given_rows=rows, data=st.data())
def test_a_tail_cut_behind_a_published_head_is_found(
    given_rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    links = sealed(given_rows)
    head = head_of(links)
    kept = data.draw(st.integers(0, len(links) - 1))
    found = check(links[:kept], key=KEY, heads=[head])
    assert found.problems == (
        f"The log had {head.count} rows when its head was published; {kept} are left.",
    )


@given(given_rows=rows)
def test_a_log_written_anew_by_somebody_with_the_key_does_not_bear_the_published_seal(
    given_rows: list[dict[str, Any]],
) -> None:
    head = head_of(sealed(given_rows))
    forged = sealed([row | {"arm": "forged"} for row in given_rows])
    found = check(forged, key=KEY, heads=[head])
    assert found.problems == (f"Row {head.count} does not bear the seal that was published.",)


def test_another_key_opens_nothing() -> None:
    links = sealed([{"unit": "a"}])
    assert not check(links, key=b"x" * 32, heads=[]).agrees


def test_a_short_key() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        append({}, after=EMPTY, key=b"short")
