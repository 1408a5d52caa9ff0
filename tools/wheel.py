"""Build the wheel from a clean copy of the tracked files, and say what it lacks.

    python -m tools.wheel FOLDER        # writes FOLDER/transferlens-VERSION-py3-none-any.whl

setuptools builds inside the folder it is given and takes along what an earlier build left there: a
module that was deleted would be installed again. A copy holds what is tracked now and no more.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent

PARTS = ("engine", "gui", "cli", "resources")
"""Folders that the wheel must hold whole, besides main.py."""


def tracked() -> list[str]:
    """Files of the working tree that git knows, or that it would take; relative, with slashes."""
    words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=True)
    names = done.stdout.decode("utf-8").split("\0")
    return sorted(name for name in names if name and (ROOT / name).is_file())


def wanted() -> set[str]:
    """Names of what an installed program needs: all code and all resources."""
    return {"main.py"} | {name for name in tracked() if name.split("/")[0] in PARTS}


def build(folder: Path) -> Path:
    """Build the wheel into a folder; return its path.

    Raises
    ------
    subprocess.CalledProcessError
        pip failed; what it said is on the screen.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        source, made = Path(place, "source"), Path(place, "made")
        for name in tracked():
            if name.split("/")[0] not in ("tests", "benchmarks", "docs", "findings"):
                target = source / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, target)
        pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
        subprocess.run([*pip, "--wheel-dir", str(made), str(source)], check=True)
        (wheel,) = made.glob("transferlens-*.whl")
        return Path(shutil.copy(wheel, folder))


def missing(wheel: Path) -> list[str]:
    """What an installed program needs and the wheel does not hold, sorted."""
    with zipfile.ZipFile(wheel) as held:
        return sorted(wanted() - set(held.namelist()))


def surplus(wheel: Path) -> list[str]:
    """What the wheel holds besides, its own metadata aside, sorted."""
    with zipfile.ZipFile(wheel) as held:
        names = {name for name in held.namelist() if ".dist-info/" not in name}
    return sorted(names - wanted())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    wheel = build(parser.parse_args().folder)
    lacks, more = missing(wheel), surplus(wheel)
    print(f"{wheel}: {wheel.stat().st_size / 2**20:.1f} MB")
    for name in lacks:
        print(f"lacks {name}")
    for name in more:
        print(f"holds {name}, which is none of it")
    return 1 if lacks or more else 0


if __name__ == "__main__":
    sys.exit(main())
