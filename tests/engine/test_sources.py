"""Photographs out of a package: a small one is made here, of the same kind of files."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path

import cv2
import numpy as np
import pytest

from cli.sources import ROOMS, folder_of, is_photograph, members
from engine.data.image import read_image
from engine.measures.features import find_photographs
from main import main


def picture(grey: bool = False, side: int = 140, alpha: bool = False) -> bytes:
    rng = np.random.default_rng(side)
    pixels = rng.integers(0, 256, (side, side, 1 if grey else 3), dtype=np.uint8)
    pixels = np.repeat(pixels, 3, 2) if grey else pixels
    if alpha:
        pixels = np.dstack([pixels, np.zeros((side, side), np.uint8)])
    return cv2.imencode(".webp", pixels)[1].tobytes()


def archive(parts: dict[str, bytes]) -> bytes:
    """An `ar` archive."""
    result = b"!<arch>\n"
    for name, body in parts.items():
        result += f"{name:<16}{0:<12}{0:<6}{0:<6}{100644:<8}{len(body):<10}`\n".encode()
        result += body + b"\n" * (len(body) % 2)
    return result


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    tarred = io.BytesIO()
    with tarfile.open(fileobj=tarred, mode="w:xz") as inside:
        for number, room in enumerate(ROOMS):
            (folder / "a.webp").write_bytes(picture(side=140 + number))
            (folder / "grey.webp").write_bytes(picture(grey=True))
            (folder / "small.webp").write_bytes(picture(side=100))
            (folder / "drawing.webp").write_bytes(picture(alpha=True))
            names = "".join(f"<file>{n}.webp</file>" for n in ("a", "grey", "small", "drawing"))
            listing = folder / "r.qrc"
            listing.write_text(f'<RCC><qresource prefix="/x">{names}</qresource></RCC>')
            tool = Path(sys.executable).with_name("pyside6-rcc")
            made = folder / f"{room}.rcc"
            subprocess.run([tool, "--binary", listing, "-o", made], check=True)
            inside.add(made, f"./usr/share/gcompris-qt/rcc/{room}.rcc")
        note = b"who made what"
        entry = tarfile.TarInfo("./usr/share/doc/gcompris-qt-data/copyright")
        entry.size = len(note)
        inside.addfile(entry, io.BytesIO(note))
    whole = folder / "data.deb"
    parts = {"debian-binary": b"2.0\n", "control.tar.xz": b"", "data.tar.xz": tarred.getvalue()}
    whole.write_bytes(archive(parts))
    return whole


def test_photographs_of_a_package_become_source_and_control(package, tmp_path, capsys):
    assert main(["sources", str(package), str(tmp_path / "p")]) == 0
    assert "note: not gcompris-qt-data 3.1-2" in capsys.readouterr().out
    names = {f"{room}-a.webp" for room in ROOMS}
    kept = set()
    for folder in ("source", "control"):
        found = find_photographs(tmp_path / "p" / folder)
        assert {path.name for path in found.files} == {n for n in names if folder_of(n) == folder}
        assert read_image(found.files[0]).ndim == 3
        kept |= {path.name for path in found.files}
    assert kept == names
    assert (tmp_path / "p" / "copyright").read_text() == "who made what"


def test_what_is_no_package_is_refused_in_words(tmp_path, capsys):
    (tmp_path / "x.deb").write_bytes(b"nothing of the kind")
    assert main(["sources", str(tmp_path / "x.deb"), str(tmp_path / "p")]) == 2
    assert "no Debian package" in capsys.readouterr().err
    assert main(["sources", str(tmp_path / "none.deb"), str(tmp_path / "p")]) == 2
    assert "apt-get download" in capsys.readouterr().err
    with pytest.raises(ValueError, match="no ar archive"):
        list(members(b"PK"))


def test_only_opaque_colour_pictures_of_a_windows_size_count():
    assert is_photograph(picture())
    assert not any(map(is_photograph, (picture(grey=True), picture(side=100), b"no picture")))
