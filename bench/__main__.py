"""Run every benchmark, or those named: `./run bench statistics`."""

import importlib
import pkgutil
import sys

import bench
from bench.measure import measure

NOT_BENCHMARKS = {"__main__", "beside", "databases", "measure"}


def names() -> list[str]:
    """Return the names of the benchmarks."""
    return sorted({m.name for m in pkgutil.iter_modules(bench.__path__)} - NOT_BENCHMARKS)


def main(asked: list[str]) -> int:
    """Measure and print; return 2 if a name is not one of the benchmarks."""
    unknown = sorted(set(asked) - set(names()))
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(names())}")
        return 2
    for name in asked or names():
        module = importlib.import_module(f"bench.{name}")
        for title, ways in module.comparisons().items():
            print(f"\n{name}: {title}")
            for result in measure(ways):
                print(f"  {result.ratio:8.2f} x {result.seconds * 1000:10.3f} ms  {result.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
