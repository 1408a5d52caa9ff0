"""Pictures that the stylesheet names: files that no window leaves behind."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from gui.style.stylesheet import stylesheet
from gui.style.theme import DARK, LIGHT


def pictures(sheet: str) -> set[Path]:
    return {Path(name) for name in re.findall(r'url\("?([^")]+)"?\)', sheet)}


def test_a_window_makes_no_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path / "cache"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    found = [pictures(stylesheet(colours, 10)) for colours in (LIGHT, DARK)]
    assert all(found)
    assert found[0] != found[1]
    for path in found[0] | found[1]:
        assert path.is_relative_to(tmp_path / "cache")
        assert path.read_text("utf-8").startswith("<svg")
    assert pictures(stylesheet(LIGHT, 10)) == found[0]
    assert list((tmp_path / "temporary").iterdir()) == []


def test_where_the_cache_cannot_be_written_the_pictures_are_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path / "file"))
    assert all(path.is_file() for path in pictures(stylesheet(LIGHT, 10)))
