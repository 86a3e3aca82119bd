"""The snapshot: frozen, pseudonymised tables with a data dictionary and a content hash."""

from drive.evaluation.errors import SnapshotError
from drive.evaluation.snapshot.folder import Snapshot, SnapshotHeader, read, write

__all__ = ["Snapshot", "SnapshotError", "SnapshotHeader", "read", "write"]
