"""Other ways to read the same tokens: words in mixed case, words spelt with spaced letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drive.web.outbound.rules.scanning.likeness import as_letters
from drive.web.outbound.rules.scanning.reading import Token
from drive.web.outbound.rules.scanning.spoken import in_figures

_BROKEN = re.compile(r"[-\u2010\u2011\u00ad]\s*\n[\s>|]*$")
_AROUND = 60
"""So many tokens are read again on either side of what is read otherwise."""
_LEAST_LETTERS = 4
"""So many single letters in a row are a word that is spelt; fewer may be initials."""


def ways_to_read(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Return the tokens as they are, and for each other way the places where it is another."""
    yield tokens
    yield from _figured(tokens)
    for way in (_in_whole_words, _unbroken, _spelt_together, _without_digits):
        for part in _where_changed(tokens, way(tokens)):
            yield part
            yield from _figured(part)


def _figured(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    figures = in_figures(tokens)
    if figures is not None:
        yield from _where_changed(tokens, figures)


def _where_changed(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Return the parts of a reading that hold something new, with what stands around it."""
    known = {id(token) for token in before}
    first = last = -1
    for place, token in enumerate(after):
        if id(token) in known:
            continue
        if last >= 0 and place - last > 2 * _AROUND:
            yield after[max(0, first - _AROUND) : last + _AROUND + 1]
            first = place
        first = place if last < 0 else first
        last = place
    if last >= 0:
        yield after[max(0, first - _AROUND) : last + _AROUND + 1]


def _in_whole_words(tokens: Sequence[Token]) -> list[Token]:
    """Put together what a capital inside a word took apart: "niGHtinGALE" is one word."""
    found: list[Token] = []
    for token in tokens:
        if found and not token.between and found[-1].text.isalpha() and token.text.isalpha():
            found[-1] = _joined([found[-1], token])
        else:
            found.append(token)
    return found


def _unbroken(tokens: Sequence[Token]) -> list[Token]:
    """Put together what the end of a line took apart."""
    found: list[Token] = []
    for token in tokens:
        is_rest = found and not token.capital and _BROKEN.match(token.between)
        if is_rest and found[-1].text.isalpha() and token.text.isalpha():
            found[-1] = _joined([found[-1], token])
        else:
            found.append(token)
    return found


def _spelt_together(tokens: Sequence[Token]) -> list[Token]:
    """Put together letters that stand apart; a wider gap or a capital begins a new word."""
    found: list[Token] = []
    letters: list[Token] = []
    for token in (*tokens, None):
        if token and len(token.text) == 1 and token.text.isalpha():
            letters.append(token)
            continue
        found += _words_of(letters) if len(letters) >= _LEAST_LETTERS else letters
        letters = []
        if token:
            found.append(token)
    return found


def _without_digits(tokens: Sequence[Token]) -> list[Token]:
    """Read digits inside a word as the letters that they look like: "pr4ctice"."""
    found: list[list[Token]] = []
    for token in tokens:
        if found and not token.between and token.text.isalnum():
            found[-1].append(token)
        else:
            found.append([token])
    return [each for word in found for each in (_lettered(word) if len(word) > 1 else word)]


def _lettered(word: list[Token]) -> list[Token]:
    text = "".join(each.text for each in word)
    digits = sum(each.isdigit() for each in text)
    if not digits or len(text) < 2 * digits + _LEAST_LETTERS - 1:
        return word
    return [replace(_joined(word), text=as_letters(text))]


def _words_of(letters: Sequence[Token]) -> Iterator[Token]:
    narrow = min(each.gap for each in letters[1:])
    word = [letters[0]]
    for before, letter in pairwise(letters):
        if letter.gap > narrow or (letter.capital and not before.capital):
            yield _joined(word)
            word = []
        word.append(letter)
    yield _joined(word)


def _joined(word: Sequence[Token]) -> Token:
    return replace(
        word[0],
        text="".join(each.text for each in word),
        end=word[-1].end,
        capital=any(each.capital for each in word),
        shouted=all(each.shouted or (len(each.text) == 1 and each.capital) for each in word),
    )
