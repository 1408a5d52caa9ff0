"""What the scripted session says to commands that are answered at once: a function a command.

It lies in a `scripted_*.py` of its feature, which `scripted.py` finds by its name.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.core.command import Command
from engine.core.event import Event

Emit = Callable[[Event], None]
Answer = Callable[[Emit, Any, Any], None]
"""Takes where events go, the made-up world and the command."""

ANSWERS: dict[type[Command], Answer] = {}


def answers(*kinds: type[Command]) -> Callable[[Answer], Answer]:
    """Register a function as what answers these commands."""

    def register(function: Answer) -> Answer:
        assert not ANSWERS.keys() & set(kinds), "each command is answered in one place"
        ANSWERS.update(dict.fromkeys(kinds, function))
        return function

    return register
