"""Ordinary text of casework, made of parts: what must pass without a word from the scanner."""

from __future__ import annotations

import random
from pathlib import Path

_FIRST = """
Gareth Rhian Tomos Bethan Dylan Carys Ieuan Lowri Owen Ffion Marcus Kelly Darren Tracey Wayne
Shirley Imran Aisha Pawel Agnieszka Tunde Ngozi Leanne Craig Hayley Jason Gemma Lee-Anne Scott
Donna Vijay Priya Callum Abigail Sean Niamh Hannah Toby Esther Ralph
""".split()
_LAST = """
Evans Morgan Griffiths Bevan Prosser Smith Taylor Brown Wilson Patel Hussain Okafor Wisniewski
Turner Cooper Ward Bailey Kaur Ahmed Price Walters Jenkins Pritchard Edwards Lewis Turnbull
Hargreaves Dunn Fenwick Oakes Pemberton
""".split()
_STREETS = """
Victoria Road|Station Approach|Bryn Road|Oxford Street|Queensway|The Parade|Mumbles
Road|Marine Drive|Cathedral Road|Newport Road|Heol Las|Stryd Fawr|London Road|North
Hill|Mersea Road|Broad Street|Warwick Avenue|Chapel Lane|Park Terrace|Maldon Close
""".replace("\n", " ").split("|")
_TOWNS = """
Swansea Colchester Braintree Bridgend Horsham Neath Chichester Chelmsford Cardiff Crawley
Aberdare Barry Basildon Worthing
""".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_PLACES = """
the magistrates' court|the Crown Court|the probation office|the health centre|the primary
school| the job centre|the library|the community centre|the children's centre|the surgery in
town|the leisure centre|the housing office
""".replace("\n", " ").split("|")
_AGENCIES = """
police|probation|children's services|housing|the Marac|mental health
""".split("|")
_SENTENCES = Path(__file__).with_name("ordinary.txt").read_text(encoding="utf-8").splitlines()


def _parts(rng: random.Random) -> dict[str, str]:
    first, last = rng.choice(_FIRST), rng.choice(_LAST)
    return {
        **_references(rng),
        "date": _date(rng),
        "person": f"{rng.choice(_FIRST)} {rng.choice(_LAST)}",
        "last": last,
        "title": rng.choice(["Mr", "Dr", "DC", "Sgt"]),
        "n": str(rng.randint(1, 99)),
        "place": rng.choice(_PLACES).strip(),
        "town": rng.choice(_TOWNS),
        "street": rng.choice(_STREETS),
        "house": str(rng.randint(1, 180)),
        "month": rng.choice(_MONTHS),
        "year": str(rng.randint(2014, 2018)),
        "time": f"{rng.randint(8, 19)}:{rng.randint(0, 59):02}",
        "email": f"{first}.{last}@example.{rng.choice(['org', 'com', 'net'])}".lower(),
        "agency": rng.choice(_AGENCIES).strip().capitalize(),
        "weekday": rng.choice("Monday Tuesday Wednesday Thursday Friday".split()),
    }


def _date(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2015, 2018)
    return rng.choice(
        [
            f"{day} {_MONTHS[month - 1]} {year}",
            f"{day:02}/{month:02}/{year}",
            f"{day}.{month}.{year % 100}",
            f"{year}-{month:02}-{day:02}",
        ]
    )


def _references(rng: random.Random) -> dict[str, str]:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    area = rng.choice("SA CF CM CO RH BN PO SS".split())
    court = rng.choice("SA CF T2 CM".split())
    last = rng.randint(0, 999)
    inward = f"{rng.randint(1, 9)}{''.join(rng.choices(letters, k=2))}"
    plate = f"{rng.choice('ACEGHKLM')}{rng.choice(letters)}{rng.randint(2, 68):02}"
    return {
        "phone": rng.choice(
            [
                f"07700 900{last:03}",
                f"01632 960{last:03}",
                f"0808 157 0{last:03}",
                f"+44 7700 900 {last:03}",
                "101",
                "999",
            ]
        ),
        "postcode": f"{area}{rng.randint(1, 48)} {inward}",
        "court": f"{court}{rng.randint(15, 18)}{rng.choice('CPD')}{rng.randint(10000, 99999)}",
        "crime": f"{rng.randint(1000, 99999)}/{rng.randint(15, 18)}",
        "plate": f"{plate} {''.join(rng.choices(letters, k=3))}",
    }


def ordinary_sentences(many: int, rng: random.Random) -> list[str]:
    """Return sentences, none of which holds anything that is protected of the personas."""
    return [rng.choice(_SENTENCES).format(**_parts(rng)) for _ in range(many)]
