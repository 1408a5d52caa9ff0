"""Arrays that leave the engine: nobody can change them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray


def frozen(values: ArrayLike, kind: Any = None) -> NDArray[Any]:
    """A contiguous, read-only copy that no later work in the engine can change.

    Parameters
    ----------
    values
        Of any shape.
    kind
        The copy's number type; None: that of the values.
    """
    made = np.array(values, dtype=kind, order="C", copy=True)
    made.setflags(write=False)
    return made
