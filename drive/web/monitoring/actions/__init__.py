"""What leaves from here, and queries about what a record says."""

from drive.web.monitoring.actions.data_queries import answer_query, raise_query, resolve_query
from drive.web.monitoring.actions.flow import hand_out_flow

__all__ = ["answer_query", "hand_out_flow", "raise_query", "resolve_query"]
