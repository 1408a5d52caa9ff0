"""The window speaks Korean: every text is translated, compiled, and shown."""

from __future__ import annotations

import ast
import json
import re
import string
from importlib import resources
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabBar

from engine.core.errors import RecipeError
from engine.core.recipe import Recipe, Setting, default_recipe
from engine.core.values import Sentence
from engine.study.rules import RULES
from engine.study.values import CLAIMS
from gui.shell.app import build, languages, load_language
from gui.shell.registry import PAGES
from gui.study.plan_form import _numbers
from gui.study.words import outcome_text, sentence_text
from gui.toolkit.recipe_entries import entry_name, entry_tip
from gui.train.recipe_form import RecipeForm
from gui.words.terms import setting_name
from gui.words.text import device_name, engine_name, engine_text
from tools.extract_texts import (
    FOLDER,
    UntranslatableError,
    engine_texts,
    read_ts,
    texts,
    window_texts,
    write_ts,
)

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TS = FOLDER / "transferlens_ko.ts"
HANGUL = re.compile("[\uac00-\ud7a3]")
NAMES = {
    "AP", "AUC", "AUC  AP", "D", "Inferno", "IoU", "MVTec AD", "PCA", "TransferLens", "Viridis",
    "ko", "n", "px", "t-SNE", "ms",
}  # fmt: skip
"""What a translation without a Korean letter may say."""


@pytest.fixture(scope="module")
def korean() -> dict[tuple[str, str], str]:
    return read_ts(TS)


@pytest.fixture
def in_korean(qapp):
    """The application speaks Korean for a test."""
    font = QFont(qapp.font())
    translators = load_language(qapp, "ko")
    yield translators
    for translator in translators:
        qapp.removeTranslator(translator)
    qapp.setFont(font)


def holders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


# ------------------------------------------------------------------ the file


def test_every_text_there_is_has_a_translation(korean):
    wanted = texts()
    assert [key for key in wanted if not korean.get(key)] == [], "see docs/translating.md"
    assert "unfinished" not in TS.read_text("utf-8")
    assert len(wanted) > 900


def test_a_translation_keeps_what_is_filled_in(korean):
    wrong = [(key[1], text) for key, text in korean.items() if holders(key[1]) != holders(text)]
    assert wrong == []


@pytest.mark.parametrize("mark", ["&", "%", "...", "<p>", "(*."])
def test_a_translation_keeps_marks(korean, mark):
    wrong = [
        (key[1], text)
        for key, text in korean.items()
        if key[1].count(mark) != text.replace("%p", "points").count(mark)
    ]
    assert wrong == []


def test_texts_keep_the_ends_that_the_code_relies_on(korean):
    for (_, english), text in korean.items():
        assert english.endswith(", %") == text.endswith(", %"), english  # TrainPage cuts it off
        assert english.startswith(", ") == text.startswith(", "), english  # joined to a sentence
        assert english.endswith(" ") == text.endswith(" "), english


def test_no_translation_is_still_english(korean):
    said = {re.sub(r"\{\w*\}|[^A-Za-z -]", "", t).strip(" -") for t in korean.values()
            if not HANGUL.search(t)}  # fmt: skip
    assert said - NAMES == {""}


def test_keys_of_one_menu_differ(korean):
    for menu in (
        (
            "Open &data...",
            "Open &project...",
            "&Quit",
            "&New project...",
            "Open &recent",
            "Recent da&ta",
            "Go &on with the last project",
        ),
        ("&File", "&Go", "&View", "&Run", "&Help"),
        (
            "&Start",
            "&Pause or resume",
            "S&top and keep",
            "&Go on with the interrupted run",
            "&Judge test images",
            "&Check every file",
        ),
    ):
        keys = [korean["MainWindow", text].split("&")[1][0] for text in menu]
        assert len(set(keys)) == len(keys), menu


def test_the_report_and_the_window_use_the_same_words(korean):
    file = resources.files("resources") / "translations" / "report_ko.json"
    report = json.loads(file.read_text("utf-8"))
    for text in (*CLAIMS.values(), *RULES.values()):
        assert korean["engine", text] == report[text]
    for outcome in ("holds", "fails", "open"):
        assert korean["findings", outcome] == report[outcome]
    english = {"scratch": "Scratch", "scratch-aug": "Scratch, augmented", "transfer": "Transfer",
               "frozen": "Frozen", "small": "Small rival"}  # fmt: skip
    assert {name: korean["terms", text] for name, text in english.items()} == {
        name: report[name] for name in english
    }


# ------------------------------------------------------------------ the compiled file


def test_the_compiled_file_says_what_the_source_says(qapp, korean):
    folder = resources.files("resources") / "translations"
    compiled = folder / "transferlens_ko.qm"
    assert compiled.is_file()
    translator = QTranslator()
    assert translator.load(str(compiled))
    stale = [key for key, text in korean.items() if translator.translate(*key) != text]
    assert stale == [], "compile it again: see docs/translating.md"
    assert not translator.translate("MainWindow", "A text nobody wrote")


