import pytest

from drive.simulation.pilot import PILOT_SEED, PilotRecords, build


@pytest.fixture(scope="session")
def pilot() -> PilotRecords:
    return build(seed=PILOT_SEED)
