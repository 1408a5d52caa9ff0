"""Picture files as cameras, phones and tools leave them: formats, turned, many bits, damaged."""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.check.files import CONTRADICTING, audit, by_severity
from engine.core.errors import DataError
from engine.core.values import ReaderOptions
from engine.data.header import format_of, jpeg_header, tiff_header
from engine.data.image import encoded, read_image, read_mask, read_mask_values, write_image
from engine.data.messages import DataOpened, OpenData
from engine.data.readers.detect import open_dataset
from engine.data.region import doubt
from engine.data.sample import FULL_RANGE
from engine.data.values import CheckItem
from engine.folder.results import judge_file
from engine.network.numerics import at_hand
from engine.project.runs import RunFolder
from engine.training.messages import RunFinished, Train
from engine.training.run import load_network
from main import main
from tests.engine.conftest import Workspace, quick
from tests.engine.test_cases import HIGH, WIDE, H, W, X, Y, findings, mask, opened, part, put, said

GREY = (np.arange(HIGH * WIDE).reshape(HIGH, WIDE) % 251).astype(np.uint8)
RGB = np.stack([GREY, GREY[::-1], 255 - GREY], axis=2)


@pytest.mark.parametrize("ending", ["png", "bmp", "tif", "pgm", "jp2", "webp", "gif"])
def test_every_format_that_keeps_its_pixels(tmp_path: Path, ending: str):
    path = tmp_path / f"x.{ending}"
    how = {"webp": {"lossless": True}, "jp2": {"irreversible": False}}.get(ending, {})
    Image.fromarray(GREY).save(path, **how)
    assert np.array_equal(read_image(path), GREY)
    if ending not in ("pgm", "gif"):
        Image.fromarray(RGB).save(path, **how)
        assert np.array_equal(read_image(path), RGB)


@pytest.mark.parametrize("ending", ["jpg", "jfif", "png", "tif", "webp"])
@pytest.mark.parametrize("turned", range(2, 9))
def test_pictures_are_turned_as_every_viewer_shows_them(tmp_path: Path, ending: str, turned: int):
    """Orientations of EXIF and TIFF, 2 to 8, against Pillow's own of a PNG."""
    from PIL import ImageOps

    stored = Image.fromarray(
        cv2.resize(GREY[:16, :24], (240, 160), interpolation=cv2.INTER_NEAREST)
    )
    exif = stored.getexif()
    exif[274] = turned
    path = tmp_path / f"x.{ending}"
    form = (
        {"format": "JPEG"} if ending == "jfif" else {"lossless": True} if ending == "webp" else {}
    )
    stored.save(path, exif=exif, **form)
    like = tmp_path / "like.png"
    stored.save(like, exif=exif)
    with Image.open(like) as again:
        shown = np.asarray(ImageOps.exif_transpose(again)).astype(int)
    found = read_image(path).astype(int)
    assert found.shape == shown.shape
    assert np.abs(found - shown).mean() < 3


@pytest.mark.parametrize("ending", ["png", "jpg", "bmp"])
def test_bytes_behind_the_end_are_no_damage(tmp_path: Path, ending: str):
    path = put(tmp_path / f"x.{ending}", GREY)
    with path.open("ab") as file:
        file.write(b"\0" * 9000 + b"serial 4711")
    assert read_image(path).shape == GREY.shape


def test_a_jpeg_that_is_cut_off_is_told_by_its_own_end_and_not_by_its_previews(tmp_path: Path):
    small = encoded(GREY[:8, :8], ".jpg")
    raw = encoded(GREY, ".jpg")
    note = b"\xff\xe1" + struct.pack(">H", len(small) + 2) + small
    whole = raw[:2] + note + raw[2:]
    path = tmp_path / "x.jpg"
    path.write_bytes(whole)
    assert read_image(path).shape == GREY.shape
    path.write_bytes(whole[:-200])
    with pytest.raises(DataError, match="cut off"):
        read_image(path)


@pytest.mark.parametrize("ending", ["bmp", "tif"])
def test_uncompressed_files_that_are_cut_off_are_refused(tmp_path: Path, ending: str):
    path = put(tmp_path / f"x.{ending}", GREY)
    path.write_bytes(path.read_bytes()[: HIGH * WIDE // 2])
    with pytest.raises(DataError, match="cut off"):
        read_image(path)


def test_a_header_that_claims_more_pixels_than_the_file_can_hold(tmp_path: Path):
    raw = bytearray(encoded(GREY, ".jpg"))
    place = raw.find(b"\xff\xc0")
    raw[place + 5 : place + 9] = struct.pack(">HH", 20000, 20000)
    path = tmp_path / "x.jpg"
    path.write_bytes(raw)
    with pytest.raises(DataError, match="claims 20000x20000 pixels"):
        read_image(path)
    found = jpeg_header(bytes(raw))
    assert found is not None and (found.width, found.height) == (20000, 20000)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIF file"),
        (b"%PDF-1.7 and so on", "a PDF file"),
        (b"no picture at all", "not a readable image"),
    ],
)
def test_a_file_that_is_no_picture_says_what_it_is(tmp_path: Path, head: bytes, words: str):
    path = tmp_path / "x.png"
    path.write_bytes(head + bytes(200))
    with pytest.raises(DataError, match=words):
        read_image(path)


