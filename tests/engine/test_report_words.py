from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from engine.findings import CLAIMS, RULES
from engine.recipe import Setting
from engine.report.words import Words, catalogue

ROOT = Path(__file__).parent.parent.parent


def calls(path: Path, name: str) -> list[str]:
    return [
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == name
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def texts() -> list[str]:
    found = [*CLAIMS.values(), *RULES.values(), *Setting, "holds", "fails", "open"]
    for path in (ROOT / "engine" / "study").glob("*.py"):
        found += calls(path, "Sentence")
    for path in (ROOT / "engine" / "report").glob("*.py"):
        found += calls(path, "words")
    template = (ROOT / "resources" / "report" / "report.html").read_text("utf-8")
    return sorted({*map(str, found), *re.findall(r'words\("([^"]+)"', template)})


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_texts_are_found():
    assert len(texts()) > 100


@pytest.mark.parametrize("text", texts())
def test_every_text_of_the_report_is_korean_too(text: str):
    korean = catalogue("ko")
    assert text in korean
    assert fields(korean[text]) <= fields(text)


def test_a_missing_text_stays_english():
    assert Words("ko")("No such {thing}.", thing="text") == "No such text."
