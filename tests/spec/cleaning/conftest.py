from datetime import date

import pytest

from drive.linkage.cleaning import Proposal, propose
from drive.simulation.pilot import PILOT_SEED, build
from drive.simulation.pilot.insights_rows import InsightsRows, insights_rows

STARTS_ON = date(2016, 4, 1)


@pytest.fixture(scope="session")
def listed() -> InsightsRows:
    return insights_rows(build(seed=PILOT_SEED))


@pytest.fixture(scope="session")
def proposals(listed: InsightsRows) -> tuple[Proposal, ...]:
    return propose(listed.rows, starts_on=STARTS_ON)
