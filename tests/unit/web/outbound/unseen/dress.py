"""How the same characters come dressed: case, blanks, look-alikes, marks, markup and transport."""

import html
import re
import unicodedata
from random import Random
from urllib.parse import quote, quote_plus

from tests.unit.web.outbound.unseen.forms_names import WORD, Form

_LATIN = "aceopxyisjABCEHIKMOPSTXY"
_ALIKE = (
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0455\u0458"
    "\u0410\u0412\u0421\u0415\u041d\u0406\u041a\u041c\u041e\u0420\u0405\u0422\u0425\u03a5"
)
_LETTERS = str.maketrans(_LATIN, _ALIKE)
_LEET = {"o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "l": "1"}
_DIGIT_ALIKE = {"0": ["O", "o"], "1": ["l", "I"], "5": ["S"], "8": ["B"]}
_INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]
_BLANKS = ["\u00a0", "\u2009", "\u202f", "\u3000", "\u2003"]
_FULL = {ord(x): ord(x) + 0xFEE0 for x in "0123456789"}
_FULL_ALL = {n: n + 0xFEE0 for n in range(0x21, 0x7F)}


def mixed_case(rng: Random, text: str) -> str:
    return "".join(x.upper() if rng.random() < 0.5 else x.lower() for x in text)


def lookalike_letters(rng: Random, text: str) -> str:
    if rng.random() < 0.5:
        return text.translate(_LETTERS)
    at = [n for n, x in enumerate(text) if x in _LATIN]
    chosen = set(rng.sample(at, min(2, len(at))))
    return "".join(x.translate(_LETTERS) if n in chosen else x for n, x in enumerate(text))


def lookalike_digits(rng: Random, text: str) -> str:
    digit = rng.choice(list(_DIGIT_ALIKE))
    return text.replace(digit, rng.choice(_DIGIT_ALIKE[digit]))


def digits_for_letters(rng: Random, text: str) -> str:
    """Return one letter of a word of five or more as the digit that looks like it: Harr0w."""
    words = [x for x in WORD.finditer(text) if len(x[0]) >= 5]
    at = [n for x in words for n in range(x.start() + 1, x.end()) if text[n] in _LEET]
    if not at:
        return text
    n = rng.choice(at)
    return text[:n] + _LEET[text[n]] + text[n + 1 :]


def maths_letters(rng: Random, text: str) -> str:
    """Return the letters of a "font" pasted from the web."""
    upper, lower, digit = rng.choice([(0x1D400, 0x1D41A, 0x1D7CE), (0x1D5D4, 0x1D5EE, 0x1D7EC)])
    made = []
    for x in text:
        if x.isascii() and x.isalnum():
            base, first = (
                (digit, "0") if x.isdigit() else (upper, "A") if x.isupper() else (lower, "a")
            )
            x = chr(base + ord(x) - ord(first))  # noqa: PLW2901
        made.append(x)
    return "".join(made)


def accents_dropped(rng: Random, text: str) -> str:
    plain = text.replace("ł", "l").replace("Ł", "L").replace("\u0131", "i")
    marks = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", "".join(x for x in marks if not unicodedata.combining(x)))


def accents_added(rng: Random, text: str) -> str:
    at = [n for n, x in enumerate(text) if x in "aeiouAEIOU"]
    if not at:
        return text
    n = rng.choice(at)
    mark = rng.choice("\u0300\u0301\u0302\u0308")
    return unicodedata.normalize("NFC", text[: n + 1] + mark + text[n + 1 :])


def struck(rng: Random, text: str) -> str:
    """Return the text underlined or struck through by combining marks, as in chats."""
    mark = rng.choice("\u0332\u0336")
    return "".join(x + mark if x != " " else x for x in text)


def _inside(rng: Random, text: str, marks: list[str]) -> str:
    """Return the text with one of the marks inside, at one to three places."""
    places = rng.sample(range(1, len(text)), min(rng.choice([1, 1, 2, 3]), len(text) - 1))
    for n in sorted(places, reverse=True):
        text = text[:n] + rng.choice(marks) + text[n:]
    return text


def zero_width(rng: Random, text: str) -> str:
    if rng.random() < 0.3:
        return rng.choice(_INVISIBLE).join(text)
    return _inside(rng, text, _INVISIBLE)


def blank_inside(rng: Random, text: str) -> str:
    words = list(re.finditer(r"[^\W_]{4,}", text))
    if not words:
        return text
    word = rng.choice(words)
    n = rng.randrange(word.start() + 1, word.end())
    return f"{text[:n]} {text[n:]}"


def letters_spaced(rng: Random, text: str) -> str:
    return rng.choice([" ", " ", ".", "-", "_"]).join(
        text.replace(" ", " " * rng.choice([0, 1, 2]))
    )


def at_a_blank(rng: Random, text: str, mark: str) -> str:
    """Return the text with the mark for one blank or for every blank."""
    at = [n for n, x in enumerate(text) if x == " "]
    if not at:
        return text
    n = rng.choice(at)
    return text[:n] + mark + text[n + 1 :] if rng.random() < 0.5 else text.replace(" ", mark)


