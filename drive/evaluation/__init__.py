"""From a frozen snapshot to results, tables, figures and a report.

`evaluate` does everything; `snapshot.write` and `snapshot.read` are the format. Nothing here
knows of Django, and nothing takes the time or chance but as an argument.
"""

from drive.evaluation.errors import EvaluationError, SnapshotError
from drive.evaluation.run import EvaluationSummary, evaluate

__all__ = ["EvaluationError", "EvaluationSummary", "SnapshotError", "evaluate"]
