"""Values of a run's record as TOML holds them, and back."""

from __future__ import annotations

from typing import Any

from engine.compressed import Origin
from engine.messages import Rates


def plain(value: Any) -> Any:
    """Drop None, which TOML lacks, and turn tuples into lists."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def origin_of(values: dict[str, Any] | None) -> Origin | None:
    """What a run was made from; None: it was trained."""
    return None if values is None else Origin(**values)


def rates_of(values: dict[str, Any] | None) -> Rates | None:
    """Figures, those that are undefined as None again."""
    if values is None:
        return None
    full: dict[str, Any] = {name: values.get(name) for name in Rates.__slots__}
    for name in ("overkill_interval", "escape_interval"):
        full[name] = tuple(full[name]) if full[name] is not None else None
    return Rates(**full)
