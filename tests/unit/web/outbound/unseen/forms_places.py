"""How people write a school, a surgery, a place of work or a refuge otherwise."""

import re
from random import Random

from tests.unit.web.outbound.unseen.forms_names import Form, apostrophe

_ENDS = {
    "School", "Primary", "Catholic", "RC", "CofE", "Junior", "Infant", "First", "Academy",
    "Church", "of", "England", "Surgery", "Practice", "Medical", "Centre", "Health", "Family",
    "Ltd", "LLP", "Company", "Services", "Refuge", "Women's", "Aid",
}  # fmt: skip
_STREETS = {"Lane", "Road", "Gate", "Bridge", "Row", "Park", "Walk", "Yard", "Hill", "Street"}
_SHORT = {
    "School": ["Sch", "Sch."], "Primary": ["Prim", "Pri", "Prim."], "Junior": ["Jnr", "Jun."],
    "Infant": ["Inf", "Infants'"], "Academy": ["Acad", "Acad."], "Catholic": ["RC"],
    "CofE": ["C of E", "CE", "C.E.", "Church of England"], "RC": ["Catholic", "R.C."],
    "Church of England": ["CofE", "C of E"], "Centre": ["Ctr", "Center"],
    "Medical": ["Med", "Med."],
    "Surgery": ["Surg", "Surgy"], "House": ["Hse", "Ho."], "Ltd": ["Limited", "Ltd."],
    "Company": ["Co", "Co."], "Refuge": ["Ref."], "Practice": ["Prac"], "Lodge": ["Ldge"],
    "Health": ["Hlth"], "Street": ["St"], "Court": ["Ct"], "Ysgol": ["Ysg.", "Ysg"],
}  # fmt: skip


def core(place: str) -> list[str]:
    """Return the words that make the place known: without "Primary School", "Ltd", a bracket."""
    words = re.sub(r" \(.*\)", "", place).split()
    while len(words) > 1 and words[-1] in _ENDS:
        words.pop()
    return words


def abbreviation(rng: Random, place: str) -> str | None:
    written = place
    for full, short in _SHORT.items():
        written = re.sub(rf"\b{full}\b", rng.choice(short), written)
    return written if written != place else None


def ampersand(rng: Random, place: str) -> str | None:
    if " & " in place:
        return place.replace(" & ", rng.choice([" and ", " + ", " n ", "&", " &amp; "]))
    return place.replace(" and ", rng.choice([" & ", " + ", " n "])) if " and " in place else None


def article(rng: Random, place: str) -> str | None:
    return place.removeprefix("The ") if place.startswith("The ") else None


def saint_dropped(rng: Random, place: str) -> str | None:
    bare = re.sub(r"^(?:St|Saint) ", "", place)
    if bare == place:
        return None
    kept = " ".join(core(place)[1:])
    return rng.choice([bare, f"{kept} primary school", f"{kept} school", f"{kept} Primary"])


def saint_otherwise(rng: Random, place: str) -> str | None:
    rest = re.sub(r"^(?:St|Saint) ", "", place)
    before = ["St.", "St. ", "Saint ", "St ", "S. ", "Snt "]
    chosen = [x for x in before if not place.startswith(x)]
    return rng.choice(chosen) + rest if rest != place else None


def saint_alone(rng: Random, place: str) -> str | None:
    """Return only the saint: St Brigid's, St Brigids."""
    kept = " ".join(core(place))
    if not re.match(r"(?:St|Saint|Our Lady) ", kept):
        return None
    return rng.choice([kept, kept.replace("'", ""), f"{kept} school", f"{kept} RC"])


