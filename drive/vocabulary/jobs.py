"""Words of work that is done in the background."""

from drive.vocabulary.word import Word


class RunState(Word):
    """How far a job has come."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
