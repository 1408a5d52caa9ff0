from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from engine.core.recipe import Setting
from engine.core.report_words import STAND_INS, Words, catalogue
from engine.core.values import Sentence
from engine.measures.embedding import SPLIT
from engine.measures.features import STAND_IN
from engine.study.rules import RULES
from engine.study.values import CLAIMS

ROOT = Path(__file__).parent.parent.parent
ERRORS = {"store.py", "jobs.py", "plan.py", "report.py", "report_figures.py"}
"""Files of a study whose sentences with fields are errors, which no report shows."""


def calls(path: Path, name: str) -> list[str]:
    return [
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == name
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def templates(path: Path) -> list[str]:
    """Sentences that are chosen first and used later: text with fields that ends a sentence."""
    return [
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"\{\w+\}.*\.$", node.value)
        and "\n" not in node.value
    ]


def texts() -> list[str]:
    found = [*CLAIMS.values(), *RULES.values(), *Setting, "holds", "fails", "open"]
    for path in (ROOT / "engine" / "study").glob("*.py"):
        if path.name in ERRORS:
            continue
        found += calls(path, "Sentence") + templates(path)
    for path in (ROOT / "engine" / "signoff").glob("*.py"):
        found += calls(path, "Sentence")
    for path in (ROOT / "engine").rglob("*.py"):
        found += calls(path, "words")
    for page in (ROOT / "resources" / "report").glob("*.html"):
        found += re.findall(r'words\("([^"]+)"', page.read_text("utf-8"))
    return sorted(set(map(str, found)))


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


def test_what_stands_in_for_imagenet_is_called_in_the_reports_language():
    """The Korean report said "photographs in source (not ImageNet)"."""
    said = Words("ko").sentence(
        Sentence("{source}", {"source": "photographs in A b (not ImageNet)"})
    )
    assert said == "A b의 사진 (ImageNet 아님)"
    assert "scikit-learn" in Words("ko").sentence(Sentence("{s}", {"s": STAND_IN}))
    assert Words("ko").sentence(Sentence("{s}", {"s": STAND_IN})) != STAND_IN
    assert Words("en").sentence(Sentence("{s}", {"s": STAND_IN})) == STAND_IN
    assert set(STAND_INS) == {STAND_IN, SPLIT}
    named = Sentence("{a} {b}", {"a": "texture", "b": "image"})
    assert Words("ko").sentence(named) == "texture image", "names of classes stay as they are"


def test_settings_inside_values_are_translated_but_not_in_names():
    said = Words("ko").sentence(Sentence("{a}; {b}; {c}", {
        "a": "scratch-aug: 5, small: not with 10", "b": "2026-11-22-small-01", "c": "/data/small",
    }))  # fmt: skip
    assert (
        said == "처음부터 + 증강: 5, 소형 네트워크: not with 10; 2026-11-22-small-01; /data/small"
    )
