"""What a register holds of each record besides what comparing needs: arrays by its number."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from drive.linkage.clusters import Ints
from drive.linkage.identities import Texts
from drive.linkage.records import ROLES

_ROLE_NAMES = np.array(ROLES, dtype=object)


@dataclass
class Mentions:
    """Records by number, each attribute of shape (records,).

    Attributes
    ----------
    record_id, person
        Their own ids, and the ids of their persons.
    case, role
        Numbers of their cases, and places of their roles in `records.ROLES`.
    cases
        Number of each case.
    """

    record_id: Texts
    person: Texts
    case: Ints
    role: Ints
    cases: dict[str, int]

    @classmethod
    def of(cls, frame: pd.DataFrame, persons: pd.DataFrame) -> "Mentions":
        """Begin with `record_id, case_id, role` and the persons (`record_id, person_id`)."""
        case, names = pd.factorize(frame["case_id"])
        person = persons.set_index("record_id")["person_id"].reindex(frame["record_id"])
        return cls(
            frame["record_id"].to_numpy(dtype=object),
            person.to_numpy(dtype=object),
            case.astype(np.int64),
            _places(frame["role"]),
            dict(zip(names.tolist(), range(len(names)), strict=True)),
        )

    def __len__(self) -> int:
        """Return how many records there are."""
        return len(self.record_id)

    def add(self, frame: pd.DataFrame) -> None:
        """Take in new records, whose persons are not known yet."""
        for name in frame["case_id"]:
            self.cases.setdefault(name, len(self.cases))
        numbers = np.array([self.cases[name] for name in frame["case_id"]], dtype=np.int64)
        self.record_id = np.concatenate([self.record_id, frame["record_id"].to_numpy(dtype=object)])
        self.person = np.concatenate([self.person, np.full(len(frame), None, dtype=object)])
        self.case = np.concatenate([self.case, numbers])
        self.role = np.concatenate([self.role, _places(frame["role"])])

    def frame(self, rows: Ints) -> pd.DataFrame:
        """Return some records as a table: `i`, `case_id` (its number), `role`."""
        role = _ROLE_NAMES[self.role[rows]]
        return pd.DataFrame({"i": rows, "case_id": self.case[rows], "role": role})


def _places(roles: pd.Series) -> Ints:
    found: Ints = pd.Categorical(roles, categories=ROLES).codes.astype(np.int64)
    return found
