"""What is installed: the wheel holds all code and resources, and a desktop finds the program."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from main import main
from tools import wheel

ROOT = Path(__file__).parent.parent

KINDS = {
    "main.py": 1,
    r"resources/translations/transferlens_(en|ko)\.qm": 2,
    r"resources/translations/report_ko\.json": 1,
    r"resources/icons/app\.svg": 1,
    r"resources/icons/[\w-]+\.svg": 40,
    r"resources/report/(batch|report|sign-off)\.html": 3,
    r"resources/onnx_example\.py": 1,
    r"resources/transferlens\.desktop": 1,
    r"resources/help/.+\.(md|png)": 10,
    r"engine/network/backbones/\w+\.py": 3,
    r"engine/\w+/jobs\.py": 15,
    r"cli/\w+\.py": 25,
    r"gui/\w+/\w+\.py": 100,
}
"""What an installed program cannot do without, and how many of them there are at least."""


@pytest.fixture
def in_git() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("the files are told by git")


def test_the_wheel_is_held_against_a_list_that_names_every_kind(in_git: None):
    names = wheel.wanted()
    for kind, least in KINDS.items():
        assert sum(bool(re.fullmatch(kind, name)) for name in names) >= least, kind
    assert not [name for name in names if name.startswith(("tests/", "tools/", "benchmarks/"))]


def test_a_wheel_that_lacks_a_translation_or_holds_a_stale_module_is_told(
    in_git: None, tmp_path: Path
):
    made = tmp_path / "transferlens-0-py3-none-any.whl"
    names = wheel.wanted() - {"resources/translations/transferlens_ko.qm"}
    with zipfile.ZipFile(made, "w") as file:
        for name in (*names, "engine/deleted_long_ago.py", "transferlens-0.dist-info/METADATA"):
            file.writestr(name, "")
    assert wheel.missing(made) == ["resources/translations/transferlens_ko.qm"]
    assert wheel.surplus(made) == ["engine/deleted_long_ago.py"]


def test_rooms_and_commands_are_found_in_a_program_without_files_of_its_own(tmp_path: Path):
    # A frozen program keeps its modules in an archive: a folder listing of the engine is empty there.
    archive = tmp_path / "program.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for part in ("engine", "cli", "resources"):
            for path in (ROOT / part).rglob("*.py"):
                file.write(path, path.relative_to(ROOT))
        file.write(ROOT / "main.py", "main.py")
    code = (
        "import engine.session as session, engine.network.catalogue as catalogue, cli.main as cli\n"
        f"assert session.__file__.startswith({str(archive)!r})\n"
        "print(*session.ROOMS)\n"
        "print(*catalogue.BACKBONES)\n"
        "assert all(cli.command_module(name) for name in cli.COMMANDS)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(archive)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    rooms, networks = done.stdout.splitlines()
    assert rooms.split() == sorted(path.parent.name for path in ROOT.glob("engine/*/jobs.py"))
    assert "vgg16" in networks.split()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="entries are Linux's")
def test_the_desktop_entry_starts_this_very_program_and_goes_away_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    script = tmp_path / "a $folder with 100 %" / "transferlens"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setattr(sys, "argv", [str(script), "desktop"])
    assert main(["desktop"]) == 0
    file = tmp_path / "share/applications/transferlens.desktop"
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(file, "utf-8")
    said = entry["Desktop Entry"]["Exec"].replace("%%", "%").replace("\\\\", "\\")
    assert re.sub(r'\\(["`$\\])', r"\1", said) == f'"{script}"'
    icon = tmp_path / f"share/icons/hicolor/scalable/apps/{entry['Desktop Entry']['Icon']}.svg"
    assert icon.read_text("utf-8").startswith("<svg")
    assert main(["desktop", "--remove"]) == 0
    assert not file.exists() and not icon.exists()


def bundle_of(folder: Path) -> Path:
    """A bundle whose one wheel is a program that says its words."""
    spec = importlib.util.spec_from_file_location("bundle", ROOT / "packaging/offline_bundle.py")
    assert spec is not None and spec.loader is not None
    bundle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bundle)
    (folder / "wheels").mkdir(parents=True)
    about = "transferlens-0.1.0.dist-info"
    with zipfile.ZipFile(folder / "wheels/transferlens-0.1.0-py3-none-any.whl", "w") as file:
        file.writestr("said.py", "import sys\ndef main():\n    print('it says', *sys.argv[1:])\n")
        file.writestr(
            f"{about}/METADATA",
            "Metadata-Version: 2.1\nName: transferlens\nVersion: 0.1.0\nProvides-Extra: export\n",
        )
        file.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        file.writestr(f"{about}/entry_points.txt", "[console_scripts]\ntransferlens = said:main\n")
        file.writestr(f"{about}/RECORD", "")
    bundle.write_texts(folder, "export")
    return folder


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="sha256sum is Linux's")
def test_a_bundle_installs_without_an_index_and_refuses_a_damaged_wheel(tmp_path: Path):
    folder = bundle_of(tmp_path / "a bundle")
    environment = {**os.environ, "PYTHON": sys.executable, "PIP_INDEX_URL": "http://127.0.0.1:9/"}
    environment.pop("PYTHONPATH", None)
    words = ["sh", str(folder / "install.sh"), str(tmp_path / "made here")]
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "it says doctor" in done.stdout
    (made,) = (folder / "wheels").iterdir()
    made.write_bytes(made.read_bytes()[:-1])
    words[-1] = str(tmp_path / "not made")
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode != 0 and not (tmp_path / "not made").exists()


def test_the_installer_for_windows_has_its_line_ends(tmp_path: Path):
    text = (bundle_of(tmp_path / "bundle") / "install.bat").read_bytes()
    assert text.count(b"\r\n") == text.count(b"\n") > 8 and b"\r\r" not in text
    assert b"--no-index" in text and b"transferlens[export]" in text
