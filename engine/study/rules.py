"""The rules of the findings: their version, short words and numbers, and a hash of all of them.

docs/claims.md has them in full. A board says by which rules it was filled, so that nobody has to
trust that they were not changed after looking.
"""

from __future__ import annotations

import hashlib
import json
from typing import Final

RULES_VERSION = 4
"""Of docs/claims.md; raised with every change of a rule."""

APART = 0.25
"""Claim 1: least 1-NN domain accuracy above the control's."""

CONTROL_RANGE = (0.35, 0.65)
"""Where the positive control of claim 1 must lie to be one."""

FITTED = 0.05
"""Claim 2: least training accuracy above test accuracy."""

TIMES = 10.0
"""Claim 3: how many times more iterations count as very many."""

LIVE_WANTED = 16
"""Claims 3 and 4: live images below which an AUC decides nothing."""

ARTICLE_ITERATIONS = 2242
"""Claim 4: after which the article's transfer was done."""

LESS_MOVED, LEANING = 1.0, 0.32
"""Claim 5: log2 of the ratio of the networks' displacements, and of a network's thirds."""

SPARSER = 0.10
"""Claim 6: least dead share above scratch-aug's."""

FLATTER, FLATTER_BESIDE = 0.10, 0.02
"""Claim 7: ln of the ratio of D, and of D beside its Gaussian control."""

OVERLAPPING = 0.05
"""Claim 8: least overlap above transfer's."""

OVERLAP_LEVELS = (0.05, 0.1, 0.2, 0.3)
"""Probabilities above which a defect shows, on lines between windows."""

PAIRS_WANTED = 10
"""Claim 8: pairs with two ends called defective below which an overlap decides nothing."""

WORSE_FROZEN = 0.05
"""Claim 9: least accuracy below transfer's."""

LOST, SEEDS = 0.03, 3
"""Claim 10: least loss above transfer's student's, in accuracy and in AUC, and seeds for it."""

ALIKE = 0.01
"""Largest difference in AUC of two networks that solved the task alike."""

FLAT_FROM, FLAT_SLOPE = 0.8, -0.01
"""Share of a run from which its loss must be flat, and the least slope a tenth of the run, in units
of the loss of its first tenth."""

RULES: Final[dict[int, str]] = {
    1: "1-NN domain accuracy (cosine) less the control's: at least 0.25. Needs 20 source "
    "photographs and a control between 0.35 and 0.65.",
    2: "Accuracy on its training images less that on test images: at least 5 points. Needs a "
    "training accuracy above the trivial baseline.",
    3: "Scratch-aug's last miss of the target AUC at ten times transfer's first hit, or later, and "
    "it does reach it. Needs 16 live images.",
    4: "Every fold's test AUC reaches the target, within 2,242 iterations, without augmentation. "
    "Needs 16 live images.",
    5: "Change beside its null, an equal displacement of every weight: transfer at most half of "
    "scratch-aug; transfer's upper third of layers 1.25 times the lower third, scratch-aug's the "
    "reverse. Plain SGD at equal rates; converged networks that solved the task alike.",
    6: "Dead share of the last three layers at least 10 points above scratch-aug's. Converged "
    "networks that solved the task alike.",
    7: "Flatness index at least 10 % below scratch-aug's, and still below it beside the Gaussian "
    "control. Converged networks that solved the task alike.",
    8: "Share of the line on which both defects show, mean over the levels 0.05 to 0.3 (50 pairs "
    "of aligned windows, below the last layer, both ends called defective): at least 5 points "
    "less than scratch-aug's. Converged networks that solved the task alike.",
    9: "Test accuracy of transfer less that of frozen: at least 5 points. The probe on the same "
    "frozen features stands beside it.",
    10: "Accuracy and AUC lost from network to student, at equal size, three seeds each: at least "
    "3 points less than scratch-aug's. Converged networks that solved the task alike.",
}
"""How each finding is decided, in short."""


def rules_hash() -> str:
    """First 12 digits of a SHA-256 over version, words and numbers of the rules."""
    numbers = {
        name: value
        for name, value in sorted(globals().items())
        if name.isupper() and isinstance(value, int | float | tuple)
    }
    held = json.dumps({"numbers": numbers, "rules": RULES}, sort_keys=True)
    return hashlib.sha256(held.encode()).hexdigest()[:12]
