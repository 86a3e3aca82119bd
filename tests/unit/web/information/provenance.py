"""Provenance graphs from numbers, and the guard once more, worked out from its definition."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from drive.vocabulary.facts import GuardOutcome, Independence, OverrideRole, Use, WishAnswer
from drive.web.information.rules.guard import Corroboration, Graph, Node, Override

SIZE = 7
"""Keys 0 to 6; the last one never is in a graph, and others may be missing too."""

_CELLS = SIZE * SIZE
_PARTS = (_CELLS,) * 6 + (SIZE,) * 7
_BYTES = sum(_PARTS) // 8 + 1

_THAT_HE_SEES = {
    Use.CONTACT,
    Use.CONFRONTATION,
    Use.CONDITION,
    Use.ARREST,
    Use.TEXT_TO_HIM,
    Use.SUBJECT_ACCESS,
    Use.DISRUPTION,
    Use.INFORMATION,
}


def _row(matrix: int, key: int) -> tuple[int, ...]:
    return tuple(other for other in range(SIZE) if matrix >> (key * SIZE + other) & 1)


def _corroborations(matrix: int, unsure: int, key: int) -> tuple[Corroboration, ...]:
    doubted = _row(unsure, key)
    weak = (Independence.NO, Independence.UNSURE)
    return tuple(
        Corroboration(by=other, independent=weak[other % 2] if other in doubted else _YES)
        for other in _row(matrix, key)
    )


_YES = Independence.YES


def graph_of(drawn: bytes) -> Graph:
    """Build a graph from bytes: cycles, facts that derive from themselves and missing ones too.

    Nought is a graph of single facts that are not hers; few facts are missing or withdrawn.
    """
    left, parts = int.from_bytes(drawn), []
    for size in _PARTS:
        parts.append(left & (2**size - 1))
        left >>= size
    derives, said, unsure = parts[0] & parts[1] & parts[2], parts[3] & parts[4], parts[5]
    hers, absent = parts[6], parts[7] & parts[8] & parts[9]
    gone = parts[10] & parts[11] & parts[12]
    return {
        key: Node(
            hers=bool(hers >> key & 1),
            derives_from=_row(derives, key),
            corroborated_by=_corroborations(said, unsure, key),
            withdrawn=bool(gone >> key & 1),
            wish=WishAnswer.NOT_USED if key == 1 else None,
        )
        for key in range(SIZE - 1)
        if not absent >> key & 1
    }


def graphs() -> st.SearchStrategy[Graph]:
    """Return a strategy of graphs."""
    return st.binary(min_size=_BYTES, max_size=_BYTES).map(graph_of)


CITED = st.lists(st.integers(0, SIZE - 1), max_size=3)

OVERRIDES = st.lists(
    st.builds(
        Override,
        role=st.sampled_from(OverrideRole),
        by=st.sampled_from(("first", "second")),
        reason=st.sampled_from(("", "  ", "Because.")),
        facts=st.frozensets(st.integers(0, SIZE - 1)),
    ),
    max_size=4,
)


def drawn_case(rng: Random) -> tuple[Graph, list[int], Use, list[Override]]:
    """Draw a graph, what is cited of it, a use, and who overrides."""
    graph = graph_of(rng.randbytes(_BYTES))
    cited = [rng.randrange(SIZE) for _ in range(rng.randint(1, 3))]
    overrides = [
        Override(
            role=rng.choice(list(OverrideRole)),
            by=rng.choice(("first", "second")),
            reason=rng.choice(("", "Because.", "She asked.")),
            facts=frozenset(key for key in range(SIZE) if rng.random() < _LIKELY),
        )
        for _ in range(rng.randrange(4))
    ]
    return graph, cited, rng.choice(list(Use)), overrides


_LIKELY = 0.8


def origins(graph: Graph) -> dict[Any, set[Any]]:
    """Return the independent origins of each fact, as the least solution of the definition.

    Every fact begins with no origin and takes over what its neighbours have, again and again,
    until no fact gains any more.
    """
    have: dict[Any, set[Any]] = {key: set() for key in [*graph, *range(SIZE)]}
    while True:
        before = {key: set(each) for key, each in have.items()}
        for key, node in graph.items():
            if not node.withdrawn:
                have[key] |= _gained(key, node, before)
        if before == have:
            return have


def _gained(key: Any, node: Node, have: dict[Any, set[Any]]) -> set[Any]:
    own = {key} if len(node.derives_from) == 0 and not node.hers else set()
    independent = [said.by for said in node.corroborated_by if said.independent == "yes"]
    return own.union(*(have[other] for other in [*node.derives_from, *independent]))


def outcome_by_force(
    graph: Graph, cited: list[int], use: Use, overrides: list[Override]
) -> GuardOutcome:
    """Say what the guard should say, by counting what each cited fact keeps."""
    if use not in _THAT_HE_SEES:
        return GuardOutcome.FREE
    have = origins(graph)
    counts = {fact: len(have[fact]) for fact in cited}
    against = {fact for fact, count in counts.items() if count == 0}
    if against:
        pairs = [
            (one, other)
            for one in overrides
            for other in overrides
            if one.role == "service_manager" and other.role == "idva_lead" and one.by != other.by
        ]
        for one, other in pairs:
            both = one.facts & other.facts
            if against.issubset(both) and one.reason.strip() and other.reason.strip():
                return GuardOutcome.WARNED
        return GuardOutcome.STOPPED
    return GuardOutcome.WARNED if 1 in counts.values() else GuardOutcome.FREE
