from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.core.errors import DataError
from engine.data.image import outline, read_image, read_mask, resize, shrink, write_image


def save(path: Path, array: np.ndarray) -> Path:
    ok, data = cv2.imencode(path.suffix, array)
    assert ok
    data.tofile(path)
    return path


@pytest.mark.parametrize("suffix", [".png", ".bmp", ".tiff", ".PNG"])
def test_grey_round_trip_in_a_korean_folder(tmp_path: Path, suffix: str):
    folder = tmp_path / "검사 이미지"
    folder.mkdir()
    image = np.arange(64, dtype=np.uint8).reshape(8, 8)
    path = folder / f"결함{suffix}"
    write_image(path, image)
    assert np.array_equal(read_image(path), image)


def test_colour_is_read_as_rgb(tmp_path: Path):
    bgr = np.zeros((4, 4, 3), np.uint8)
    bgr[:, :, 0] = 200  # blue
    image = read_image(save(tmp_path / "blue.png", bgr))
    assert image.shape == (4, 4, 3)
    assert image[0, 0].tolist() == [0, 0, 200]


def test_grey_saved_as_colour_becomes_one_plane(tmp_path: Path):
    grey = np.repeat(np.arange(16, dtype=np.uint8).reshape(4, 4, 1), 3, axis=2)
    assert read_image(save(tmp_path / "g.png", grey)).shape == (4, 4)


def test_sixteen_bits_keep_their_full_range(tmp_path: Path):
    deep = np.array([[0, 257, 65535]], dtype=np.uint16)
    assert read_image(save(tmp_path / "deep.tiff", deep)).tolist() == [[0, 1, 255]]


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_cut_off_file_is_named_with_its_cure(tmp_path: Path, suffix: str):
    rng = np.random.default_rng(0)
    path = save(tmp_path / f"part{suffix}", rng.integers(0, 255, (64, 64)).astype(np.uint8))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(DataError, match=r"part.*Copy it again"):
        read_image(path)


@pytest.mark.parametrize("content", [b"", b"not an image"])
def test_broken_file_is_named(tmp_path: Path, content: bytes):
    path = tmp_path / "broken.png"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"broken\.png"):
        read_image(path)


def test_missing_file_is_named(tmp_path: Path):
    with pytest.raises(DataError, match=r"gone\.png"):
        read_image(tmp_path / "gone.png")


def test_only_bytes_are_written(tmp_path: Path):
    with pytest.raises(DataError, match="uint8"):
        write_image(tmp_path / "f.png", np.zeros((2, 2), np.float32))  # type: ignore[arg-type]


def test_mask_and_outline(tmp_path: Path):
    mask = np.zeros((20, 30), np.uint8)
    mask[5:10, 6:16] = 255
    read = read_mask(save(tmp_path / "m.png", mask))
    assert read.sum() == 50
    (border,) = outline(read)
    assert border.min(axis=0).tolist() == [6, 5]
    assert border.max(axis=0).tolist() == [15, 9]


def test_shrink_never_enlarges():
    image = np.zeros((100, 50), np.uint8)
    assert shrink(image, 20).shape == (20, 10)
    assert shrink(image, 500) is image
    assert resize(image, 32, 64).shape == (32, 64)


def test_opencv_leaves_qts_variables_alone():
    import os

    import engine.data.image  # noqa: F401

    assert "cv2" not in os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH", "")
    assert "cv2" not in os.environ.get("QT_QPA_FONTDIR", "")
