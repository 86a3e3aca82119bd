"""Numbers and letters that are written as words: "double seven", "sierra alpha one"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drive.web.outbound.rules.scanning.likeness import as_letters
from drive.web.outbound.rules.scanning.reading import Token
from drive.web.outbound.rules.scanning.words import (
    DIGITS,
    REPEATS,
    SPOKEN_LETTERS,
    TEENS,
    TENS,
    WELSH_DIGITS,
)

_NUMBER_WORDS = frozenset((*DIGITS, *TEENS, *TENS, *REPEATS))


def in_figures(tokens: Sequence[Token]) -> list[Token] | None:
    """Return the tokens with number words and spelling words in figures; None if there are none."""
    found: list[Token] = []
    at, changed = 0, False
    tokens = list(_whole_words(tokens))
    while at < len(tokens):
        text, used = _figure(tokens, at)
        if used:
            changed = True
            found.append(replace(tokens[at], text=text, end=tokens[at + used - 1].end))
            at += used
        else:
            found.append(tokens[at])
            at += 1
    return found if changed else None


def _whole_words(tokens: Sequence[Token]) -> Iterator[Token]:
    """Put together number words that look-alikes or the end of a line took apart."""
    at = 0
    while at < len(tokens):
        word, used = _number_word(tokens, at)
        if used > 1:
            yield replace(tokens[at], text=word, end=tokens[at + used - 1].end)
        else:
            yield tokens[at]
        at += used


def _number_word(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    joined = tokens[at].text
    for used in range(2, 5):
        if at + used > len(tokens):
            break
        last = tokens[at + used - 1]
        if last.between and not (last.between.startswith("-") and "\n" in last.between):
            break
        joined += last.text
        for word in (as_letters(joined), as_letters(joined.replace("1", "l"))):
            if not joined.isdigit() and word in _NUMBER_WORDS:
                return word, used
    return tokens[at].text, 1


def _figure(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the figure that begins at a token, and how many tokens it takes; none if 0."""
    word = tokens[at].text
    if word == "x" and _text(tokens, at + 1) == "ray":
        return "x", 2
    if word in REPEATS:
        return _repeated(tokens, at)
    if word in TENS:
        unit = DIGITS.get(_text(tokens, at + 1), "0")
        return _perhaps_hundred(tokens, at, TENS[word] + int(unit), 1 if unit == "0" else 2)
    if word in TEENS:
        return _perhaps_hundred(tokens, at, TEENS[word], 1)
    if word in DIGITS:
        return _with_hundreds(tokens, at)
    if word in SPOKEN_LETTERS and (_spells(tokens, at - 1) or _spells(tokens, at + 1)):
        return SPOKEN_LETTERS[word], 1
    if word in WELSH_DIGITS and (_counts(tokens, at - 1) or _counts(tokens, at + 1)):
        return WELSH_DIGITS[word], 1
    return "", 0


def _perhaps_hundred(tokens: Sequence[Token], at: int, number: int, used: int) -> tuple[str, int]:
    if _text(tokens, at + used) == "hundred":
        return f"{number}00", used + 1
    return str(number), used


def _repeated(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    following = _text(tokens, at + 1)
    digit = DIGITS.get(following, following)
    if len(digit) == 1 and (digit.isdigit() or digit == "o"):
        return digit.replace("o", "0") * REPEATS[tokens[at].text], 2
    if following in SPOKEN_LETTERS or len(following) == 1:
        return SPOKEN_LETTERS.get(following, following) * REPEATS[tokens[at].text], 2
    return "", 0


def _with_hundreds(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    digit = DIGITS[tokens[at].text]
    if _text(tokens, at + 1) != "hundred":
        return digit, 1
    used = 3 if _text(tokens, at + 2) == "and" else 2
    rest, more = _figure(tokens, at + used) if at + used < len(tokens) else ("", 0)
    if used == 3 and more and len(rest) <= 2:
        return f"{digit}{int(rest):02d}", used + more
    return f"{digit}00", 2


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _spells(tokens: Sequence[Token], at: int) -> bool:
    text = _text(tokens, at)
    return bool(text) and (
        text in SPOKEN_LETTERS
        or text in DIGITS
        or text in REPEATS
        or len(text) == 1
        or text.isdigit()
    )


def _counts(tokens: Sequence[Token], at: int) -> bool:
    text = _text(tokens, at)
    return text in WELSH_DIGITS or text.isdigit()