def test_korean_is_offered_and_an_unknown_language_is_english(qapp):
    assert languages() == ["ko"]
    for code in ("", "xx"):
        assert load_language(qapp, code) == []
    assert QCoreApplication.translate("pages", "Data") == "Data"


# ------------------------------------------------------------------ sentences of the engine


def test_engine_sentences_are_translated_with_their_values(in_korean):
    problem = engine_text(
        "{path}: the file is empty. Copy it again from its source.", {"path": "x"}
    )
    assert problem == "x: 파일이 비어 있습니다. 원본에서 다시 복사하세요."
    # A value may be the engine's own word ...
    layout = engine_text(
        "{path}: looks like '{layout}', but holds no usable image. {hint}",
        {"path": "x", "layout": "One folder per class", "hint": "Check that the copy is complete."},
    )
    assert "클래스별 폴더" in layout and "확인하세요" in layout
    # ... but a class of this name is the user's.
    found = engine_text("No row is of the class '{normal}'.", {"normal": "scratch"})
    assert "'scratch'" in found
    assert engine_text("Nobody wrote {this}.", {"this": "one"}) == "Nobody wrote one."


def test_a_broken_translation_does_not_hide_the_message(qapp, monkeypatch):
    said = {"{path}: no photographs in it.": "{nothing}"}
    monkeypatch.setattr(QCoreApplication, "translate", lambda _context, text: said.get(text, text))
    assert engine_text("{path}: no photographs in it.", {"path": "x"}) == "x: no photographs in it."


def test_findings_name_settings_in_korean_but_leave_paths_alone(in_korean):
    template = "No fold has finished runs of {settings}. Run them in this study first."
    said = sentence_text(Sentence(template, {"settings": "transfer + scratch-aug"}))
    assert "전이 + 처음부터+증강" in said
    source = sentence_text(
        Sentence("{photographs} photographs: {source}.",
                   {"photographs": "3", "source": "/data/transfer"})
    )  # fmt: skip
    assert source == "사진 3장: /data/transfer."
    best = "{defects} labelled defects are enough for {setting}: mean AUC {auc} over {draws} draws (others: {others})."
    values = {"defects": "5", "setting": "transfer", "auc": "0.991", "draws": "3"}
    others = sentence_text(Sentence(best, values | {"others": "small: 10, frozen: not with 50"}))
    assert others.endswith("(그 밖: 소형 네트워크: 10, 특징 동결: 50장으로도 부족).")
    assert sentence_text(Sentence(best, values | {"others": "none"})).endswith("(그 밖: 없음).")
    assert outcome_text("holds").endswith("성립")


def test_photographs_and_devices_have_names(in_korean):
    assert (
        engine_name("photographs in my photos (not ImageNet)") == "my photos의 사진 (ImageNet 아님)"
    )
    assert engine_name("two sample photographs of scikit-learn (not ImageNet)").startswith("scikit")
    assert engine_name("") == ""
    assert device_name("CPU, 1 threads") == "CPU, 스레드 1개"
    assert device_name("CPU, 4 threads") == "CPU, 스레드 4개"


def test_devices_in_english():
    assert device_name("CPU, 1 threads") == "CPU, 1 thread"
    assert device_name("CPU, 4 threads") == "CPU, 4 threads"
    assert device_name("cuda:0") == "GPU 0"


def test_every_recipe_entry_has_a_korean_name(in_korean):
    plain = {
        name
        for name in default_recipe("transfer").to_dict()
        if name not in ("setting", "preset", "network", "view", "iterations", "fold", "folds")
        and not (HANGUL.search(entry_name(name)) and entry_tip(name))
    }
    assert plain == set()


def test_the_word_for_all_defects_is_understood_in_both_languages():
    assert _numbers("5, 전부", "전부") == _numbers("5, all", "전부") == (5, 0)
    assert _numbers("5, alle", "전부") == (5, -2)
    assert _numbers("0, 5", "전부") == (-1, 5), "none is said as 0"


# ------------------------------------------------------------------ the window


@pytest.fixture
def window(qtbot, in_korean, memory, factory, world, qapp):
    world.runs = [world.run(1, default_recipe("transfer"), "done")]
    memory.language = "ko"
    parts = build(memory, factory)
    parts.window.show()
    parts.stores.world.open_project("/p")
    parts.stores.data.open("/data")
    state = parts.stores.world
    qtbot.waitUntil(lambda: state.data is not None and bool(state.runs))
    parts.stores.inspect.inspect(1)
    qtbot.waitUntil(lambda: parts.stores.inspect.state.inspected is not None)
    yield parts.window
    parts.stores.client.shut_down()
    parts.window.close()
    for item in (parts.window, parts.stores, *parts.lanes):
        item.deleteLater()
    qapp.processEvents()


