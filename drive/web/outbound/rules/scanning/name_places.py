"""Whether what reads like a name is that name where it stands, or a word, or somebody else."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from drive.web.outbound.rules.scanning.likeness import fold, same_name
from drive.web.outbound.rules.scanning.name_parts import Name
from drive.web.outbound.rules.scanning.patterns import Span
from drive.web.outbound.rules.scanning.reading import Token
from drive.web.outbound.rules.scanning.words import (
    FULL_NAMES,
    GENERIC,
    HER_TITLES,
    MONTHS,
    ORDINARY,
    OTHER_TITLES,
    TYPE_OF,
    WORDLIKE,
)

_SHORT, _SHORTEST = 7, 5
_AFTER_TITLE = 5
_PLACES = frozenset(TYPE_OF) | GENERIC["school"] | GENERIC["gp"]


def as_whole(tokens: Sequence[Token], span: Span, *, whole: str) -> Span | None:
    """Take a name that has a slip only with capitals if it is short: "to lee" is not Jo Lee.

    Nor is an ordinary word a slip of part of a longer one: "Babatunde this" is not Babatunde Tolu.
    """
    run = tokens[span.first : span.last + 1]
    if fold("".join(each.text for each in run)) == whole:
        return span
    is_word = any(_is_ordinary(each) and fold(each.text) not in whole for each in run)
    is_word |= run[0].is_number or run[-1].is_number
    is_short = len(whole) <= _SHORT and not all(each.capital for each in run)
    return None if is_word or is_short else span


def name_then_initials(tokens: Sequence[Token], span: Span) -> Span | None:
    """Take "Jo L." but not "jol"."""
    run = tokens[span.first : span.last + 1]
    is_name = len(run) > 1 and run[0].capital and run[-1].capital and len(run[-1].text) == 1
    return span if is_name else None


def only_initials(tokens: Sequence[Token], span: Span) -> Span | None:
    """Take "S. R." and "S R-J", but neither "A&E" nor a word."""
    run = tokens[span.first : span.last + 1]
    are_letters = all(len(each.text) == 1 and each.capital for each in run)
    together = all(each.gap in (1, 2) for each in run[1:])
    beside = (
        *tokens[max(0, span.first - 1) : span.first],
        *tokens[span.last + 1 : span.last + 2],
    )
    if not (are_letters and together and len(run) > 1) or [run[0].text, run[1].text] == ["a", "e"]:
        return None
    return None if any(len(each.text) == 1 and each.capital for each in beside) else span


def _is_ordinary(token: Token) -> bool:
    """Whether it is an ordinary word, with a capital only where a line begins."""
    return token.text in ORDINARY and (not token.capital or "\n" in token.between)


def two_capitals(
    tokens: Sequence[Token], span: Span, *, whole: str, initials: Collection[str]
) -> Span | None:
    """Take "A Price" but neither "a price" nor one word that happens to read so."""
    run = tokens[span.first : span.last + 1]
    is_dotted = len(run) > 1 and len(run[0].text) == 1 and run[1].between.startswith(".")
    if len(run) < 2 or _numbers_a_line(run[-1]) or not (is_dotted or _begins_with_capitals(run)):
        return None
    if fold("".join(each.text for each in run)) != whole and not _has(run, initials):
        return None
    is_sentence = len(run) == 2 and any(each.text in ORDINARY - {"a", "i"} for each in run)
    has_initial = min(len(run[0].text), len(run[-1].text)) <= 2
    return span if has_initial and not is_sentence else None


def _numbers_a_line(token: Token) -> bool:
    """Whether it belongs to the number of a line below: "[C12]"."""
    return "\n" in token.between and "[" in token.between


def _begins_with_capitals(run: Sequence[Token]) -> bool:
    """Whether a capital begins the initial and the surname: "T Ng uyen", "Nguyen T"."""
    second = run[1] if len(run[0].text) == 1 else run[-1]
    return run[0].capital and second.capital


def _has(run: Sequence[Token], initials: Collection[str]) -> bool:
    """Whether the initials at one end are right: in one letter a slip makes somebody else."""
    words = [each.text for each in run]
    ends = (words[:1], words[:2], words[-1:], words[-2:])
    return any("".join(end) in initials for end in ends)


def alone_as_first(tokens: Sequence[Token], span: Span, *, name: Name, exact: str) -> Span | None:
    """Take a first name by itself, unless it is a word or belongs to somebody else's name."""
    run = tokens[span.first : span.last + 1]
    text = "".join(token.text for token in run)
    is_word = text in WORDLIKE or text in ORDINARY
    is_slip = fold(text) != exact
    if not _is_one_word(run) or text in MONTHS or text.isdigit():
        return None
    if not run[0].capital and (is_word or is_slip):
        return None
    if is_slip and (text in FULL_NAMES or is_word or not _is_close(text, exact)):
        return None
    before, after = _beside(tokens, span)
    is_owned = after is not None and after.text == "s" and after.between != " "
    if is_word and name.surname and not is_owned and _begins_a_sentence(tokens, span.first):
        return None
    is_anothers = (
        (before is not None and before.text in OTHER_TITLES)
        or _is_another(after, name)
        or _is_first_name(before, name)
        or _begins_an_email(tokens, span)
    )
    return None if is_anothers else span


