"""Benchmarks: `./run bench`. Each compares ways of doing one thing within a single run."""