def shown(window) -> set[str]:
    """Every text of the window's labels, buttons, choices and tabs."""
    found = {label.text() for label in window.findChildren(QLabel)}
    found |= {button.text() for button in window.findChildren(QAbstractButton)}
    found |= {button.toolTip() for button in window.findChildren(QAbstractButton)}
    for combo in window.findChildren(QComboBox):
        found |= {combo.itemText(index) for index in range(combo.count())}
    for bar in window.findChildren(QTabBar):
        found |= {bar.tabText(index) for index in range(bar.count())}
    return found


def test_every_page_is_korean(window, korean):
    for entry in PAGES:
        window.show_page(entry.key)
        assert not window.grab().isNull()
    words = shown(window)
    for word in ("데이터", "학습", "검사", "측정", "연구", "과검률", "미검률", "처음부터 + 증강",
                 "특징 동결", "평탄도", "죽은 채널", "가중치 변화량", "시험 이미지 판정"):  # fmt: skip
        assert word in words, word
    assert [action.text() for action in window.menuBar().actions()] == [
        "파일(&F)", "편집(&E)", "이동(&G)", "보기(&V)", "실행(&R)", "도움말(&H)"
    ]  # fmt: skip
    english = {text for (_, text), said in korean.items() if said != text}
    assert words & english - {"normal", "defective"} == set()


def test_a_wrong_entry_is_named_as_the_form_names_it(qtbot, in_korean):
    form = RecipeForm()
    qtbot.addWidget(form)
    field = form._entries._fields["learning_rate"]
    field.setText("-1")
    field.textEdited.emit("-1")
    assert form._message.text() == "'학습률'의 허용 범위: 0 초과, 10 이하."
    with pytest.raises(RecipeError) as caught:
        Recipe(setting=Setting.TRANSFER, learning_rate=-1)
    assert caught.value.values["name"] == "learning_rate"


def test_settings_are_named(in_korean):
    assert [setting_name(setting) for setting in (Setting.SCRATCH_AUG, Setting.SMALL)] == [
        "처음부터 + 증강", "소형 네트워크"
    ]  # fmt: skip


# ------------------------------------------------------------------ the extractor


def written(tmp_path: Path, room: str, code: str) -> Path:
    path = tmp_path / room / "x.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(code, "utf-8")
    return path


def test_texts_of_a_window_are_found(tmp_path):
    path = written(
        tmp_path, "gui",
        "tr = QCoreApplication.translate\n"
        "def a(): return tr('c', 'one'), QCoreApplication.translate('d', 'two' ' parts')\n"
        "class W:\n    def f(self): return f\"{self.tr('three')}\"\n",
    )  # fmt: skip
    assert set(window_texts(path)) == {("c", "one"), ("d", "two parts"), ("W", "three")}


@pytest.mark.parametrize("call", ["self.tr('a' + b)", "self.tr(f'a {b}')", "other.tr('a')"])
def test_a_text_no_translator_can_see_is_refused(tmp_path, call):
    path = written(tmp_path, "gui", f"class W:\n    def f(self, b): return {call}\n")
    with pytest.raises(UntranslatableError):
        list(window_texts(path))


def test_sentences_of_the_engine_are_found(tmp_path):
    path = written(
        tmp_path, "engine",
        "CLAIMS: dict[int, str] = {1: 'claim'}\n"
        "def f(x):\n"
        "    template = 'few' if x else 'many'\n"
        "    raise DataError('{path}: bad.', path=x, hint='h' if x else g())\n"
        "    return Problem('file', 'why'), Sentence(template), RuntimeError('not ours')\n",
    )  # fmt: skip
    found = {text for _, text in engine_texts(path, tmp_path)}
    assert found == {"claim", "few", "many", "{path}: bad.", "h", "why"}


def test_a_new_text_is_unfinished_and_an_old_one_goes(tmp_path):
    written(tmp_path, "gui", "class W:\n    def f(self): return self.tr('a'), self.tr('b')\n")
    path = tmp_path / "x.ts"
    write_ts(path, "ko_KR", {("W", "a"): "가", ("W", "gone"): "없음"}, tmp_path)
    assert read_ts(path) == {("W", "a"): "가", ("W", "b"): ""}
    first = path.read_bytes()
    write_ts(path, "ko_KR", read_ts(path), tmp_path)
    assert path.read_bytes() == first


def test_the_extractor_runs_nothing():
    source = (Path(__file__).parent.parent.parent / "tools" / "extract_texts.py").read_text("utf-8")
    roots = {
        (node.module or "").split(".")[0] if isinstance(node, ast.ImportFrom) else alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert not roots & {"gui", "engine", "PySide6"}
