"""The floors of floors.toml hold on the gold annotations, where these lie beside the clone (`../shared/gold`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate import main

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold" / "dev"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold annotations are not published: they lie beside the clone of a developer only")
def test_every_floor_holds(capsys: pytest.CaptureFixture[str]) -> None:
    status = main([str(GOLD)])
    assert status == 0, capsys.readouterr().out
