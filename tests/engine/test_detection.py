"""Probability of detection, and verdicts that are right for the wrong reason."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from scipy.special import expit, logit

from engine.data.messages import OpenData
from engine.evaluate.detection import fit_pod, measure_region
from engine.evaluate.messages import DefectsLocated, LocateDefects
from engine.evaluate.values import Located, LocatedImage
from engine.project.runs import RunFolder
from main import main
from tests.engine.conftest import Workspace


def drawn(rng: np.random.Generator, count: int, a90: float, slope: float):
    sizes = np.exp(rng.uniform(np.log(2), np.log(40), count))
    return sizes, rng.random(count) < expit(logit(0.9) + slope * np.log(sizes / a90))


def test_the_curve_finds_the_size_of_which_nine_in_ten_are_found():
    sizes, found = drawn(np.random.default_rng(1), 800, 12.0, 3.0)
    pod = fit_pod(sizes, found, "size", "regions")
    assert pod is not None and pod.a90 == pytest.approx(12, rel=0.15)
    assert pod.a90_95 is not None and 12 < pod.a90_95 < 16
    assert all(low <= middle for low, middle in zip(pod.low, pod.curve, strict=True))
    assert list(pod.curve) == sorted(pod.curve), "a larger defect is found no less often"


@pytest.mark.trial
def test_the_90_95_point_covers_what_it_says():
    rng = np.random.default_rng(3)
    covered = 0
    for _ in range(60):
        pod = fit_pod(*drawn(rng, 60, 10.0, 3.0), "size", "regions")
        assert pod is not None
        covered += pod.a90_95 is None or pod.a90_95 >= 10.0
    assert covered >= 60 * 0.95 - 2 * (60 * 0.95 * 0.05) ** 0.5


def test_all_found_has_a_bound_and_all_missed_has_none():
    sizes = np.linspace(3, 30, 40)
    every = fit_pod(sizes, np.ones(40, bool), "size", "regions")
    assert every is not None and every.a90_95 is not None and every.a90_95 < 15
    few = fit_pod(sizes[::4], np.ones(10, bool), "size", "regions")
    assert few is not None and (few.a90_95 is None or few.a90_95 > every.a90_95)
    none = fit_pod(sizes, np.zeros(40, bool), "size", "regions")
    assert none is not None and none.a90_95 is None
    assert fit_pod(sizes[:5], np.ones(5, bool), "size", "regions") is None
    assert fit_pod(np.full(30, 4.0), np.ones(30, bool), "size", "regions") is None


def test_size_and_contrast_of_a_region():
    rng = np.random.default_rng(0)
    image = np.clip(rng.normal(100, 4, (200, 200)), 0, 255).round().astype(np.uint8)
    yy, xx = np.mgrid[:200, :200]
    mask = (yy - 90) ** 2 + (xx - 110) ** 2 <= 15**2
    image[mask] += 40
    size, contrast = measure_region(image, mask)
    assert size == pytest.approx(30, rel=0.03)
    assert contrast == pytest.approx(10, rel=0.15)


def test_a_right_verdict_beside_the_region_is_flagged_and_counted():
    seen = LocatedImage(0, "a", "A", 0.9, 0.5, True, True, True, False, 9.0, 3.0)
    beside = LocatedImage(1, "b", "A", 0.4, 0.0, False, True, True, True, 9.0, 3.0)
    missed = LocatedImage(2, "c", "A", 0.4, 0.0, False, False, False, True, 9.0, 3.0)
    assert [each.wrong_reason for each in (seen, beside, missed)] == [False, True, False]
    assert Located("r", 0.5, 3, (seen, beside, missed)).wrong_reasons == 1


def test_regions_and_made_defects_give_sizes_contrasts_and_reasons(own_run: Path):
    workspace = Workspace()
    record = RunFolder.load(own_run).record
    workspace.run(OpenData(1, record.data_path, project=str(own_run.parent.parent)))
    events = workspace.run(LocateDefects(2, str(own_run), made=10))
    assert workspace.end(2).outcome == "done", workspace.end(2)
    (located,) = [e.located for e in events if isinstance(e, DefectsLocated)]
    data = workspace.session._workspace.images
    for each in located.images:
        region = data.region(each.index)
        assert region is not None
        assert each.size == pytest.approx(2 * np.sqrt(region.mask.sum() / np.pi))
        assert each.contrast > 0
    assert 5 <= len(located.made) <= 10
    smallest = min(each.size for each in located.images)
    assert min(each.size for each in located.made) < smallest, "made ones go below the real ones"
    again = workspace.run(LocateDefects(3, str(own_run), made=10))
    assert [e.located for e in again if isinstance(e, DefectsLocated)] == [located], "kept"


def test_the_terminal_says_wrong_reasons_and_the_90_95_point(
    own_run: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["evaluate", str(own_run), "--locate", "--made", "12", "--json"]) == 0
    out = capsys.readouterr().out
    assert (
        "right for the wrong reason: " in out and "probability of detection by size (made)" in out
    )
    found = json.loads(out.strip().splitlines()[-1])["localisation"]
    assert isinstance(found["wrong_reasons"], list)
    assert {pod["axis"] for pod in found["pods"]} == {"size", "contrast"}
