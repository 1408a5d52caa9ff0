"""How long a run or the first answer will take: kept paces, scaled."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.answer import expect
from engine.answer.messages import Answered, AnswerExpected, ExpectAnswer, FindOut
from engine.core.recipe import Setting, View, default_recipe
from engine.data.messages import OpenData
from engine.data.readers.detect import open_dataset
from engine.data.store import ImageStore
from engine.training import pace
from engine.training.messages import ExpectRuns, RunsExpected, Train
from engine.training.values import Pace
from tests.engine.conftest import Workspace, quick


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / pace.FILE


@pytest.fixture
def store(tiny_set: Path) -> ImageStore:
    return ImageStore(open_dataset(tiny_set))


def test_steps_and_everything_else_are_scaled_by_themselves():
    known = Pace(step=1.5, rest=2.0, day="2026-11-29")
    assert pace.expected(None, 100, 10.0) is None
    said = pace.expected(known, 120, 30.0)
    assert said is not None
    assert (said.seconds, said.day) == (120 * 1.5 + 30 * 2.0, "2026-11-29")
    short = pace.expected(known, 120, 30.0, limit=60.0)
    assert short is not None
    assert short.seconds == 60 + 60, "a run that ends after a minute of steps does"
    fitted = pace.expected(Pace(0.0, 0.5, "2026-11-29"), 0, 20.0)
    assert fitted is not None
    assert fitted.seconds == 10


def test_a_kind_of_run_has_a_pace_whatever_its_length_fold_and_rates(store: ImageStore):
    def key(recipe, view=View.PATCHES):
        return pace.run_key(recipe, view, store)

    one = key(quick())
    assert one == key(quick(iterations=999, fold=2, learning_rate=0.1, seed=4))
    assert len({one, key(quick(batch=4)), key(quick(window=96)), key(quick(), View.WHOLE)}) == 4


def test_a_run_that_was_never_timed_is_told_roughly_from_the_probe(
    workspace: Workspace, tiny_set: Path, store: ImageStore
):
    transfer = default_recipe(Setting.TRANSFER, iterations=10, window=64, crop=0, view="patches")
    probe = Pace(0.0, 8.0, "2026-11-29")
    assert pace.from_probe(None, transfer) is None
    assert pace.from_probe(probe, quick()) is None, "another network"
    said = pace.from_probe(probe, transfer)
    assert said is not None
    assert said.step == pytest.approx(3 * 16 * 64 * 64 / 1e6 * 8.0 / 0.8)
    frozen = pace.from_probe(probe, default_recipe(Setting.FROZEN, window=64, crop=0))
    assert frozen is not None
    assert frozen.step == pytest.approx(said.step / 3), "nothing goes backwards"
    pace.keep(pace.part_key(pace.PROBE), 0.0, 8.0)
    workspace.run(OpenData(1, str(tiny_set)))
    events = workspace.run(ExpectRuns(2, (transfer,)))
    (known,) = [event.runs[0] for event in events if isinstance(event, RunsExpected)]
    assert known is not None
    assert known.rough
    wanted = 10 * said.step + said.rest * pace.megapixels(store)
    assert known.seconds == pytest.approx(wanted)


def test_a_file_that_is_not_ours_is_no_pace(own_cache: Path):
    own_cache.parent.mkdir(parents=True)
    for text in ("[]", "{", '{"k": 1}', '{"k": {"step": -1, "rest": 0, "day": "2026-01-01"}}',
                 '{"k": {"step": 1, "rest": 0, "day": "soon"}}'):  # fmt: skip
        own_cache.write_text(text)
        assert pace.kept("k") is None
    pace.keep("k", 1.0, 2.0)
    found = pace.kept("k")
    assert found is not None
    assert (found.step, found.rest) == (1.0, 2.0)


def test_a_finished_run_says_what_the_next_takes(workspace: Workspace, tiny_set, tmp_path):
    workspace.run(OpenData(1, str(tiny_set)))
    ask = ExpectRuns(2, (quick(iterations=12), quick(iterations=12, batch=4)))
    (said,) = [e for e in workspace.run(ask) if isinstance(e, RunsExpected)]
    assert said.runs == (None, None)
    workspace.run(Train(3, str(tiny_set), str(tmp_path / "p"), quick(iterations=12)))
    recipes = (quick(iterations=12), quick(iterations=1200), quick(batch=4))
    (said,) = [e for e in workspace.run(ExpectRuns(4, recipes)) if isinstance(e, RunsExpected)]
    one, long, other = said.runs
    assert one is not None
    assert long is not None
    assert other is None
    assert 0 < one.seconds < long.seconds
    assert dt.date.fromisoformat(one.day)


def test_the_first_answer_is_expected_from_a_few_images_and_then_from_the_last_one(
    workspace: Workspace, tiny_set: Path, store: ImageStore, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("engine.answer.answer.LADDER", (Setting.FILTERS,))
    monkeypatch.setattr(expect, "PASSES", {Setting.FILTERS: 2.0})
    workspace.run(OpenData(1, str(tiny_set)))

    def ask(job: int):
        events = workspace.run(ExpectAnswer(job))
        (said,) = [event.answer for event in events if isinstance(event, AnswerExpected)]
        assert said is not None
        return said

    first = ask(2)
    assert first.seconds > 0
    assert not first.day
    events = workspace.run(FindOut(3))
    (answer,) = [event.answer for event in events if isinstance(event, Answered)]
    again = ask(4)
    assert again.seconds == pytest.approx(answer.rungs[0].seconds, rel=0.01)
    assert again.day