def school_short(rng: Random, place: str) -> str | None:
    words = core(place)
    if place.startswith(("Ysgol", "Gaelscoil")):
        bare = " ".join(x for x in words[1:] if x not in {"Gynradd", "Gyfun"})
        return rng.choice(
            [f"Ysgol {bare}", f"{bare} school", f"{bare} Primary", f"Ysgol {bare} School"]
        )
    kept = " ".join(words)
    ends = (
        ["school", "primary", "School", "juniors"]
        if "Infant" not in place
        else ["infants", "school"]
    )
    alone = len(words) > 1 and words[-1] not in _STREETS
    return kept if alone and rng.random() < 0.4 else f"{kept} {rng.choice(ends)}"


def doctors(rng: Random, place: str) -> str | None:
    """Return the surgery by the doctor's name: Dr Anstey's surgery, Doctor Anstey."""
    found = re.match(r"Dr (\w+?)(?:'s)?\b", place)
    if not found:
        return None
    name = found[1]
    return rng.choice([
        f"Dr {name}'s surgery", f"Dr {name}", f"Doctor {name}'s surgery", f"Dr. {name}'s practice",
        f"{name}'s surgery", f"the surgery of Dr {name}", f"Doctor {name}",
        f"Drs {name} and others",
        f"the {name} practice", f"GP {name}", f"Dr {name} (GP)",
    ])  # fmt: skip


def surgery_short(rng: Random, place: str) -> str | None:
    if place.startswith("Dr "):
        return None
    words = core(place)
    if place.startswith("Meddygfa"):
        return rng.choice(
            [f"{' '.join(words[1:])} surgery", f"Meddygfa {' '.join(words[1:])}, the GP"]
        )
    ends = [
        "surgery",
        "practice",
        "Medical",
        "doctors",
        "health centre",
        "GP surgery",
        "med centre",
    ]
    return f"{' '.join(words).removeprefix('The ')} {rng.choice(ends)}"


def short_name(rng: Random, place: str) -> str | None:
    """Return the short name of a refuge or a firm, where it has two words or more."""
    words = core(place)
    kept = " ".join(words)
    return kept if len(words) > 1 and kept != place else None


def refuge_added(rng: Random, place: str) -> str:
    kept = " ".join(core(place))
    ends = [" refuge", " women's refuge", " - the refuge"]
    return rng.choice([f"refuge ({kept})", f"the refuge {kept}", *(kept + end for end in ends)])


def cells(rng: Random, place: str) -> str:
    words = place.split()
    at = rng.randrange(1, len(words))
    one, two = " ".join(words[:at]), " ".join(words[at:])
    return rng.choice([f"| {one} | {two} |", f'"{one}","{two}"', f"{one}\t{two}", f"{one};{two}",
                       f"<td>{one}</td><td>{two}</td>", f"{one}\n- {two}"])  # fmt: skip


def hash_or_handle(rng: Random, place: str) -> str:
    bare = re.sub(r"[^\w ]", "", place)
    joined, low = bare.replace(" ", ""), bare.lower()
    named = [f"#{joined}", f"@{low.replace(' ', '_')}", low.replace(" ", "-")]
    return rng.choice([*named, f"www.{joined.lower()}.example.org"])


def spoken(rng: Random, place: str) -> str:
    said = place.replace("&", "and").replace("St ", "saint ").replace("Dr ", "doctor ")
    return re.sub(r"[^\w ]", "", said).lower()


_ALL: dict[str, Form] = {
    "abbreviation": abbreviation,
    "ampersand": ampersand,
    "article": article,
    "apostrophe": apostrophe,
    "table or CSV": cells,
    "file name or handle": hash_or_handle,
    "spoken": spoken,
}
SCHOOLS: dict[str, Form] = {
    **_ALL,
    "saint dropped": saint_dropped,
    "saint otherwise": saint_otherwise,
    "saint alone": saint_alone,
    "short name": school_short,
}
SURGERIES: dict[str, Form] = {**_ALL, "doctor's name": doctors, "short name": surgery_short}
WORKPLACES: dict[str, Form] = {**_ALL, "short name": short_name}
REFUGES: dict[str, Form] = {**_ALL, "short name": short_name, "the word refuge": refuge_added}
