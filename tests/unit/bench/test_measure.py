from bench.measure import measure


def test_the_first_way_is_the_measure_of_the_others() -> None:
    first, second = measure({"one": lambda: sum(range(10)), "two": lambda: None}, rounds=3)
    assert (first.name, first.ratio, second.name) == ("one", 1.0, "two")
    assert second.ratio == second.seconds / first.seconds
