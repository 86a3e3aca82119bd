"""Two or more independent groups compared: by category, or by rank."""

from drive.statistics.groups.ranks import RankComparison, from_summary, rank_comparison
from drive.statistics.groups.tables import Association, association

__all__ = ["Association", "RankComparison", "association", "from_summary", "rank_comparison"]
