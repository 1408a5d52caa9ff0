"""Runs the trial; see the package."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks.faults.disk import disk
from benchmarks.faults.full import full
from benchmarks.faults.ground import prepare
from benchmarks.faults.hostile import hostile
from benchmarks.faults.images import images
from benchmarks.faults.kills import kills
from benchmarks.faults.resumes import resumes
from benchmarks.faults.window import closings, monkey, offline, soak, together

PARTS = {
    "images": images, "hostile": hostile, "kills": kills, "resumes": resumes, "disk": disk,
    "full": full, "together": together, "offline": offline, "closings": closings,
    "monkey": monkey, "soak": soak,
}  # fmt: skip

WHEN_ASKED = ("soak",)
"""Takes hours: only where it is named."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults")
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=", ".join(PARTS) + "; all but soak"
    )
    parser.add_argument("--short", action="store_true", help="some of each, in a minute or two")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=None, help="where damaged projects are made")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    root = arguments.out or Path(tempfile.mkdtemp(prefix="faults-"))
    os.environ["TRANSFERLENS_CACHE"] = str(root / "cache")
    os.environ["TRANSFERLENS_KEYS"] = str(root / "keys")
    ground = prepare(root.resolve(), arguments.seed)
    bad = 0
    for name in arguments.parts or [each for each in PARTS if each not in WHEN_ASKED]:
        began = time.monotonic()
        tally = PARTS[name](ground, arguments.seed, short=arguments.short)
        tally.notes.append(f"{time.monotonic() - began:.0f} s")
        tally.say()
        bad += len(tally.failed)
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
