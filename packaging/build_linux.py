"""Build the one folder that needs no Python: dist/transferlens/transferlens.

    python packaging/build_linux.py [--gpu] [--out DIST]

Run it in an environment that has TransferLens with its extras `offline-weights,export`, and
PyInstaller. With PyTorch's CPU build the folder is smallest; see docs/installing.md.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent


def sizes(folder: Path) -> Counter[str]:
    """Bytes of a built folder by its parts, links not followed."""
    result: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            parts = path.relative_to(folder).parts
            result["/".join(parts[: 3 if "nvidia" in parts else 2])] += path.stat().st_size
    return result


def main() -> int:
    """Build the wheel, unpack it, and let PyInstaller collect what it needs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--gpu", action="store_true", help="keep the libraries a GPU computes with")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from tools.wheel import build

    with tempfile.TemporaryDirectory() as place:
        wheel, site = build(Path(place)), Path(place, "site")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
        subprocess.run([*pip, str(site), str(wheel)], check=True)
        own = os.environ.get("PYTHONPATH")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(site), *([own] if own else [])]),
            "TRANSFERLENS_SITE": str(site),
            "TRANSFERLENS_GPU": "1" if arguments.gpu else "0",
        }
        words = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        words += ["--distpath", str(arguments.out), "--workpath", str(Path(place, "work"))]
        words.append(str(ROOT / "packaging" / "transferlens.spec"))
        subprocess.run(words, check=True, env=environment, cwd=place)
    folder = arguments.out / "transferlens"
    parts = sizes(folder)
    print(f"{folder}: {sum(parts.values()) / 1e9:.2f} GB")
    for name, size in parts.most_common(14):
        print(f"{size / 1e6:8.0f} MB  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
