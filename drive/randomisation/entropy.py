"""From a seed to a stream of chance that can be derived again years later.

numpy promises that SeedSequence and the raw output of PCG64 stay the same from release to
release (NEP 19); it does not promise that of `Generator.permutation` and its like. The draw
therefore uses raw words only, so that a list drawn now can still be verified after an upgrade.
"""

import hashlib

import numpy as np

_WORD = 1 << 64


def stream(seed: int | bytes, *key: object) -> np.random.Generator:
    """The generator of one list: the same seed and key always give the same stream.

    Parameters
    ----------
    seed
        A whole number from 0, or entropy as bytes (32 of them from the operating system).
    key
        What the stream is for, such as stratum, period and ratio; keys that differ give
        independent streams.

    Raises
    ------
    ValueError
        If the seed is negative or empty.
    """
    digest = hashlib.sha256(repr(key).encode()).digest()
    words = tuple(int.from_bytes(digest[i : i + 4], "big") for i in range(0, 32, 4))
    sequence = np.random.SeedSequence(_entropy(seed), spawn_key=words)
    return np.random.Generator(np.random.PCG64(sequence))


def below(rng: np.random.Generator, limit: int) -> int:
    """A whole number from 0 up to, not including, `limit`: each equally likely."""
    fair = _WORD - _WORD % limit  # words beyond the last full round would favour small numbers
    while True:
        word = int(rng.bit_generator.random_raw())
        if word < fair:
            return word % limit


def as_bytes(seed: int | bytes) -> bytes:
    """The seed as bytes, the same for the same seed on every machine."""
    number = _entropy(seed)
    return number.to_bytes((number.bit_length() + 7) // 8 or 1, "big")


def _entropy(seed: int | bytes) -> int:
    if isinstance(seed, bytes):
        if not seed:
            raise ValueError("The seed holds no bytes.")
        return int.from_bytes(b"\x01" + seed, "big")  # the leading byte keeps zeros in front
    if seed < 0:
        raise ValueError(f"A seed is a whole number from 0; {seed} was given.")
    return int(seed)