def brackets(rng: Random, text: str) -> str:
    words = text.split(" ")
    n = rng.randrange(len(words))
    pair = rng.choice(["()", "[]", "()", "**", "__", "''", '""', "\u201c\u201d"])
    words[n] = f"{pair[0]}{words[n]}{pair[1]}"
    return " ".join(words)


def hyphenated(rng: Random, text: str) -> str:
    """Return a word broken at the end of a line, as a justified letter has it."""
    words = [x for x in WORD.finditer(text) if len(x[0]) >= 6]
    if not words:
        return text
    word = rng.choice(words)
    n = rng.randrange(word.start() + 2, word.end() - 2)
    return f"{text[:n]}{rng.choice(['-', chr(0x2010)])}\n{text[n:]}"


def tags_between(rng: Random, text: str) -> str:
    tag = rng.choice([("<b>", "</b>"), ("<span style='color:#333'>", "</span>"), ("<i>", "</i>")])
    words = text.split(" ")
    n = rng.randrange(len(words))
    words[n] = f"{tag[0]}{words[n]}{tag[1]}"
    return rng.choice([" ", "<br>", " ", "<br/>\n", "</p>\n<p>"]).join(words)


def tags_inside(rng: Random, text: str) -> str:
    return _inside(rng, text, ["<b></b>", "<span>", "<wbr>", "<!-- -->", "</font><font>"])


def entities(rng: Random, text: str) -> str:
    """Return named entities for what has one, or numbers for some or for all characters."""
    named = text.encode("ascii", "xmlcharrefreplace").decode()
    chosen = rng.choice(["some", "all", "hex", "blanks", "named"])
    if chosen == "all":
        return "".join(f"&#{ord(x)};" for x in text)
    if chosen == "hex":
        return "".join(f"&#x{ord(x):x};" if rng.random() < 0.3 else x for x in text)
    if chosen == "blanks" and " " in text:
        return html.escape(text).replace(" ", "&nbsp;")
    if chosen == "named" and named != text:
        return named
    return "".join(f"&#{ord(x)};" if rng.random() < 0.3 else x for x in text)


def soft_break(rng: Random, text: str) -> str:
    """Return a quoted-printable line that breaks within the text."""
    n = rng.randrange(1, len(text))
    return text[:n] + rng.choice(["=\n", "=\r\n"]) + text[n:]


def quoted_printable(rng: Random, text: str) -> str:
    """Return bytes outside ASCII, and some within it, as =C3=A2; blanks as =20 or as they are."""
    blank = rng.choice([" ", "=20"])

    def coded(x: str) -> str:
        if x == " ":
            return blank
        if x.isascii() and x != "=" and rng.random() >= 0.2:
            return x
        return "".join(f"={y:02X}" for y in x.encode())

    return "".join(coded(x) for x in text)


def url(rng: Random, text: str) -> str:
    return rng.choice([quote(text), quote_plus(text)])


def underscores(rng: Random, text: str) -> str:
    return at_a_blank(rng, text, "_")


SCRIPT: dict[str, Form] = {
    "upper case": lambda _, text: text.upper(),
    "lower case": lambda _, text: text.lower(),
    "mixed case": mixed_case,
    "look-alike letters": lookalike_letters,
    "look-alike digits": lookalike_digits,
    "digits for letters": digits_for_letters,
    "full-width digits": lambda _, text: text.translate(_FULL),
    "full-width throughout": lambda _, text: text.translate(_FULL_ALL),
    "mathematical letters": maths_letters,
    "accents dropped": accents_dropped,
    "accents added": accents_added,
    "struck through": struck,
    "decomposed": lambda _, text: unicodedata.normalize("NFD", text),
}
SPACING: dict[str, Form] = {
    "blanks doubled": lambda rng, text: at_a_blank(rng, text, "   "),
    "blanks dropped": lambda _, text: text.replace(" ", ""),
    "blank inside a word": blank_inside,
    "letters spaced": letters_spaced,
    "hyphens for blanks": lambda rng, text: at_a_blank(rng, text, "-"),
    "dots for blanks": lambda rng, text: at_a_blank(rng, text, "."),
    "underscores for blanks": underscores,
    "slashes for blanks": lambda rng, text: at_a_blank(rng, text, " / "),
    "brackets or quotes": brackets,
    "line break": lambda rng, text: at_a_blank(
        rng, text, rng.choice(["\n", "\r\n", " \n", "\n\n"])
    ),
    "quoted reply": lambda rng, text: at_a_blank(rng, text, rng.choice(["\n> ", "\n>> ", "\n| "])),
    "tab": lambda rng, text: at_a_blank(rng, text, "\t"),
    "other blanks": lambda rng, text: at_a_blank(rng, text, rng.choice(_BLANKS)),
    "zero width": zero_width,
    "soft hyphen": lambda rng, text: _inside(rng, text, ["\u00ad"]),
    "broken word": hyphenated,
}
TRANSPORT: dict[str, Form] = {
    "tags between": tags_between,
    "tags inside": tags_inside,
    "entities": entities,
    "soft break": soft_break,
    "quoted-printable": quoted_printable,
    "URL": url,
}
