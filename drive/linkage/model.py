"""A trained model: weights of agreement, how common names are, and all that made them."""

import hashlib
import json
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from drive.linkage.comparisons import BLOCKS, COMPARISONS

FORMAT = 1
LIBRARIES = ("splink", "duckdb")


class ModelVersionError(ValueError):
    """A saved model that this code must not score with; the text says why."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """The weights of one kind of pair.

    Attributes
    ----------
    name
        `main`, `household` or `couple_` with the role.
    prior
        Log2 of the odds that a pair of this kind is one person, before anything is compared.
    weights
        By comparison, log2 of m/u for each level from 0 upwards.
    chance
        By comparison, u of its closest level: what agreement on a common value is measured by.
    """

    name: str
    prior: float
    weights: dict[str, tuple[float, ...]]
    chance: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bands:
    """From which weight on a pair is linked, and from which it is shown to a reviewer.

    Weights are log2 odds. They are set from synthetic files whose truth is known
    (docs/explanation/linkage.md says how), not yet from pairs that people decided.
    """

    link: float = 6.0
    review: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """All that scoring needs, and nothing of the records but how often names occur.

    Attributes
    ----------
    seed, records
        What it was trained with: the seed and the number of records.
    strata
        By name.
    frequencies
        By column, the share of each value among the training records.
    not_homes
        Postcodes that say nothing of who lives there.
    bands
        By name of the stratum.
    """

    seed: int
    records: int
    strata: dict[str, Stratum]
    frequencies: dict[str, dict[str, float]]
    not_homes: tuple[str, ...]
    bands: dict[str, Bands]

    @property
    def id(self) -> str:
        """Name of exactly this model: a hash of its content."""
        return hashlib.sha256(self.text().encode()).hexdigest()[:16]

    def save(self, path: str | Path) -> None:
        """Write the model as JSON."""
        Path(path).write_text(self.text(), "utf-8")

    def text(self) -> str:
        """Return the model as JSON."""
        content = {
            "made_by": made_by(),
            "seed": self.seed,
            "records": self.records,
            "strata": {
                name: {"prior": s.prior, "weights": s.weights, "chance": s.chance}
                for name, s in self.strata.items()
            },
            "frequencies": self.frequencies,
            "not_homes": self.not_homes,
            "bands": {name: [band.link, band.review] for name, band in self.bands.items()},
        }
        return json.dumps(content, sort_keys=True, ensure_ascii=False)

    @classmethod
    def load(cls, path: str | Path) -> "Model":
        """Read a model that this version of the code and its libraries made, as `of_text` does."""
        return cls.of_text(Path(path).read_text("utf-8"), name=Path(path).name)

    @classmethod
    def of_text(cls, text: str, *, name: str = "The text") -> "Model":
        """Read a model from JSON.

        Raises
        ------
        ModelVersionError
            If it is no model, or another version made it: the same levels of agreement might then
            mean something else, and links would be wrong without a sign.
        """
        try:
            content: dict[str, Any] = json.loads(text)
            made = dict(content["made_by"])
        except (ValueError, KeyError, TypeError) as error:
            raise ModelVersionError(f"{name} is not a saved linkage model.") from error
        _check_version(made)
        return cls(
            seed=content["seed"],
            records=content["records"],
            strata={name: _stratum(name, entry) for name, entry in content["strata"].items()},
            frequencies=content["frequencies"],
            not_homes=tuple(content["not_homes"]),
            bands={name: Bands(*pair) for name, pair in content["bands"].items()},
        )


def _stratum(name: str, entry: dict[str, Any]) -> Stratum:
    weights = {key: tuple(values) for key, values in entry["weights"].items()}
    return Stratum(name, entry["prior"], weights, entry["chance"])


def made_by() -> dict[str, str]:
    """Return what a model depends on: the format, the comparisons and the libraries."""
    definition = repr((COMPARISONS, BLOCKS)).encode()
    return {
        "format": str(FORMAT),
        "comparisons": hashlib.sha256(definition).hexdigest()[:16],
        **{library: version(library) for library in LIBRARIES},
    }


def _check_version(made: dict[str, str]) -> None:
    different = [
        f"{name} {made.get(name, 'unknown')} (here {here})"
        for name, here in made_by().items()
        if made.get(name) != here
    ]
    if different:
        raise ModelVersionError(
            "This model was trained by another version and is not used: "
            f"{', '.join(different)}. Train a new one with `link(records)`."
        )
