"""The bill of materials names what is installed; advisories are matched by version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("packaging")

from tools.sbom import advisories, bill, closure, touches


def test_the_bill_names_what_the_product_needs_and_what_that_needs():
    found = closure("torch", frozenset())
    made = bill(found)
    names = {each["name"].lower() for each in made["components"]}
    assert {"torch", "filelock"} <= names
    assert all(
        each["version"] and each["purl"].startswith("pkg:pypi/") for each in made["components"]
    )
    refs = {each["bom-ref"] for each in made["components"]}
    assert all(set(each["dependsOn"]) <= refs for each in made["dependencies"])
    json.dumps(made)


@pytest.mark.parametrize(
    ("version", "hit"),
    [("1.0", False), ("1.2", True), ("1.9.9", True), ("2.0", False), ("3.1", True)],
)
def test_an_advisory_touches_the_versions_it_names(version: str, hit: bool):
    part = {
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.2"}, {"fixed": "2.0"},
                                                   {"introduced": "3.0"}, {"last_affected": "3.2"}]}]
    }  # fmt: skip
    assert touches(part, version) is hit
    assert touches({"versions": [version]}, version)


def test_advisories_are_read_from_a_folder_without_a_network(tmp_path: Path):
    found = closure("torch", frozenset())
    known = {
        "id": "PYSEC-1",
        "summary": "bad",
        "affected": [
            {
                "package": {"ecosystem": "PyPI", "name": "Torch"},
                "versions": [found["torch"].version],
            }
        ],
    }
    (tmp_path / "a.json").write_text(json.dumps(known), "utf-8")
    (tmp_path / "b.json").write_text("{", "utf-8")
    first, second = advisories(tmp_path, found)
    assert first.startswith("torch ") and "PYSEC-1 bad" in first and "b.json" in second
