"""Rules of the pages about who is who: flags at each hearing, and which names are alike."""

from drive.web.identity.rules.alike import Sought, likeness
from drive.web.identity.rules.appearances import Appearance, Standing, standings

__all__ = ["Appearance", "Sought", "Standing", "likeness", "standings"]
