"""What a run's verdicts depend on, as one mark that is kept with them.

Verdicts lie in the project's database, weights and record in the run's folder. Either may be
changed without the other; a verdict counts only as long as what made it is what lies there.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path

from engine.core.errors import RunError
from engine.core.files import file_hash
from engine.project.runs import RunFolder


def judging_mark(run: Path) -> str:
    """SHA-256 over all that a run's verdicts depend on; "" where the run cannot be read.

    Its weights, its threshold and levels, its classes and which are defective, what pixels are
    turned into, windows and view.
    """
    try:
        folder = RunFolder.load(run)
        return mark_of(folder)
    except (RunError, OSError):
        return ""


def mark_of(folder: RunFolder) -> str:
    """As :func:`judging_mark`, of a run that was read.

    Raises
    ------
    OSError
        It has no weights.
    """
    record = folder.record
    values = {
        "weights": weights_hash(folder.weights),
        "threshold": record.threshold,
        "levels": record.levels,
        "labels": [asdict(label) for label in record.labels],
        "mean": list(record.preprocessing.mean),
        "std": list(record.preprocessing.std),
        "window": record.recipe.window,
        "whole_side": record.recipe.whole_side,
        "view": str(record.view),
    }
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def weights_hash(path: Path) -> str:
    """SHA-256 of a weight file, worked out once as long as it stays as it is."""
    status = path.stat()
    return _hash(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def _hash(path: Path, _written: int, _size: int) -> str:
    return file_hash(path)
