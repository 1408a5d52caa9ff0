"""Signing an inspection model off: what its held-out images prove, and the signed record.

Values, commands and events. Nothing here imports torch or Qt.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.command import Command, Priority
from engine.core.event import Event
from engine.core.values import Sentence

CONFIDENCE = 0.95
"""What a statement is made with."""


@dataclass(frozen=True, slots=True)
class TextureProof:
    """Defective test images of one texture, escapes among them, and the upper bound of the rate."""

    texture: str
    defective: int
    escapes: int
    upper: float


@dataclass(frozen=True, slots=True)
class Proof:
    """What a run's test images say about "escape <= limit with this confidence".

    Attributes
    ----------
    run, threshold : the run's folder, and the threshold its verdicts are made with
    limit, confidence : of the statement, in (0, 1)
    defective, escapes : test images
    upper : one-sided exact (Clopper-Pearson) upper bound of the escape rate; 1 without images
    passed : `upper` <= `limit`
    more : defective parts, all found, that would still be needed to prove it; 0 if it is proven
    normal, overkills, overkill_upper : the same of normal images, as information
    unjudged : test images without a verdict; nothing is proven before all are judged
    textures : one by one, where there are several
    caveats : what a reader must know
    blocked : why it cannot be signed, None if it can
    """

    run: str
    threshold: float
    limit: float
    confidence: float
    defective: int
    escapes: int
    upper: float
    passed: bool
    more: int
    normal: int
    overkills: int
    overkill_upper: float
    unjudged: int
    textures: tuple[TextureProof, ...] = ()
    caveats: tuple[Sentence, ...] = ()
    blocked: Sentence | None = None


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signed record, as it is read back.

    Attributes
    ----------
    path : its file, in the project's folder ``sign-offs``
    proof : what was proven
    name, comment, signed : who, what they wrote, and when (UTC, ISO 8601)
    key : short fingerprint of the key it was signed with
    own : that key is this user's on this computer
    intact : the record is as it was signed
    holds : the run's weights and threshold are those that were signed; None if the run is gone
    why : what is wrong where it is not intact or does not hold
    """

    path: str
    proof: Proof
    name: str
    comment: str
    signed: str
    key: str
    own: bool
    intact: bool
    holds: bool | None
    why: Sentence | None = None


# ------------------------------------------------------------------ commands


@dataclass(frozen=True, slots=True)
class CheckSignOff(Command):
    """SignOffChecked: what the kept verdicts of a run prove. Interactive; nothing is kept."""

    priority = Priority.INTERACTIVE

    run: str
    limit: float
    confidence: float = CONFIDENCE


@dataclass(frozen=True, slots=True)
class SignRun(Command):
    """RunSigned: freeze a proof, passed or failed, in a signed record. Interactive.

    Records are never overwritten.
    """

    priority = Priority.INTERACTIVE

    run: str
    limit: float
    name: str
    comment: str = ""
    confidence: float = CONFIDENCE


@dataclass(frozen=True, slots=True)
class ReadSignOffs(Command):
    """SignOffsRead: all records of a project, the newest first. Interactive."""

    priority = Priority.INTERACTIVE

    project: str


@dataclass(frozen=True, slots=True)
class WriteSignOff(Command):
    """SignOffWritten: a record as one HTML file, "en" or "ko". Interactive.

    `path` "": beside the record.
    """

    priority = Priority.INTERACTIVE

    record: str
    path: str = ""
    language: str = "en"


# ------------------------------------------------------------------ events


@dataclass(frozen=True, slots=True)
class SignOffChecked(Event):
    """What a run's test images prove, and how the bound falls with further parts.

    `curve`: (defective parts, upper bound of the escape rate) with the escapes there are, by number
    of parts.
    """

    proof: Proof
    curve: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class RunSigned(Event):
    """A record that was signed just now."""

    record: SignOff


@dataclass(frozen=True, slots=True)
class SignOffsRead(Event):
    """Records of a project; `damaged` names files that are none."""

    project: str
    records: tuple[SignOff, ...]
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignOffWritten(Event):
    """Where a record's page was written."""

    path: str
