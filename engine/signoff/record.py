"""The signed record: one JSON file a sign-off, written once, checked whenever it is read.

What is signed are the bytes of ``signed``, serialised with sorted keys and without spaces. It holds
every test image with its label, score and verdict, so that anybody can count again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import cattrs

from engine.compress.export import recipe_hash
from engine.core.errors import RunError
from engine.core.files import make_folder, write_atomic
from engine.core.runtime import versions
from engine.core.values import Sentence
from engine.data.sample import DataSet
from engine.network.weights import file_hash
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.signoff.keys import is_signed, own_key, public_hex, short_key
from engine.signoff.messages import Proof, SignOff

FORMAT = 1
FOLDER = "sign-offs"
ABOUT = (
    "A sign-off by TransferLens. 'signature' is Ed25519 over the bytes of 'signed' as JSON with "
    "sorted keys and without spaces, in UTF-8; 'key' is the public key."
)


def sign(folder: RunFolder, data: DataSet, proof: Proof, name: str, comment: str) -> SignOff:
    """Write a record of a proof; one that is there is never touched.

    Raises
    ------
    RunError
        The proof is blocked, no name is given, or the project cannot be written.
    """
    if proof.blocked is not None:
        raise RunError(proof.blocked.template, **proof.blocked.values)
    if not name.strip():
        raise RunError("A sign-off needs a name. Write who signs.")
    key = own_key(make=True)
    assert key is not None
    signed = {
        "format": FORMAT,
        "name": name.strip(),
        "comment": comment.strip(),
        "signed": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "run": folder.path.name,
        "proof": {**asdict(proof), "run": folder.path.name},
        "weights": file_hash(folder.best),
        "recipe": recipe_hash(folder.record.recipe),
        "classes": [label.name for label in folder.record.labels],
        "data": {
            "name": data.root.name,
            "fingerprint": data.fingerprint,
            "images": len(data.files),
        },
        "versions": versions(),
        "images": _images(folder, data),
    }
    values = {
        "about": ABOUT,
        "signed": signed,
        "key": public_hex(key),
        "signature": key.sign(canonical(signed)).hex(),
    }
    path = _new_file(folder.project / FOLDER, folder.path.name)
    write_atomic(path, json.dumps(values, indent=1, ensure_ascii=False) + "\n")
    return read(path)


def canonical(value: Any) -> bytes:
    """The bytes that are signed."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8")


def _images(folder: RunFolder, data: DataSet) -> list[list[Any]]:
    """Each test image: file, label, score, called defective."""
    test = folder.read_split(data).test
    with PredictionStore(folder.project) as store:
        kept = store.of_run(folder.path.name, {data.files[i]: i for i in test})
    return [
        [data.files[i], data.samples[i].label.name, kept[i].score, kept[i].defective] for i in test
    ]


def _new_file(folder: Path, run: str) -> Path:
    """Take a name nobody has: the empty file is replaced by the record."""
    make_folder(folder)
    name = re.sub(r"^\d{4}-\d{2}-\d{2}-", "", run)  # one date in a name is enough
    stem = f"{dt.date.today():%Y-%m-%d}-{name}"
    for number in range(1, 10_000):
        path = folder / f"{stem}-{number:02d}.json"
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644))
        except FileExistsError:
            continue
        except OSError as error:
            raise RunError(
                "{path}: cannot be written ({why}). Check the folder's rights and free space.",
                path=path,
                why=error.strerror,
            ) from error
        return path
    raise RunError("{path}: too many sign-offs today.", path=folder)


def read(path: Path) -> SignOff:
    """Read a record and check it: the signature first, then the run it is about.

    Raises
    ------
    RunError
        The file is no record.
    """
    values = load(path)
    signed = values["signed"]
    intact = is_signed(canonical(signed), values["signature"], values["key"])
    own = own_key()
    try:
        proof = cattrs.structure(signed["proof"], Proof)
        run = path.parent.parent / "runs" / str(signed["run"])
        holds, why = _holds(run, signed)
        if not intact:
            why = Sentence("The record was changed after it was signed. Do not rely on it.")
        return SignOff(
            str(path),
            proof,
            str(signed["name"]),
            str(signed["comment"]),
            str(signed["signed"]),
            short_key(values["key"]),
            own is not None and public_hex(own) == values["key"],
            intact,
            holds,
            why,
        )
    except (KeyError, TypeError, ValueError, cattrs.BaseValidationError) as error:
        raise _none(path, error) from error


def load(path: Path) -> dict[str, Any]:
    """The file's contents, its outer shape checked.

    Raises
    ------
    RunError
        The file is no record.
    """
    try:
        values = json.loads(path.read_text("utf-8"))
        if values["signed"]["format"] != FORMAT:
            raise ValueError(f"not of format {FORMAT}")
        if not all(isinstance(values[name], str) for name in ("key", "signature")):
            raise TypeError("key or signature")
        bytes.fromhex(values["key"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _none(path, error) from error
    return dict(values)


def _none(path: Path, why: object) -> RunError:
    return RunError("{path}: not a sign-off, or damaged ({why}).", path=path, why=why)


def _holds(run: Path, signed: dict[str, Any]) -> tuple[bool | None, Sentence | None]:
    """Whether the run is still the one that was signed."""
    try:
        folder = RunFolder.load(run)
        status = folder.best.stat()
        weights = _weights(folder.best, status.st_mtime_ns, status.st_size)
    except (RunError, OSError):
        return None, Sentence("The run is not in this project any more.")
    if weights != signed["weights"]:
        return False, Sentence("The run's weights are not those that were signed.")
    if folder.record.threshold != signed["proof"]["threshold"]:
        return False, Sentence("The run's threshold is not the one that was signed.")
    return True, None


@lru_cache(maxsize=64)
def _weights(path: Path, _written: int, _size: int) -> str:
    return file_hash(path)


def digest(path: Path) -> str:
    """SHA-256 of a record's file, for the page that is printed."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_all(project: Path) -> tuple[tuple[SignOff, ...], tuple[str, ...]]:
    """All records of a project, the newest first; and the names of files that are none."""
    result: list[SignOff] = []
    damaged: list[str] = []
    for path in sorted((project / FOLDER).glob("*.json")):
        try:
            result.append(read(path))
        except RunError:
            damaged.append(path.name)
    result.sort(key=lambda record: (record.signed, record.path), reverse=True)
    return tuple(result), tuple(damaged)
