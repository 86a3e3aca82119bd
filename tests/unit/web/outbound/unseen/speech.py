"""Letters and digits as they are said: on the telephone, by the police, on a voicemail."""

from random import Random

DIGITS = "zero one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NATO = (
    "Alpha Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliet Kilo Lima Mike November Oscar "
    "Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu"
).split()


def number(value: int) -> str:
    """Return a house number in words, below one thousand."""
    if value >= 100:
        rest = f" and {number(value % 100)}" if value % 100 else ""
        return f"{DIGITS[value // 100]} hundred{rest}"
    if value >= 20:
        unit = f"-{DIGITS[value % 10]}" if value % 10 else ""
        return _TENS[value // 10 - 2] + unit
    return _TEENS[value - 10] if value >= 10 else DIGITS[value]


def digit_by_digit(text: str, zero: str) -> str:
    """Return every digit as a word; other characters stay away."""
    return " ".join(zero if x == "0" else DIGITS[int(x)] for x in text if x.isdigit())


def with_doubles(text: str, zero: str) -> str:
    """Return digits as the British say them: double seven, double oh."""
    digits = [x for x in text if x.isdigit()]
    said, at = [], 0
    while at < len(digits):
        word = zero if digits[at] == "0" else DIGITS[int(digits[at])]
        twice = at + 1 < len(digits) and digits[at + 1] == digits[at]
        said.append(f"double {word}" if twice else word)
        at += 2 if twice else 1
    return " ".join(said)


def spelt(text: str, rng: Random) -> str:
    """Return letters apart and digits in words: c m two nine oh a a."""
    zero = rng.choice(["zero", "oh", "nought"])
    said = [(zero if x == "0" else DIGITS[int(x)]) if x.isdigit() else x for x in text if x != " "]
    return " ".join(said)


def nato(text: str) -> str:
    """Return the police's alphabet: Charlie Mike two nine."""
    return " ".join(
        DIGITS[int(x)] if x.isdigit() else _NATO[ord(x.upper()) - 65] for x in text if x.isalnum()
    )
