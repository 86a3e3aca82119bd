"""How people write a telephone number or an e-mail address otherwise than it is recorded."""

import re
from random import Random

from tests.unit.web.outbound.unseen.forms_names import Form
from tests.unit.web.outbound.unseen.speech import digit_by_digit, with_doubles


def _bare(telephone: str) -> str:
    return re.sub(r"\D", "", telephone)


def grouped(rng: Random, telephone: str) -> str:
    digits = _bare(telephone)
    sizes = rng.choice(
        [[3, 4, 4], [4, 3, 4], [5, 6], [5, 2, 2, 2], [2, 2, 2, 2, 3], [4, 7], [5, 3, 3], [11]]
    )
    mark = rng.choice([" ", " ", "  "])
    groups, at = [], 0
    for size in sizes:
        groups.append(digits[at : at + size])
        at += size
    return mark.join(groups)


def separated(rng: Random, telephone: str) -> str:
    digits = _bare(telephone)
    mark = rng.choice(["-", ".", "/", " - ", "\N{EN DASH}", ", ", "_"])
    if rng.random() < 0.2:
        return mark.join(digits)
    return mark.join([digits[:5], digits[5:8], digits[8:]])


def country(rng: Random, telephone: str) -> str:
    rest = _bare(telephone)[1:]
    written = rest if rng.random() < 0.4 else f"{rest[:4]} {rest[4:7]} {rest[7:]}"
    before = [
        "+44",
        "+44 ",
        "0044",
        "0044 ",
        "+44 (0)",
        "+44(0)",
        "(+44) ",
        "44 ",
        "00 44 ",
        "+44-",
        "+ 44 ",
    ]
    return rng.choice(before) + written


def area_in_brackets(rng: Random, telephone: str) -> str:
    digits = _bare(telephone)
    size = rng.choice([3, 4, 5])
    opening, closing = rng.choice([("(", ")"), ("[", "]"), ("(", ")")])
    return f"{opening}{digits[:size]}{closing}{rng.choice([' ', ''])}{digits[size:]}"


def in_words(rng: Random, telephone: str) -> str:
    zero = rng.choice(["oh", "zero", "nought", "o"])
    said = digit_by_digit(telephone, zero)
    if rng.random() < 0.4:
        words = said.split()
        said = f"{' '.join(words[:5])}, {' '.join(words[5:8])}, {' '.join(words[8:])}"
    return said


def doubles(rng: Random, telephone: str) -> str:
    return with_doubles(telephone, rng.choice(["oh", "zero", "nought"]))


def words_and_digits(rng: Random, telephone: str) -> str:
    """Return some digits in words and the others as they are, as to evade a filter."""
    chosen = rng.sample("0123456789", 4)
    return " ".join(digit_by_digit(x, "zero") if x in chosen else x for x in _bare(telephone))


def no_first_zero(rng: Random, telephone: str) -> str:
    rest = _bare(telephone)[1:]
    return rng.choice([rest, f"{rest[:4]} {rest[4:]}"])


def label(rng: Random, telephone: str) -> str:
    digits = _bare(telephone)
    size = 5 if digits.startswith(("07", "016")) else 4
    return rng.choice([
        f"Area code: {digits[:size]} Number: {digits[size:]}", f"Tel:{telephone}",
        f"tel:+44{digits[1:]}",
        f"https://wa.me/44{digits[1:]}", f"STD {digits[:size]}\nNo. {digits[size:]}",
        f"Mob{digits}",
        f"{digits[:size]} then {digits[size:]}", f"| {digits[:size]} | {digits[size:]} |",
    ])  # fmt: skip


TELEPHONES: dict[str, Form] = {
    "digits grouped": grouped,
    "digits separated": separated,
    "country code": country,
    "area code in brackets": area_in_brackets,
    "digits in words": in_words,
    "doubles in words": doubles,
    "words and digits": words_and_digits,
    "no first zero": no_first_zero,
    "labels": label,
}


def at_and_dot(rng: Random, email: str) -> str:
    local, domain = email.split("@")
    at, dot = rng.choice([(" at ", " dot "), (" AT ", " DOT "), ("(at)", "(dot)"), (" at ", " . ")])
    return f"{local.replace('.', dot)}{at}{domain.replace('.', dot)}"


def bracketed_at(rng: Random, email: str) -> str:
    at = rng.choice(
        ["[at]", "(at)", " [at] ", "{at}", "<at>", " (a) ", "_at_", "-at-", "[@]", "(@)"]
    )
    return email.replace("@", at)


def only_at(rng: Random, email: str) -> str:
    return email.replace(
        "@", rng.choice([" at ", " @ ", "@ ", " @", " AT ", "\N{FULLWIDTH COMMERCIAL AT}"])
    )


def dot_only(rng: Random, email: str) -> str:
    return email.replace(".", rng.choice([" dot ", "[dot]", "(dot)", " . ", ". ", " ."]))


def spoken(rng: Random, email: str) -> str:
    local, domain = email.split("@")
    said = re.sub(r"\d", lambda m: f" {digit_by_digit(m[0], 'zero')} ", local).replace(
        "_", " underscore "
    )
    at = rng.choice([" at ", " at sign "])
    return " ".join(f"{said.replace('.', ' dot ')}{at}{domain.replace('.', ' dot ')}".split())


def wrapped(rng: Random, email: str) -> str:
    return rng.choice([
        f"mailto:{email}", f"<{email}>", f"mailto:{email}?subject=Hi", f"'{email}'",
        f"[{email}](mailto:{email})", f"{email};", email.replace("@", "%40"),
    ])  # fmt: skip


def label_email(rng: Random, email: str) -> str:
    local, domain = email.split("@")
    return rng.choice([
        f"user: {local} domain: {domain}", f"{local} (at the domain {domain})",
        f"| {local} | {domain} |", f"User name {local}, provider {domain}",
    ])  # fmt: skip


EMAILS: dict[str, Form] = {
    "at and dot": at_and_dot,
    "at in brackets": bracketed_at,
    "at in words": only_at,
    "dot in words": dot_only,
    "spoken": spoken,
    "link or quotes": wrapped,
    "labels": label_email,
}
