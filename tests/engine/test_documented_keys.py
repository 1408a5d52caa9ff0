"""The keys that docs/command-line.md calls complete are those that are really written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from engine.project.runs import RunFolder
from engine.signoff.looks import PlanStore
from engine.signoff.messages import Look
from main import main

DOC = Path(__file__).parent.parent.parent / "docs" / "command-line.md"
Keys = dict[str, Any]
"""Documented keys; below a key those of its object, {} where it is none."""


def documented(name: str) -> list[Keys]:
    """What the docs say of a command's object: the parts between semicolons, each with its keys."""
    text = DOC.read_text("utf-8")
    (block,) = re.findall(rf"^{name} +((?:.*\n)(?: .*\n)*)", text, re.MULTILINE)
    while "(" in block:
        block = re.sub(r"\([^()]*\)", "", block)
    parts = re.split(r";(?![^{]*\})", block)
    return [keys(re.sub(r"^[^{\[,]*:", "", part.strip(), count=1)) for part in parts]


def keys(text: str) -> Keys:
    """Names between commas; those of `name {...}` and `name [{...}]` below it."""
    result: Keys = {}
    for item in _split(text):
        match = re.match(r"\s*([a-z_0-9]+)\s*(.*)", item, re.DOTALL)
        assert match, item
        inner = re.match(r"\[?\{(.*)\}", match[2], re.DOTALL)
        said = inner[1] if inner and ":" not in inner[1] and "as " not in inner[1][:4] else ""
        result[match[1]] = keys(said) if said else {}
    return result


def _split(text: str) -> list[str]:
    depth, items = 0, [""]
    for sign in text:
        depth += (sign in "{[") - (sign in "}]")
        if sign == "," and not depth:
            items.append("")
        else:
            items[-1] += sign
    return [item for item in items if item.strip()]


def check(said: Keys, values: Any, where: str) -> None:
    """Compare with what was written, and go down where the docs do."""
    if isinstance(values, list):
        for each in values[:1]:
            check(said, each, where)
    elif values is not None:
        assert set(said) == set(values), where
        for name, below in said.items():
            if below:
                check(below, values[name], f"{where}.{name}")


@pytest.fixture
def keys_of_mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSFERLENS_KEYS", str(tmp_path / "keys"))


def written(capsys: pytest.CaptureFixture[str], *words: str) -> Keys:
    capsys.readouterr()
    main([*words, "--json"])
    return dict(json.loads(capsys.readouterr().out.strip().splitlines()[-1]))


def test_every_key_of_evaluate_is_documented(own_run: Path, capsys):
    plain, _ = documented("evaluate")
    found = written(capsys, "evaluate", str(own_run), "--locate", "--made", "8")
    check(plain, found, "evaluate")
    assert found["localisation"]["pods"], "or nothing of them was compared"


def test_every_key_of_a_sign_off_and_its_record_is_documented(
    own_run: Path, capsys, keys_of_mine: None
):
    proof, record, planned = documented("sign-off")
    plan = written(capsys, "sign-off", str(own_run), "--plan-looks", "2")
    assert set(plan) == set(planned)
    check(proof["plan"], plan["plan"], "sign-off.plan")
    words = ["sign-off", str(own_run), "--limit", "0.9"]
    folder = RunFolder.load(own_run)
    with PlanStore(folder.project) as store:
        before = Look(own_run.name, 0.9, 0.95, 1, 0, 0.95, False, "2020-01-01T00:00:00+00:00")
        store.keep([label.name for label in folder.record.labels], before, ["gone.png"])
    found = written(capsys, *words, "--name", "me")
    check(proof | record, found, "sign-off")
    assert found["looks"] and found["textures"], "or nothing of them was compared"
    (said,) = documented("record")
    values = json.loads(Path(found["record"]).read_text("utf-8"))
    check(said, values, "record")
    assert set(values["signed"]["proof"]) == set(proof)


def test_every_key_of_inspect_and_agreement_is_documented(own_run: Path, tiny_set: Path, capsys):
    folder = tiny_set / "Class3" / "Test"
    found = written(capsys, "inspect", str(own_run), str(folder), "--no-familiarity")
    check(documented("inspect")[0], found, "inspect")
    check(documented("agreement")[0], written(capsys, "agreement", str(own_run)), "agreement")
