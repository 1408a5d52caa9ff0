"""The generator of texture data sets: bytes, layout, masks, cancelling and refusals."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.data.image import read_image
from engine.data.synth.defects import add_defect
from engine.data.synth.noise import Field
from engine.data.synth.shapes import ellipse_mask
from engine.data.synth.textures import texture
from engine.data.synth.writer import SynthProgress, SynthSpec, write_dataset

TEXTURES = range(1, 7)
TINY = SynthSpec(textures=(3, 5), normal=4, defective=3, size=128, seed=7)


def contents(root: Path) -> dict[str, bytes]:
    """Give every file below ``root`` by its relative path."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def written(root: Path, spec: SynthSpec, workers: int = 0) -> dict[str, bytes]:
    list(write_dataset(root, spec, workers=workers))
    return contents(root)


def grey_pairs(number: int, size: int, seed: int) -> tuple[Field, Field, np.ndarray]:
    """Give the same image without and with a defect, and the mask."""
    rng = np.random.default_rng([seed, number])
    normal = texture(number, size, rng)
    defective, ellipse = add_defect(number, normal, rng)
    return normal, defective, ellipse_mask(ellipse, size)


def test_the_bytes_depend_on_the_seed_and_not_on_the_workers(tmp_path: Path) -> None:
    alone = written(tmp_path / "alone", TINY)
    assert written(tmp_path / "shared", TINY, workers=2) == alone
    other = written(tmp_path / "other", SynthSpec((3, 5), 4, 3, 128, seed=8))
    images = [name for name in alone if name.endswith(".PNG") and name in other]
    assert images and all(alone[name] != other[name] for name in images)


def test_an_image_does_not_depend_on_how_many_others_are_asked_for(tmp_path: Path) -> None:
    few = written(tmp_path / "few", SynthSpec((2,), 2, 0, 128))
    many = written(tmp_path / "many", SynthSpec((2, 4), 4, 2, 128))
    images = {data for name, data in few.items() if name.endswith(".PNG")}
    assert len(images) == 2 and images <= set(many.values())


def test_the_layout_is_that_of_the_release(tmp_path: Path) -> None:
    steps = list(write_dataset(tmp_path / "set", TINY))
    assert steps == [SynthProgress(done, 14) for done in range(1, 15)]
    assert [path.name for path in tmp_path.iterdir()] == ["set"]
    about = json.loads((tmp_path / "set" / "synth.json").read_text(encoding="utf-8"))
    assert about["spec"]["normal"] == 4 and "generated" in about["about"]
    for number in (3, 5):
        first = 1
        for split, normal, defective in (("Test", 2, 1), ("Train", 2, 2)):
            folder = tmp_path / "set" / f"Class{number}" / split
            text = (folder / "Label" / "Labels.txt").read_text(encoding="ascii")
            lines = text.split("\n")
            assert lines[0] == "1" and lines[-1] == ""
            rows = [line.split("\t") for line in lines[1:-1]]
            names = [f"{place:04d}" for place in range(first, first + normal + defective)]
            first += len(rows)
            assert [row[0] for row in rows] == names
            assert [row[2] for row in rows] == [f"{name}.PNG" for name in names]
            marked = [row[0] for row in rows if row[1] == "1"]
            assert len(marked) == defective
            for row in rows:
                ending = ["0", f"{row[0]}_label.PNG"] if row[1] == "1" else ["0", "0", ""]
                assert row[3:] == ending
            assert {path.name for path in folder.glob("*.PNG")} == {row[2] for row in rows}
            labels = {path.name for path in (folder / "Label").glob("*.PNG")}
            assert labels == {f"{name}_label.PNG" for name in marked}
            mask = read_image(folder / "Label" / f"{marked[0]}_label.PNG")
            assert mask.shape[:2] == (128, 128) and set(np.unique(mask)) == {0, 255}


@pytest.mark.parametrize("number", TEXTURES)
@pytest.mark.parametrize("size", [128, 512])
def test_the_mask_covers_what_the_defect_changed(number: int, size: int) -> None:
    for seed in range(3):
        normal, defective, mask = grey_pairs(number, size, seed)
        changed = np.abs(defective - normal) > 8
        assert changed.sum() > 100
        assert mask[changed].mean() > 0.97 * 255
        # Weak, yet no blanket over the whole image.
        assert 0 < (mask > 0).mean() < (0.13 if size == 512 else 0.75)
        assert defective.dtype == np.float32 and 0 <= defective.min() <= defective.max() <= 255


def test_the_defects_have_the_sign_of_the_real_ones() -> None:
    for number, sign in ((2, -1), (3, 1), (4, -1), (5, -1), (6, -1)):
        normal, defective, mask = grey_pairs(number, 512, 1)
        assert sign * float((defective - normal)[mask > 0].mean()) > 0.5
    normal, defective, _ = grey_pairs(1, 512, 1)
    spot = np.abs(defective - normal) > 0.5
    assert defective[spot].std() < 0.6 * normal[spot].std()


def test_the_textures_differ_in_simple_statistics() -> None:
    def statistics(number: int, seed: int) -> np.ndarray:
        image = texture(number, 512, np.random.default_rng([seed, number]))
        step_x, step_y = (
            np.abs(np.diff(image, axis=1)).mean(),
            np.abs(np.diff(image, axis=0)).mean(),
        )
        return np.array([image.mean() / 10, image.std() / 5, step_x / 5, step_y / 5])

    centres = {number: statistics(number, 0) for number in TEXTURES}
    for number in TEXTURES:
        for seed in (1, 2, 3):
            found = statistics(number, seed)
            nearest = min(centres, key=lambda k: float(np.abs(centres[k] - found).sum()))
            assert nearest == number


@pytest.mark.parametrize("workers", [0, 1])
def test_closing_early_leaves_nothing_behind(tmp_path: Path, workers: int) -> None:
    spec = SynthSpec((2,), 40, 0, 128)
    progress = write_dataset(tmp_path / "set", spec, workers=workers)
    assert next(progress).done > 0
    assert any(tmp_path.iterdir())
    progress.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_is_refused_and_an_empty_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    spec = SynthSpec((5,), 1, 0, 128)
    assert "synth.json" in written(tmp_path / "set", spec)
    before = contents(tmp_path)
    with pytest.raises(DataError, match="set exists and is not empty; choose a new folder"):
        write_dataset(tmp_path / "set", spec)
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        (SynthSpec(textures=(1, 7)), "choose from 1 to 6"),
        (SynthSpec(textures=()), "choose from 1 to 6"),
        (SynthSpec(textures=(2, 2)), "name each once"),
        (SynthSpec(normal=-1), "no negative number"),
        (SynthSpec(normal=0, defective=0), "at least one"),
        (SynthSpec(size=127), "128 px or more"),
        (SynthSpec(seed=-1), "0 or more"),
    ],
)
def test_a_bad_spec_is_refused(tmp_path: Path, spec: SynthSpec, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        write_dataset(tmp_path / "set", spec)
    assert list(tmp_path.iterdir()) == []
