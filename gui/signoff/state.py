"""Which run is to be signed off, what its images prove, and what was signed before. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from engine.signoff.messages import OVERKILL_LIMIT, Proof, SignOff


@dataclass(slots=True)
class Signing:
    """A run on its way to a signature, and the project's records.

    Attributes
    ----------
    run
        Its folder; empty while none is chosen.
    limit, overkill_limit
        Of the escape rate, and of overkill above which nothing is proven, in (0, 1).
    stale
        Something the proof rests on has changed: it is asked for anew when it is looked at.
    proof, curve
        What its test images prove, and the bound with more parts.
    failed
        Why nothing can be said of it, translated.
    records, damaged
        Signed records, the newest first, and files that are none; None before they were read.
    signed
        Path of the record that was signed last.
    job
        The job that signs; 0 if none.
    """

    run: str = ""
    limit: float = 0.05
    overkill_limit: float = OVERKILL_LIMIT
    stale: bool = True
    proof: Proof | None = None
    curve: tuple[tuple[int, float], ...] = ()
    failed: str = ""
    records: tuple[SignOff, ...] | None = None
    damaged: tuple[str, ...] = ()
    signed: str = ""
    job: int = 0
