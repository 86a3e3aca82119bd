from bench.measure import measure


def test_the_first_way_is_the_measure_of_the_others() -> None:
    ways = {"one": lambda: sum(range(10)), "two": lambda: None}
    first, second = measure(ways, rounds=3, shortest_round=0.0001)
    assert (first.name, first.ratio, second.name) == ("one", 1.0, "two")
    assert second.ratio == second.seconds / first.seconds