def test_a_gif_called_png_is_read(tmp_path: Path):
    path = put(tmp_path / "x.gif", GREY).rename(tmp_path / "x.png")
    assert np.array_equal(read_image(path), GREY)


def test_a_pipe_called_like_a_picture_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "x.png")
    with pytest.raises(DataError, match="no file"):
        read_image(tmp_path / "x.png")


# ---------------------------------------------------------------- many bits


@pytest.mark.parametrize(("bits", "high"), [(10, 1023), (12, 4095), (14, 16383), (16, 65535)])
def test_one_factor_for_the_set_from_all_its_files(tmp_path: Path, bits: int, high: int):
    for i in range(30):
        path = tmp_path / ("good" if i % 2 else "bad") / f"{i:02d}.{('png', 'tif')[i % 3 == 0]}"
        path.parent.mkdir(exist_ok=True)
        image = np.full((HIGH, WIDE), 100 + i, np.uint16)
        if i == 17:
            image[3, 3] = high - 2
        cv2.imwrite(str(path), image)
    data = opened(tmp_path)
    assert data.grey == (0.0, float(high))
    (reason,) = said(data, "note")
    assert f"hold {bits} bits" in reason and "30 files" in reason


def test_fractions_and_eight_bits_beside_deep_files(tmp_path: Path):
    for i in range(3):
        path = tmp_path / f"good/{i}.tif"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray((part() / np.float32(255)).astype(np.float32)).save(path)
        put(tmp_path / f"bad/{i}.png", part(True))
    data = opened(tmp_path)
    assert data.grey == (0.0, 1.0)
    assert read_image(data.samples[-1].path, data.grey).max() > 120
    assert read_image(data.samples[0].path, data.grey).max() == 230, "8 bits stay as they are"


@pytest.mark.parametrize("window", [(5.0,), (9.0, 9.0), (9.0, 1.0), (0.0, 1e300)])
def test_a_grey_window_is_two_values_in_order(tmp_path: Path, window: tuple[float, ...]):
    put(tmp_path / "good/0.png", part())
    put(tmp_path / "bad/0.png", part(True))
    with pytest.raises(DataError, match="A grey window is two values"):
        open_dataset(tmp_path, ReaderOptions(grey=window))


