"""Errors in methods that Qt calls: reported like those of slots, never passed into C++.

An error that leaves an override of a Qt method is handed on by the binding, which reads it as an
exception object. Errors raised by Python's own C code (`tuple.index`, a missing key) are none yet
under Python 3.11, and the program ends with a segmentation fault instead of a message (PySide6
6.9.3). So every override is guarded; the architecture test looks for those that are not.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def guarded_to(fallback: Callable[[], T]) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Guard an override of a Qt method that returns something.

    Parameters
    ----------
    fallback
        Makes what is returned after an error.
    """

    def decorate(method: Callable[P, T]) -> Callable[P, T]:
        @functools.wraps(method)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            try:
                return method(*args, **kwargs)
            except Exception:
                sys.excepthook(*sys.exc_info())
                return fallback()

        return call

    return decorate


def guarded(method: Callable[P, None]) -> Callable[P, None]:
    """Guard an override of a Qt method: an error goes to `sys.excepthook`, and the method ends."""
    return guarded_to(lambda: None)(method)
