"""The secrets of a trial, opened only here: its seed, the key of its log, the arms of its lists."""

import json
from collections.abc import Sequence

from drive.vocabulary.allocation import Arm
from drive.web.allocation.models import SealedList, Trial
from drive.web.core.sealing import seal_field, unseal_field


def seal_trial(trial: Trial, *, seed: bytes, log_key: bytes) -> None:
    """Seal the seed and the key of the log into a trial that is not saved yet."""
    seal_field(trial, "sealed_seed", seed.hex())
    seal_field(trial, "sealed_log_key", log_key.hex())


def seed_of(trial: Trial) -> bytes:
    """Return the seed of a trial; no page shows it before the trial is closed."""
    return bytes.fromhex(unseal_field(trial, "sealed_seed"))


def log_key_of(trial: Trial) -> bytes:
    """Return the key of a trial's log."""
    return bytes.fromhex(unseal_field(trial, "sealed_log_key"))


def seal_arms(sealed_list: SealedList, arms: Sequence[Arm]) -> None:
    """Seal the arms into a list that is not saved yet."""
    seal_field(sealed_list, "sealed_arms", json.dumps([str(arm) for arm in arms]))


def arms_in(sealed_list: SealedList) -> list[Arm]:
    """Return the arms of a list, in order."""
    held = json.loads(unseal_field(sealed_list, "sealed_arms"))
    return [Arm(arm) for arm in held]
