"""What holds for all tests: nothing is read from, or left in, the user's own cache."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from pmlint import caching


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache folder for this session, also for the processes that tests start."""
    before = os.environ.get("PMLINT_CACHE_DIR")
    os.environ["PMLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["PMLINT_CACHE_DIR"]
    else:
        os.environ["PMLINT_CACHE_DIR"] = before


@pytest.fixture(autouse=True)
def cache_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test switched off by ``--no-cache`` is on again for the next one."""
    monkeypatch.setattr(caching, "_OFF", False)