@pytest.fixture(scope="module")
def deep_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A set of 12-bit files, grey, and a run trained on it."""
    root = tmp_path_factory.mktemp("deep")
    rng = np.random.default_rng(3)
    for i in range(48):
        image = rng.normal(1900, 120, (96, 96))
        if i % 2:
            image[30:60, 30:60] = 3600
        path = root / "set" / ("bad" if i % 2 else "good") / f"{i:02d}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(path), image.clip(0, 4095).astype(np.uint16))
    work = Workspace()
    events = work.run(Train(1, str(root / "set"), str(root / "project"), quick(iterations=40)))
    (finished,) = [event for event in events if isinstance(event, RunFinished)]
    return root / "set", Path(finished.run.path)


def test_the_grey_window_goes_with_the_run_and_judges_alike(deep_run: tuple[Path, Path]):
    data, run = deep_run
    record = RunFolder.load(run).record
    assert record.options.grey == record.grey == (0.0, 4095.0) and record.colour is False
    judge = record.judge(load_network(RunFolder.load(run)), at_hand(record.numerics))
    file = data / "bad/01.png"
    found = judge_file(judge, file, 0)
    assert np.array_equal(found.image, read_image(file, (0.0, 4095.0)))
    assert found.image.max() > 200, "not the sixteen levels of the whole range"
    work = Workspace()
    (shown,) = [
        event.data
        for event in work.run(OpenData(1, str(data), record.reading))
        if isinstance(event, DataOpened)
    ]
    assert shown.fingerprint == record.fingerprint and shown.grey == record.grey


def test_the_exported_file_keeps_window_and_grey_and_judges_alike(
    deep_run: tuple[Path, Path], tmp_path: Path
):
    pytest.importorskip("onnxruntime")
    data, run = deep_run
    file = tmp_path / "model.onnx"
    assert main(["export", str(run), "--onnx", str(file)]) == 0
    about = json.loads(file.with_suffix(".json").read_text("utf-8"))
    assert about["grey_window"] == [0.0, 4095.0] and about["colour"] is False
    stray = tmp_path / "colour.png"
    write_image(stray, RGB.repeat(2, 0).repeat(2, 1))
    files = [data / "bad/01.png", data / "good/00.png", stray]
    script = [sys.executable, str(tmp_path / "model_example.py"), *map(str, files)]
    lines = subprocess.run(script, capture_output=True, text=True, check=True).stdout.splitlines()
    record = RunFolder.load(run).record
    judge = record.judge(load_network(RunFolder.load(run)), at_hand(record.numerics))
    for line, path in zip(lines, files, strict=True):
        score = judge_file(judge, path, 0).prediction.score
        assert float(line.split("\t")[2]) == pytest.approx(score, abs=1e-4)


def test_a_run_from_before_keeps_the_whole_range(deep_run: tuple[Path, Path]):
    record = RunFolder.load(deep_run[1]).record
    from dataclasses import replace

    old = replace(record, options=ReaderOptions(), colour=None)
    assert old.grey == FULL_RANGE and old.reading.grey == FULL_RANGE


# ---------------------------------------------------------------- what a check finds


def test_a_picture_that_holds_nothing_is_a_finding(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
    put(tmp_path / "good/9.png", np.zeros((HIGH, WIDE), np.uint8))
    (found,) = [words for kind, words in findings(opened(tmp_path)) if kind == "file"]
    assert found.startswith("Every pixel has the value 0")


def test_doubles_with_contradicting_labels_are_worded_so_and_come_first(tmp_path: Path):
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
    (tmp_path / "good/8.png").write_bytes((tmp_path / "bad/0.png").read_bytes())
    (tmp_path / "good/9.png").write_bytes((tmp_path / "good/0.png").read_bytes())
    (tmp_path / "good/cut.png").write_bytes((tmp_path / "good/0.png").read_bytes()[:90])
    data = opened(tmp_path)
    work = audit(data)
    items: list[CheckItem] = []
    while not items:
        try:
            next(work)
        except StopIteration as end:
            items = by_severity(end.value)
    assert [item.kind for item in items if item.kind != "near"] == ["same", "file", "same"]
    first = items[0].problem
    assert first.template == CONTRADICTING
    assert "one is called normal and the other defective" in first.reason


@pytest.mark.parametrize("why", ["inverted", "large", "borders", "soft"])
def test_masks_in_doubt_are_asked_about(tmp_path: Path, why: str):
    made = {
        "inverted": 255 - mask(),
        "large": np.pad(np.full((HIGH - 2, WIDE - 2), 255, np.uint8), 1),
        "borders": np.where(np.eye(HIGH, WIDE, dtype=bool), 255, 0).astype(np.uint8),
        "soft": cv2.GaussianBlur(mask(), (9, 9), 0),
    }[why]
    if why == "borders":
        made[:, -1] = made[-1, :] = 255
    for i in range(3):
        put(tmp_path / f"good/{i}.png", part())
        put(tmp_path / f"bad/{i}.png", part(True))
        put(tmp_path / f"bad/{i}_mask.png", made)
    assert doubt(made)[0] == why
    data = opened(tmp_path)
    asked = [p for p in data.problems if p.kind == "ask"]
    assert len(asked) == 3 and not any(s.has_region for s in data.samples)
    assert "not used until you say: masks =" in asked[0].reason
    used = opened(tmp_path, answers=(("masks", "as-they-are"),))
    assert sum(s.has_region for s in used.samples) == 3
    assert used.fingerprint != data.fingerprint


def test_masks_with_values_as_small_as_one_and_masks_in_the_transparency(tmp_path: Path):
    put(tmp_path / "one.png", mask(value=1))
    put(tmp_path / "deep.png", mask(value=1).astype(np.uint16))
    rgba = np.zeros((HIGH, WIDE, 4), np.uint8)
    rgba[..., 3] = mask()
    put(tmp_path / "alpha.png", rgba)
    palette = Image.fromarray(mask(value=2), mode="P")
    palette.putpalette([0, 0, 0, 0, 0, 0, 0, 0, 255])
    palette.save(tmp_path / "palette.png")
    for name in ("one", "deep", "alpha", "palette"):
        found = read_mask(tmp_path / f"{name}.png")
        assert found.sum() == W * H and found[Y, X], name
    assert read_mask_values(tmp_path / "deep.png").max() == 1


def test_headers_of_damaged_tiffs_end_and_say_nothing():
    rng = np.random.default_rng(0)
    whole = bytearray(
        b"II*\0\x08\0\0\0\x02\0" + struct.pack("<HHII", 256, 3, 1, 9) * 2 + struct.pack("<I", 8)
    )
    for _ in range(300):
        raw = bytearray(whole)
        for place in rng.integers(2, len(raw), 4):
            raw[place] = rng.integers(256)
        found = tiff_header(len(raw), lambda at, n, raw=raw: bytes(raw[at : at + n]))
        assert found is None or found.pages >= 1
    assert format_of(bytes(whole)) == "TIFF"
