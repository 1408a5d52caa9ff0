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
from math import isclose
from pathlib import Path
from typing import Any

import cattrs
from sklearn.metrics import roc_auc_score

from engine.compress.export import recipe_hash
from engine.core.errors import RunError
from engine.core.files import file_hash, make_folder, write_atomic
from engine.core.outside import DAMAGED, read_json
from engine.core.runtime import versions
from engine.core.standing import auc_interval
from engine.core.values import Sentence
from engine.data.sample import DataSet
from engine.project.judging import weights_hash
from engine.project.runs import RunFolder
from engine.project.store import PredictionStore
from engine.signoff.keys import is_signed, own_key, public_hex, short_key
from engine.signoff.looks import PlanStore
from engine.signoff.messages import Proof, SignOff
from engine.signoff.pictures import Pictures
from engine.signoff.proof import lower_bound, upper_bound

FORMAT = 2
"""Of records that are written; those of format 1 are read too."""

LARGEST = 256 * 2**20
"""Bytes of a record; a million test images take less."""

FOLDER = "sign-offs"
COMPARED = {
    "weights": Sentence("The run's weights are not those that were signed."),
    "threshold": Sentence("The run's threshold is not the one that was signed."),
    "levels": Sentence("The run's thresholds of textures are not those that were signed."),
    "classes": Sentence("The run's classes are not those that were signed."),
    "labels": Sentence("Which classes are defective is not as it was signed."),
    "preprocessing": Sentence("What the run turns pixels into is not as it was signed."),
    "view": Sentence("The run's recipe is not the one that was signed."),
    "recipe": Sentence("The run's recipe is not the one that was signed."),
    "fingerprint": Sentence("The run's data set is not the one that was signed."),
    "split": Sentence("Which images the run was tested on is not as it was signed."),
}
"""What is compared with the run, and what is said where it differs."""

ABOUT = (
    "A sign-off by TransferLens. 'signature' is Ed25519 over the bytes of 'signed' as JSON with "
    "sorted keys and without spaces, in UTF-8; 'key' is the public key."
)


def sign(
    folder: RunFolder,
    data: DataSet,
    proof: Proof,
    pictures: Pictures,
    name: str,
    comment: str,
) -> SignOff:
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
        **_what_judges(folder),
        "data": {
            "name": data.root.name,
            "fingerprint": data.fingerprint,
            "images": len(data.files),
        },
        "versions": versions(),
        "images": _images(folder, data, pictures, proof),
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


def _what_judges(folder: RunFolder) -> dict[str, Any]:
    """All that the verdicts depend on, as the run has it now; compared when a record is checked."""
    record = folder.record
    split = folder.path / "split.csv"
    return {
        "weights": weights_hash(folder.best),
        "recipe": recipe_hash(record.recipe),
        "classes": [label.name for label in record.labels],
        "labels": [[x.name, x.texture, x.defective] for x in record.labels],
        "preprocessing": {
            "mean": list(record.preprocessing.mean),
            "std": list(record.preprocessing.std),
        },
        "threshold": record.threshold,
        "levels": record.levels,
        "thresholds": record.thresholds,
        "view": str(record.view),
        "fingerprint": record.fingerprint,
        "split": file_hash(split) if split.is_file() else "",
    }


def _images(folder: RunFolder, data: DataSet, pictures: Pictures, proof: Proof) -> list[list[Any]]:
    """Each test image: file, label, score, rejected, defective, its picture, whether it counts."""
    test = folder.read_split(data).test
    with PredictionStore(folder.project) as store:
        kept = store.of_run(folder.path.name, {data.files[i]: i for i in test})
    before = _seen_before(folder, proof)
    rows = []
    for i in test:
        label = data.samples[i].label
        counts = i not in pictures.seen and not (label.defective and data.files[i] in before)
        rejected = kept[i].score > proof.threshold
        rows.append(
            [
                data.files[i],
                label.name,
                kept[i].score,
                rejected,
                bool(label.defective),
                pictures.picture[i],
                counts,
            ]
        )
    return rows


def _seen_before(folder: RunFolder, proof: Proof) -> frozenset[str]:
    """Parts that were looked at before the proof's plan was made: they do not count."""
    if proof.plan is None:
        return frozenset()
    with PlanStore(folder.project) as store:
        looks = store.looks([label.name for label in folder.record.labels])
    return frozenset(name for k, names in looks if k.made < proof.plan.made for name in names)


