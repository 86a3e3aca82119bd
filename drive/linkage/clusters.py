"""From links to persons: connected records, less what must never be joined."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from drive.linkage.decisions import Decided

Ints = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]

# The most records that the machine joins to one person without asking.
LARGEST = 20


@dataclass(frozen=True, slots=True)
class Partition:
    """Persons as labels of records.

    Attributes
    ----------
    labels
        For each record the lowest number of a record of its person, shape (records,).
    connected
        The same before anything was refused or withheld.
    refused
        Links left out because they would join what must stay apart: (l, r).
    large
        Records of each cluster above `LARGEST`, whose machine links are withheld.
    """

    labels: Ints
    connected: Ints
    refused: tuple[tuple[int, int], ...] = ()
    large: tuple[tuple[int, ...], ...] = ()


def partition(parties: pd.DataFrame, links: pd.DataFrame, decided: Decided) -> Partition:
    """Return the persons that links and decisions make.

    What a component becomes depends on nothing outside it, so that working on a part of the
    records gives what working on all of them would.

    Parameters
    ----------
    parties
        `case_id` and `role` of each record, by number from 0.
    links
        `l`, `r`, `weight` of the machine's links.
    decided
        What people decided.
    """
    n = len(parties)
    must = np.array(decided.same, dtype=np.int64).reshape(-1, 2)
    pairs = np.vstack([links[["l", "r"]].to_numpy(dtype=np.int64), must])
    weights = np.concatenate(
        [links["weight"].to_numpy(dtype=np.float64), np.full(len(must), np.inf)]
    )
    connected = labels = components(n, pairs)
    refused: list[tuple[int, int]] = []
    trouble = _in_conflict(parties, labels, decided)
    if len(trouble):
        inside = np.flatnonzero(np.isin(labels[pairs[:, 0]], trouble))
        dropped = _refusals(parties, pairs[inside], weights[inside], decided)
        refused = sorted({(int(a), int(b)) for a, b in pairs[inside[dropped]]})
        kept = np.ones(len(pairs), dtype=bool)
        kept[inside[dropped]] = False
        pairs, weights = pairs[kept], weights[kept]
        labels = components(n, pairs)
    sizes = np.bincount(labels, minlength=n)
    large = np.flatnonzero(sizes > LARGEST)
    held: tuple[tuple[int, ...], ...] = ()
    if len(large):
        held = tuple(tuple(np.flatnonzero(labels == label).tolist()) for label in large)
        kept = ~np.isin(labels[pairs[:, 0]], large) | np.isinf(weights)
        labels = components(n, pairs[kept])
    return Partition(labels, connected, tuple(refused), held)


def again(
    old: Partition,
    parties: Callable[[Ints], pd.DataFrame],
    links: Callable[[Marks], pd.DataFrame],
    decided: Decided,
    *,
    seeds: Ints,
    n: int,
) -> tuple[Partition, Ints]:
    """Work out anew the connected records of the seeds; return them too, in order.

    Parameters
    ----------
    old
        The partition before; records beyond it are new, and must be seeds.
    parties
        Gives `case_id` and `role` of the records of these numbers.
    links
        Gives `l`, `r`, `weight` of the machine's links among marked records, by number.
    decided
        What people decided.
    seeds
        Records of which a link or a decision came or went.
    n
        How many records there are now.
    """
    fresh = np.arange(len(old.labels), n)
    labels, connected = (np.concatenate([kept, fresh]) for kept in (old.labels, old.connected))
    hit = np.zeros(n, dtype=bool)
    hit[connected[seeds]] = True
    marked = hit[connected]
    rows = np.flatnonzero(marked)
    place = np.full(n, -1, dtype=np.int64)
    place[rows] = np.arange(len(rows))
    among = links(marked)
    ends = {side: place[among[side].to_numpy(dtype=np.int64)] for side in ("l", "r")}
    part = partition(parties(rows), among.assign(**ends), decided.moved(place))
    labels[rows], connected[rows] = rows[part.labels], rows[part.connected]
    refused = [pair for pair in old.refused if not marked[pair[0]]]
    refused += [(int(rows[a]), int(rows[b])) for a, b in part.refused]
    large = [held for held in old.large if not marked[held[0]]]
    large += [tuple(rows[list(held)].tolist()) for held in part.large]
    return Partition(labels, connected, tuple(sorted(refused)), tuple(sorted(large))), rows


def components(n: int, pairs: Ints) -> Ints:
    """Return for each of n records the lowest number among those it is connected with."""
    if not len(pairs):
        return np.arange(n, dtype=np.int64)
    graph = coo_matrix((np.ones(len(pairs), dtype=np.int8), (pairs[:, 0], pairs[:, 1])), (n, n))
    found = connected_components(graph, directed=False)[1]
    lowest = np.full(int(found.max()) + 1, n, dtype=np.int64)
    np.minimum.at(lowest, found, np.arange(n, dtype=np.int64))
    result: Ints = lowest[found]
    return result


def _in_conflict(parties: pd.DataFrame, labels: Ints, decided: Decided) -> Ints:
    """Return the labels under which stand two roles of one case, or a pair decided different."""
    roles = pd.factorize(parties["role"])[0]
    lead = roles[labels]
    mixed = np.unique(labels[lead != roles])
    found: list[int] = []
    if len(mixed):
        inside = np.isin(labels, mixed)
        both = pd.DataFrame(
            {"label": labels[inside], "case": parties["case_id"][inside], "role": roles[inside]}
        )
        held = both.groupby(["label", "case"])["role"].nunique()
        found += held[held > 1].index.get_level_values("label").tolist()
    found += [int(labels[a]) for a, b in decided.different if labels[a] == labels[b]]
    return np.unique(np.array(found, dtype=np.int64))


def _refusals(
    parties: pd.DataFrame, pairs: Ints, weights: npt.NDArray[np.float64], decided: Decided
) -> list[int]:
    """Join the heaviest first, decisions before all; return the places of links that may not be."""
    apart: dict[int, set[int]] = defaultdict(set)
    for a, b in decided.different:
        apart[a].add(b)
        apart[b].add(a)
    case, role = parties["case_id"].to_numpy(), parties["role"].to_numpy()
    group = {int(i): {int(i)} for i in np.unique(pairs)}
    holds = {i: {case[i]: role[i]} for i in group}
    head = {i: i for i in group}
    refused = []
    for place in np.lexsort((pairs[:, 1], pairs[:, 0], -weights)):
        one, other = (head[int(end)] for end in pairs[place])
        if one == other:
            continue
        clash = any(holds[one].get(key, said) != said for key, said in holds[other].items())
        if clash or any(apart[i] & group[other] for i in group[one]):
            refused.append(int(place))
            continue
        for i in group[other]:
            head[i] = one
        group[one] |= group.pop(other)
        holds[one] |= holds.pop(other)
    return refused
