#!/usr/bin/env bash
# matplotlib 3.11.2, PySide6_Essentials 6.9.3 (QtSvg), Python 3.11: the exponents of a logarithmic
# axis, written as SVG with text kept as text (svg.fonttype "none"), are not raised when QtSvg draws
# the file. matplotlib places each piece of 10^2 by x and y of a <tspan>; QtSvg follows SVG Tiny
# 1.2, where a <tspan> has no place of its own, and sets the pieces in one row: small figures on the
# foot of the large ones, so that 10^2 reads as 10 2. With svg.fonttype "path" they stand above.
# Browsers raise both. So a plot that Qt shows must be saved with paths, or label its axis by plain
# numbers.
#
# Seen: "kept as text: exponent 0% of its height above the digits; as paths: 40% above"
# Exits 1 if that changes: if the exponent of the text is drawn above the digits, or that of the
# paths is not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  matplotlib==3.11.2 PySide6_Essentials==6.9.3 numpy==2.4.6
QT_QPA_PLATFORM=offscreen "$work/venv/bin/python" - <<'PYTHON'
import io
import sys
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.figure import Figure
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SCALE = 8
app = QGuiApplication([])
fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
assert QFontDatabase.addApplicationFont(str(fonts)) >= 0


def ink(kind: str) -> np.ndarray:
    """Dark pixels of the label 10^2 alone, written by matplotlib and drawn by QtSvg."""
    with matplotlib.rc_context({"svg.fonttype": kind, "font.family": "DejaVu Sans"}):
        figure = Figure(figsize=(1, 0.5))
        figure.text(0.2, 0.3, "$\\mathdefault{10^{2}}$", fontsize=12)
        file = io.BytesIO()
        figure.savefig(file, format="svg")
    renderer = QSvgRenderer(file.getvalue())
    size = renderer.defaultSize() * SCALE
    image = QImage(size, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(size.height(), -1)
    return rows[:, : size.width()] < 128


def raised(kind: str) -> float:
    """How much of the exponent's height lies above the top of the digits before it."""
    dark = ink(kind)
    columns = np.flatnonzero(dark.any(0))
    groups = np.split(columns, np.flatnonzero(np.diff(columns) > 1) + 1)
    digits, exponent = groups[0], groups[-1]
    assert len(groups) >= 2, "one piece"
    top, foot = (np.flatnonzero(dark[:, exponent].any(1))[k] for k in (0, -1))
    head = np.flatnonzero(dark[:, digits].any(1))[0]
    return max(0.0, (head - top) / (foot - top + 1))


text, paths = raised("none"), raised("path")
print(f"kept as text: exponent {text:.0%} of its height above the digits; as paths: {paths:.0%} above")
sys.exit(0 if text == 0 and paths > 0.2 else 1)
PYTHON
