from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from engine.core.recipe import View, default_recipe
from engine.data.image import write_image
from engine.data.readers.detect import open_dataset
from engine.data.region import Region, draw_ellipse, fit_ellipse
from engine.data.sample import DataSet, Ellipse, Label, Sample
from engine.data.sizes import longest_side
from engine.data.store import ImageStore
from engine.data.views import (
    IGNORED,
    Sampler,
    choose_view,
    pad_to_window,
    place_anywhere,
    place_on_defect,
    turn,
    whole_size,
    window_targets,
)
from engine.training.run import resolve_view
from engine.workspace import summarise_data


def region(x: float, y: float, a: float, b: float, angle: float = 0.0, side: int = 512) -> Region:
    ellipse = Ellipse(x, y, a, b, angle)
    return Region(draw_ellipse(ellipse, side, side), ellipse)


@settings(max_examples=30, deadline=None)
@given(
    st.floats(20, 60),
    st.floats(8, 19),
    st.floats(-1.5, 1.5),
    st.floats(80, 170),
    st.floats(80, 170),
)
def test_an_ellipse_is_recovered_from_its_mask(
    a: float, b: float, angle: float, x: float, y: float
):
    found = fit_ellipse(draw_ellipse(Ellipse(x, y, a, b, angle), 256, 256))
    assert found is not None
    assert (found.x, found.y) == pytest.approx((x, y), abs=0.6)
    assert (found.a, found.b) == pytest.approx((a, b), abs=0.7)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1000), st.floats(0, 511), st.floats(0, 511))
def test_defect_windows_stay_inside_and_near_the_middle(seed: int, x: float, y: float):
    spot = region(x, y, 80, 20, 0.4)
    top, left = place_on_defect(spot, (512, 512), 128, np.random.default_rng(seed))
    assert 0 <= top <= 384
    assert 0 <= left <= 384
    assert abs(np.clip(x, 64, 448) - (left + 64)) <= 41
    assert abs(np.clip(y, 64, 448) - (top + 64)) <= 41


def test_normal_windows_never_touch_a_region():
    spot = region(256, 256, 100, 60)
    for seed in range(50):
        corner = place_anywhere((512, 512), 128, np.random.default_rng(seed), spot)
        assert corner is not None
        top, left = corner
        assert not spot.mask[top : top + 128, left : left + 128].any()


def test_no_normal_window_where_the_region_is_everywhere():
    everywhere = Region(np.ones((200, 200), bool), Ellipse(100, 100, 100, 100, 0))
    assert place_anywhere((200, 200), 128, np.random.default_rng(0), everywhere) is None


def test_window_targets_by_hand():
    # A region 32 px long in the middle of a 256-px crop; windows 128 px, every 64 px.
    spot = region(128, 128, 16, 8, side=256)
    targets = window_targets(spot, (0, 0), 128, 64, (3, 3), 7, 4)
    # Only the middle window holds the inner half; all others touch the region's edge at 112..144.
    assert targets.tolist() == [[-1, -1, -1], [-1, 7, -1], [-1, -1, -1]]
    far = region(20, 20, 16, 8, side=256)
    # Corner window holds it; windows that start at 64 begin beyond its end (36): normal.
    assert window_targets(far, (0, 0), 128, 64, (3, 3), 7, 4).tolist() == [
        [7, 4, 4],
        [4, 4, 4],
        [4, 4, 4],
    ]
    # The same region seen by a crop that starts at (128, 128): not there at all.
    assert (window_targets(far, (128, 128), 64, 64, (2, 2), 7, 4) == 4).all()
    assert IGNORED == -1


@pytest.mark.parametrize("which", range(8))
def test_turning_a_crop_turns_its_targets(which: int):
    crop = np.zeros((6, 6), np.uint8)
    crop[0:2, 2:4] = 1
    targets = np.zeros((3, 3), np.int64)
    targets[0, 1] = 1
    turned = turn(crop, which)
    assert np.array_equal(turned.reshape(3, 2, 3, 2).max((1, 3)), turn(targets, which))


def test_the_eight_turns_differ():
    patch = np.arange(9, dtype=np.uint8).reshape(3, 3)
    assert len({turn(patch, which).tobytes() for which in range(8)}) == 8


@pytest.mark.parametrize("shape", [(20, 300), (128, 128), (1, 1), (50, 40, 3)])
def test_small_images_are_padded_to_one_window(shape: tuple[int, ...]):
    image = np.arange(np.prod(shape), dtype=np.int64).reshape(shape).astype(np.uint8)
    padded = pad_to_window(image, 128)
    assert padded.shape[:2] == (max(128, shape[0]), max(128, shape[1]))
    assert np.array_equal(padded[: shape[0], : shape[1]], image)


def test_whole_size_keeps_the_proportions():
    assert whole_size((512, 512), 224) == (224, 224)
    assert whole_size((1000, 500), 224) == (224, 112)
    assert whole_size((100, 100), 224) == (96, 96)


