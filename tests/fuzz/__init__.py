"""Fuzzing, outside of the tests: `python -m tests.fuzz.run`."""
