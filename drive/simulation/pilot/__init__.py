"""The first year of the pilot as records, such that counting them gives the published tables.

``build(seed=...)`` is the only entry point. Names, birth dates and postcodes are synthetic.
"""

from drive.simulation.pilot.build import build
from drive.simulation.pilot.records import PilotRecords

PILOT_SEED = 20160401
"""The seed of the records that are loaded and tested."""

__all__ = ["PILOT_SEED", "PilotRecords", "build"]