# ---------------------------------------------------------------- choosing


def labelled(regions: bool, normal: bool = True) -> DataSet:
    state = True if normal else None
    ellipse = Ellipse(10, 10, 5, 5, 0) if regions else None
    samples = [Sample("b.png", Label("", "defective", state), ellipse=ellipse)]
    if normal:
        samples.append(Sample("a.png", Label("", "", False)))
    return DataSet(Path(), "folders", "One folder per class", tuple(samples))


@pytest.mark.parametrize(
    ("data", "longest", "view"),
    [
        (labelled(True), 512, View.PATCHES),
        (labelled(False), 512, View.BAGS),
        (labelled(False), 200, View.WHOLE),
        (labelled(False, normal=False), 2000, View.WHOLE),
    ],
)
def test_the_view_follows_from_the_data(data: DataSet, longest: int, view: View):
    chosen, reason = choose_view(data, longest, 128)
    assert chosen is view
    assert reason.endswith((".", "shown whole."))


# ---------------------------------------------------------------- batches


@pytest.fixture(scope="module")
def store(tiny_set: Path) -> ImageStore:
    return ImageStore(open_dataset(tiny_set))


def sampler(store: ImageStore, **values: object) -> Sampler:
    recipe = default_recipe("transfer", batch=8, **values)
    return Sampler(store, tuple(range(len(store.data.samples))), recipe, View.PATCHES)


def test_a_batch_depends_on_seed_and_iteration_alone(store: ImageStore):
    first, again = sampler(store), sampler(store)
    again.batch(3)
    for iteration in (0, 5, 2):
        assert np.array_equal(first.batch(iteration).pixels, again.batch(iteration).pixels)
    assert not np.array_equal(first.batch(0).pixels, sampler(store, seed=1).batch(0).pixels)


def test_balanced_batches_are_half_defective(store: ImageStore):
    labels = store.data.labels
    for iteration in range(4):
        targets = sampler(store).batch(iteration).targets
        assert sum(labels[t].defective is True for t in targets.ravel()) == 4


def test_without_balance_an_epoch_shows_every_image_once(store: ImageStore):
    maker = sampler(store, balanced=False)
    seen = [index for iteration in range(5) for index in maker.members(iteration)]
    assert sorted(seen) == list(range(40))


def test_no_augmentation_means_fixed_windows(store: ImageStore):
    def windows_of(shift: bool) -> set[bytes]:
        maker = sampler(store, balanced=False, shift=shift)
        return {
            maker.batch(iteration).pixels[place].tobytes()
            for iteration in range(15)
            for place, index in enumerate(maker.members(iteration))
            if index == 7
        }

    assert len(windows_of(shift=False)) == 1
    assert len(windows_of(shift=True)) == 3


def test_crops_name_the_windows_beside_the_defect_normal(store: ImageStore):
    batch = sampler(store).batch(0, large=True)
    assert batch.pixels.shape == (2, 256, 256)
    assert batch.targets.shape == (2, 9, 9)
    labels = store.data.labels
    for grid in batch.targets:
        named = {labels[t] for t in np.unique(grid) if t != IGNORED}
        assert len({label.texture for label in named}) == 1
        assert any(label.defective for label in named) or (grid != IGNORED).all()


@pytest.mark.parametrize("seen", [True, False])
def test_grey_and_colour_images_of_several_sizes_make_one_batch(tmp_path: Path, seen: bool):
    rng = np.random.default_rng(0)
    for number in range(60):
        shape = (90 + number, 140) + ((3,) if number == 59 else ())
        folder = tmp_path / ("good" if number % 2 else "bad")
        folder.mkdir(exist_ok=True)
        write_image(folder / f"{number:02d}.png", rng.integers(0, 255, shape).astype(np.uint8))
    mixed = ImageStore(open_dataset(tmp_path))
    recipe = default_recipe("small", batch=60, window=64, balanced=False)
    maker = Sampler(mixed, tuple(range(60)), recipe, View.BAGS)
    assert maker.colour
    maker.colour = seen  # a large set is looked at here and there only
    shape = maker.batch(0).pixels.shape
    assert shape == ((60, 64, 64, 3) if seen else (60, 64, 64))


def test_the_view_of_mixed_sizes_is_that_of_the_most_frequent_one(tmp_path: Path):
    """It was chosen from the first image in training, from the most frequent size on screen."""
    for label in ("good", "bad"):
        (tmp_path / label).mkdir()
        for number in range(6):
            side = 2000 if number == 0 else 96  # the first one is large
            image = np.random.default_rng(number).integers(0, 255, (side, side), dtype=np.uint8)
            write_image(tmp_path / label / f"{number}.png", image)
    data = open_dataset(tmp_path)
    store = ImageStore(data)
    assert longest_side(store) == 96
    view = resolve_view(store, default_recipe("transfer"))
    assert view.value == summarise_data(data, store, 5, 0).view == "whole"
