"""From a snapshot to tidy frames that the analyses count: who is in each, said once, here."""

from drive.evaluation.measures.build import Measures, measures
from drive.evaluation.measures.pairs import movement, two_by_two, unknown_used, yes_counts

__all__ = ["Measures", "measures", "movement", "two_by_two", "unknown_used", "yes_counts"]