def alone_as_last(tokens: Sequence[Token], span: Span, *, name: Name, exact: str) -> Span | None:
    """Take a surname by itself, unless it is a word, a place, or somebody else's."""
    run = tokens[span.first : span.last + 1]
    text = "".join(token.text for token in run)
    before, after = _beside(tokens, span)
    if text.isdigit() or not _is_close(text, exact):
        return None
    if before and before.text in HER_TITLES:
        return Span(span.first - 1, span.last, span.why)
    if not _is_one_word(run) or (before and before.text in OTHER_TITLES):
        return None
    is_word = text in WORDLIKE or text in ORDINARY
    if fold(text) != exact and (len(exact) < 6 or not run[0].capital or text in FULL_NAMES):
        return None
    if is_word or (not run[0].capital and len(exact) < 5):
        return None
    is_anothers = (
        (after is not None and after.text in _PLACES)
        or _is_first_name(before, name)
        or _is_first_name(after, name)
        or _is_initial(before, name)
        or _is_joined(after, name)
        or _is_joined(run[0], name, before)
        or _is_another(before, name)
    )
    return None if is_anothers else span


def _begins_an_email(tokens: Sequence[Token], span: Span) -> bool:
    """Whether it is joined to somebody's surname before the @: "aga.uttley@example.org"."""
    after = tokens[span.last + 1 : span.last + 3]
    return len(after) == 2 and after[0].between in (".", "_", "-") and after[1].between == "@"


def _is_close(text: str, exact: str) -> bool:
    """Whether a name by itself is near enough: a short one only with two letters swapped."""
    return len(exact) > _SHORTEST or sorted(fold(text)) == sorted(exact)


def _is_joined(token: Token | None, name: Name, *before: Token | None) -> bool:
    """Whether a hyphen joins what is no part of the name: Lee-Anne is not Lee."""
    other = before[0] if before else token
    return bool(
        token
        and other
        and token.between in ("-", "\u2010", "\u2013")
        and other.capital
        and not any(same_name(other.text, each) for each in name.parts)
    )


def _is_one_word(run: Sequence[Token]) -> bool:
    """Whether tokens are one word, perhaps written with a space after every letter."""
    return (
        len(run) == 1
        or all(len(token.text) == 1 for token in run)
        or all(token.gap == 0 for token in run[1:])
    )


def _beside(tokens: Sequence[Token], span: Span) -> tuple[Token | None, Token | None]:
    """Return the words before and after, where nothing but a space or a full stop lies between."""
    before = tokens[span.first - 1] if span.first else None
    after = tokens[span.last + 1] if span.last + 1 < len(tokens) else None
    if before:
        is_title = before.text in OTHER_TITLES | HER_TITLES
        wide = _AFTER_TITLE if is_title else 2 if len(before.text) == 1 else 1
        before = before if tokens[span.first].gap <= wide else None
    after = after if after and after.gap <= 1 else None
    return before, after


def _is_another(token: Token | None, name: Name) -> bool:
    """Whether a capital beside a name makes it the name of somebody else."""
    return bool(
        token
        and token.capital
        and not token.shouted
        and len(token.text) > 1
        and token.text not in ORDINARY | HER_TITLES
        and not any(same_name(token.text, part) for part in name.parts)
    )


def _is_first_name(token: Token | None, name: Name) -> bool:
    return bool(
        token
        and token.text in FULL_NAMES
        and (token.capital or token.text not in WORDLIKE)
        and token.text not in ORDINARY
        and not any(same_name(token.text, part) for part in name.parts)
    )


def _is_initial(token: Token | None, name: Name) -> bool:
    return bool(token and token.capital and len(token.text) == 1 and token.text != name.first[:1])


def _begins_a_sentence(tokens: Sequence[Token], place: int) -> bool:
    return place == 0 or any(sign in ".!?:\n" for sign in tokens[place].between)
