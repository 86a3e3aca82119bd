import pytest

from drive.simulation.households import Households, households_file


@pytest.fixture(scope="session")
def file() -> Households:
    return households_file()
