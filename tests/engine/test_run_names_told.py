"""Commands tell of runs by the name a person gave them, with their folder's."""

from __future__ import annotations

from cli.latency import _show_latency
from engine.compress.values import Latency


def test_times_are_of_runs_by_their_given_names(capsys):
    timed = Latency("small-01", "cpu", 1, "float32", (64, 64), 1, 30, 2.0, 3.0, 4.0)
    _show_latency((timed,), {"small-01": "Line 3 (small-01)"})
    said = capsys.readouterr()
    assert "Line 3 (small-01)" in said.out + said.err
