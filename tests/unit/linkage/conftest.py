"""One file of people, linked once for all the tests that only look."""

import pandas as pd
import pytest

from drive.linkage import Linkage, Model, link
from drive.simulation.households.generate import Households, generate


@pytest.fixture(scope="session")
def made() -> Households:
    return generate(seed=3, cases=1_500)


@pytest.fixture(scope="session")
def linked(made: Households) -> Linkage:
    return link(made.records)


@pytest.fixture(scope="session")
def model(linked: Linkage) -> Model:
    return linked.model


def record(record_id: str, **given: str | None) -> dict[str, str | None]:
    """Return a record of a man heard as a perpetrator, each time in a case of its own."""
    usual = {
        "record_id": record_id,
        "source": "marac",
        "case_id": f"case-{record_id}",
        "role": "perpetrator",
        "first_name": "Gwilym",
        "surname": "Hartwell",
        "date_of_birth": "1984-03-17",
        "postcode": "QJ4 2AB",
        "sex": "male",
        "phone": None,
        "police_id": None,
    }
    return usual | given


def frame(*records: dict[str, str | None]) -> pd.DataFrame:
    return pd.DataFrame(list(records))


def said(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["record_id_l", "record_id_r", "verdict"])


def together(linkage: Linkage, a: str, b: str) -> bool:
    person = linkage.persons.set_index("record_id")["person_id"]
    return bool(person[a] == person[b])
