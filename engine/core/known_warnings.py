"""Warnings of libraries that are expected here, let pass for the whole process.

`catch_warnings` of the standard library changes the process, not the thread that calls it (before
Python 3.14 always, there unless a flag is set): while the engine's thread works inside one, any
other thread that leaves a block of its own puts back the filters it found. What was to be ignored
is then shown or raised in the middle of a job. So nothing of ours enters such a block; what is
expected is named here once and ignored from the start.
"""

from __future__ import annotations

import warnings

EXPECTED: tuple[tuple[str, type[Warning], str], ...] = (
    # A class with fewer images than folds is spread as far as it goes; `check` names it.
    ("The least populated class in y has only", UserWarning, r"sklearn\.model_selection"),
    # Only sizes are measured with matplotlib's own font; the reader's shows the letters.
    (r"Glyph \d+", UserWarning, ""),
    # The exporter speaks of its own inner workings.
    ("", Warning, r"(torch\.onnx|onnxscript|onnx_ir)(\.|$)"),
)
"""How a warning begins, its category, and how the module's name that is warned of begins."""


def ignore_expected() -> None:
    """Ignore what is expected; calling it again changes nothing."""
    for message, category, module in EXPECTED:
        warnings.filterwarnings("ignore", message, category, module)
