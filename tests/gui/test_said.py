"""What pictures say of the data shown, in one sentence."""

from __future__ import annotations

from dataclasses import replace

from engine.compress.values import Latency, PruningCurve, PruningPoint
from engine.core.recipe import Setting
from engine.core.values import LayerPulse, Rates
from engine.folder.messages import FolderSummary
from engine.study.values import Reach
from gui.compress.sentences import fewer_sentence, speed_sentence
from gui.folder.words import summary_words
from gui.interpolate.sentences import flips_sentence, line_explained, measured_sentence
from gui.interpolate.state import LineSide
from gui.measures.layer_log import LayerLog
from gui.measures.sentences import change_sentence, live_sentence
from gui.study.words import arrivals_sentence
from gui.toolkit.run_groups import Bar, BarSet, Reading
from tests.gui.scripted import World


def test_the_layer_that_moved_most_is_named_and_the_head_is_not(qapp):
    log = LayerLog()
    assert live_sentence(log) == ""
    pulses = (("conv1_1", 0.1), ("conv5_3", 0.4), ("head", 9.0))
    log.put(20, [LayerPulse(name, moved, None) for name, moved in pulses])
    assert live_sentence(log) == (
        "By iteration 20, conv5_3 has moved most (0.400) and conv1_1 least (0.100)."
    )


def test_the_layer_that_moved_most_stands_beside_another_one(qapp):
    """Of scratch it is often the first, which stood beside itself."""

    def moved(setting: Setting, *values: float) -> BarSet:
        names = ("conv1_1", "conv3_1", "conv5_3")
        bars = {name: Bar((Reading("r", v),)) for name, v in zip(names, values, strict=True)}
        return BarSet((setting, "article", "vgg16"), "end", bars, 1)

    up, down = moved(Setting.TRANSFER, 0.1, 0.2, 0.3), moved(Setting.SCRATCH, 0.3, 0.2, 0.1)
    assert change_sentence([up]).endswith("conv5_3 moved most (0.300), conv1_1 by 0.100.")
    assert change_sentence([down]).endswith("conv1_1 moved most (0.300), conv5_3 by 0.100.")


def test_fewer_filters_stop_where_accuracy_is_lost(qapp):
    rates: Rates = World().rates()

    def point(share: float, accuracy: float) -> PruningPoint:
        held = replace(rates, accuracy=accuracy)
        return PruningPoint(int(100 * share), share, held, None)

    curve = PruningCurve("/r", "activity", 8, "validation", (point(1.0, 0.98),))
    assert fewer_sentence(curve) == ""
    curve = replace(curve, points=(point(1.0, 0.98), point(0.5, 0.975), point(0.2, 0.7)))
    assert fewer_sentence(curve).startswith("50 % of the filters (50) lose at most 1 point")
    curve = replace(curve, points=(point(1.0, 0.98), point(0.5, 0.7), point(0.2, 0.98)))
    assert "first cut costs more" in fewer_sentence(curve), "a late recovery by luck is none"


def test_the_fastest_run_is_named(qapp):
    def timed(run: str, median: float) -> Latency:
        return Latency(run, "cpu", 1, "float32", (64, 64), 1, 30, median, median, median)

    both = (timed("a", 20.0), timed("b", 5.0))
    assert speed_sentence(both, lambda one: one.run.upper()) == (
        "B takes 5.00 ms for an image, 4.00\N{MULTIPLICATION SIGN} as fast as A."
    )
    assert "nothing timed is faster" in speed_sentence(both[:1], lambda one: one.run)


def test_arrivals_count_the_folds_that_never_did(qapp):
    rows = [
        Reach(Setting.TRANSFER, fold, 0.95, 40 * fold, fold < 3, 20, 16) for fold in (1, 2, 3)
    ] + [Reach(Setting.SCRATCH, 1, 0.95, 120, False, 20, 16)]
    assert arrivals_sentence(rows) == (
        "Scratch: no fold of 1; Transfer: 2 of 3 folds, the last by iteration 80."
    )


def test_an_inspection_is_summed_up(qapp):
    counts = FolderSummary(12, 1, 0, 12, 1, (), None, None, ())
    said = "1 of 12 images is judged defective (8.3 %). 1 is unlike the training images."
    assert summary_words(counts, has_normal=True) == said
    assert summary_words(replace(counts, judged=0), has_normal=True) == ""


def test_nothing_is_said_of_lines_that_are_not_known(qapp):
    assert flips_sentence([("a", LineSide())]) == ""
    assert flips_sentence([("a", LineSide(flips=()))]) == "a: the verdict never flips."
    assert measured_sentence([]) == ""
    for tab in ("slider", "film", "boundary"):
        assert line_explained(tab).count("\nSource: ") == 1
