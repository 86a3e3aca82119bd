"""Linkage: who is who across lists, cases and years.

`link` gives every record its person, `link_new` adds records to those already linked, and `groups`
says what the persons' cases are to each other. Pure: no clock, no chance but a seed.
"""

from drive.linkage.calibration import Calibration, calibrate
from drive.linkage.decisions import DecisionError
from drive.linkage.explain import Explanation
from drive.linkage.groups import groups
from drive.linkage.identities import Event
from drive.linkage.link import link
from drive.linkage.linkage import Linkage
from drive.linkage.model import Bands, Model, ModelVersionError
from drive.linkage.records import RecordError
from drive.linkage.register import Register, link_new

__all__ = [
    "Bands",
    "Calibration",
    "DecisionError",
    "Event",
    "Explanation",
    "Linkage",
    "Model",
    "ModelVersionError",
    "RecordError",
    "Register",
    "calibrate",
    "groups",
    "link",
    "link_new",
]