def recount(proof: Proof, images: Any) -> bool:
    """Whether a proof is what its own images come to, by the same arithmetic.

    Raises
    ------
    TypeError, ValueError, IndexError
        The images are no such rows.
    """
    groups: dict[tuple[bool, int], list[float]] = {}
    for _, _, score, rejected, defective, picture, counts in images:
        if bool(rejected) != (float(score) > proof.threshold):
            return False
        if counts:
            groups.setdefault((bool(defective), int(picture)), []).append(float(score))
    bad = [min(scores) for (defective, _), scores in groups.items() if defective]
    good = [max(scores) for (defective, _), scores in groups.items() if not defective]
    escapes = sum(score <= proof.threshold for score in bad)
    overkills = sum(score > proof.threshold for score in good)
    known = (len(bad), escapes, len(good), overkills)
    if known != (proof.defective, proof.escapes, proof.normal, proof.overkills):
        return False
    if not proof.confidence <= proof.level < 1:
        return False
    upper = upper_bound(escapes, len(bad), proof.level)
    lower = lower_bound(overkills, len(good), proof.confidence)
    if not (isclose(upper, proof.upper) and isclose(lower, proof.overkill_lower)):
        return False
    hollow = not good or lower > proof.overkill_limit or bool(proof.hollow)
    if bad and good:
        auc = float(roc_auc_score([1] * len(bad) + [0] * len(good), bad + good))
        if proof.auc is None or not isclose(auc, proof.auc):
            return False
        hollow = hollow or auc_interval(auc, len(good), len(bad))[0] <= 0.5
    held = upper <= proof.limit and proof.blocked is None and not hollow
    return proof.passed == held and proof.unjudged == 0


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
    """Read a record and check it: the signature first, its figures, then the run it is about.

    Raises
    ------
    RunError
        The file is no record.
    """
    values = load(path)
    signed = values["signed"]
    try:
        intact = is_signed(canonical(signed), values["signature"], values["key"])
        proof = cattrs.structure(signed["proof"], Proof)
        counted = signed["format"] == 1 or recount(proof, signed["images"])
        run = path.parent.parent / "runs" / str(signed["run"])
        holds, why = _holds(run, signed)
        if not counted:
            why = Sentence("The record's figures are not what its own images come to.")
        if not intact:
            why = Sentence("The record was changed after it was signed. Do not rely on it.")
        own = own_key()
        mine = own is not None and public_hex(own) == values["key"].lower()
        return SignOff(
            str(path),
            proof,
            str(signed["name"]),
            str(signed["comment"]),
            str(signed["signed"]),
            short_key(values["key"]),
            mine,
            intact,
            holds,
            why,
            counted,
            {str(name): float(at) for name, at in dict(signed.get("thresholds") or {}).items()},
        )
    except RunError:
        raise
    except DAMAGED as error:
        raise _none(path, error) from error


def load(path: Path) -> dict[str, Any]:
    """The file's contents, its outer shape checked.

    Raises
    ------
    RunError
        The file is no record.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError("too large")
        values = read_json(path)
        if values["signed"]["format"] not in (1, FORMAT):
            raise ValueError(f"not of format {FORMAT}")
        if not all(isinstance(values[name], str) for name in ("key", "signature")):
            raise TypeError("key or signature")
        bytes.fromhex(values["key"])
    except DAMAGED as error:
        raise _none(path, error) from error
    return dict(values)


def _none(path: Path, why: object) -> RunError:
    return RunError("{path}: not a sign-off, or damaged ({why}).", path=path, why=why)


def _holds(run: Path, signed: dict[str, Any]) -> tuple[bool | None, Sentence | None]:
    """Whether the run is still the one that was signed."""
    try:
        folder = RunFolder.load(run)
        weights = weights_hash(folder.best)
    except (RunError, OSError):
        return None, Sentence("The run is not in this project any more.")
    now = _what_judges(folder) | {"weights": weights}
    now["data"] = {"fingerprint": folder.record.fingerprint}
    for name, words in COMPARED.items():
        known = signed["proof"].get("threshold") if name == "threshold" else signed.get(name)
        if name == "fingerprint":
            known = signed["data"]["fingerprint"]
        if known is None and signed["format"] == 1:
            continue  # was not recorded then
        if known != now[name]:
            return False, words
    return True, None


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
