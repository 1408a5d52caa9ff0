"""The command line as scripts use it: exit codes, one-line errors, JSON at the end."""

from __future__ import annotations

import argparse
import csv
import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.main import COMMANDS, build_parser, command_module
from engine.data.image import write_image
from main import main

ROOT = Path(__file__).parents[2]


def last_json(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    lines = [
        line for line in capsys.readouterr().err.splitlines() if line.startswith("transferlens:")
    ]
    assert len(lines) == 1
    return lines[0]


def test_check_tells_what_a_set_is(tiny_set: Path, capsys):
    assert main(["check", str(tiny_set), "--json"]) == 0
    found = last_json(capsys)
    assert found["layout"] == "dagm"
    assert found["images"] == 40
    assert found["defective"] == found["masks"] == 16
    assert found["classes"]["Class3 normal"] == 12
    assert found["problems"] == []


def test_synth_then_check(tmp_path: Path, capsys):
    args = [
        "synth",
        str(tmp_path / "set"),
        "--textures",
        "2,4",
        "--normal",
        "3",
        "--defective",
        "2",
    ]
    assert main([*args, "--size", "128", "--seed", "5", "--json"]) == 0
    assert last_json(capsys)["images"] == 10
    assert main(["check", str(tmp_path / "set"), "--json"]) == 0
    assert last_json(capsys)["masks"] == 4
    assert main(args) == 2
    assert "set" in one_line(capsys)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check", "/nowhere"], "no such folder"),
        (["train", "/nowhere", "--project", "p", "--setting", "small"], "no such folder"),
        (["train", "--setting", "small"], "needs DIR"),
        (["inspect", "/nowhere", "/nowhere"], "not a run"),
        (["weights", "import", "/nowhere.pth"], "no such file"),
        (["weights", "download", "magic"], "Unknown source weights"),
        (["train", "--resume", "/nowhere"], "not a run"),
    ],
)
def test_unusable_input_is_one_line_and_code_2(words: list[str], expected: str, capsys):
    assert main(words) == 2
    assert expected in one_line(capsys)


def test_wrong_recipe_entries_are_named(tiny_set: Path, tmp_path: Path, capsys):
    words = ["train", str(tiny_set), "--project", str(tmp_path), "--setting", "small"]
    assert main([*words, "--set", "lerning_rate=1"]) == 2
    assert "lerning_rate" in one_line(capsys)
    assert main([*words, "--set", "batch=many"]) == 2
    assert "many" in one_line(capsys)
    assert main([*words, "--fold", "9/5"]) == 2
    assert "fold" in one_line(capsys)
    assert list(tmp_path.iterdir()) == []


def test_missing_weights_leave_nothing_half_written(
    tiny_set: Path, tmp_path: Path, capsys, monkeypatch
):
    monkeypatch.setenv("TRANSFERLENS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    words = ["train", str(tiny_set), "--project", str(tmp_path / "p"), "--setting", "transfer"]
    assert main([*words, "--network", "resnet18"]) == 2
    assert "weights import" in one_line(capsys)
    assert not (tmp_path / "p" / "runs").exists()


def test_train_inspect_and_resume(tiny_set: Path, tmp_path: Path, capsys):
    words = ["train", str(tiny_set), "--project", str(tmp_path), "--setting", "small", "--json"]
    quick = ["--iterations", "5", "--set", "window=64", "--set", "crop=128", "--set", "batch=8"]
    assert main([*words, *quick, "--fold", "2/4"]) == 0
    trained = last_json(capsys)
    assert trained["iterations"] == 5
    assert set(trained["test"]) >= {
        "images",
        "accuracy",
        "auc",
        "overkill",
        "escape",
        "threshold",
        "baseline",
    }
    assert main(["train", "--resume", trained["run"]]) == 2
    assert "complete" in one_line(capsys)

    folder = tmp_path / "새 사진"
    folder.mkdir()
    source = sorted((tiny_set / "Class3" / "Test").glob("*.PNG"))[:3]
    for path in source:
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "broken.png").write_bytes(b"nothing")
    rows = tmp_path / "verdicts.csv"
    assert main(["inspect", trained["run"], str(folder), "--csv", str(rows), "--json"]) == 4
    found = last_json(capsys)
    assert found["images"] == 3
    assert [Path(item["file"]).name for item in found["failed"]] == ["broken.png"]
    assert found["ms_per_image"] > 0
    with rows.open(encoding="utf-8-sig") as file:
        table = list(csv.DictReader(file))
    assert list(table[0]) == [
        "file",
        "verdict",
        "score",
        "class",
        "x",
        "y",
        "width",
        "height",
        "ms",
        "familiar",
        "distance",
    ]
    assert {Path(row["file"]).name for row in table if row["score"]} == {p.name for p in source}
    (lost,) = [row for row in table if not row["score"]]
    assert (Path(lost["file"]).name, lost["verdict"]) == ("broken.png", "unreadable")
    assert main(["inspect", trained["run"], str(folder), "--csv", str(rows)]) == 2
    assert "exists already" in one_line(capsys)


def test_inspect_refuses_an_empty_folder(trained: Path, tmp_path: Path, capsys):
    assert main(["inspect", str(trained), str(tmp_path)]) == 2
    assert "no images" in one_line(capsys)


def test_weights_status_lists_every_set(capsys):
    assert main(["weights", "status", "--json"]) == 0
    assert {item["network"] for item in last_json(capsys)["sets"]} == {
        "vgg16", "vgg16_bn", "resnet18", "resnet50", "mobilenet_v2",
    }  # fmt: skip


def test_doctor_names_versions_and_weights(capsys):
    assert main(["doctor", "--json"]) == 0
    found = last_json(capsys)
    assert found["versions"]["torch"]
    assert "vgg16-oxford" in found["weights"]


def test_help_needs_no_torch():
    code = (
        "import sys, main\n"
        "try: main.main(['--help'])\n"
        "except SystemExit as e: assert e.code == 0\n"
        "assert 'torch' not in sys.modules and 'PySide6' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def listening(words: list[str], **streams: int) -> subprocess.Popen[str]:
    """Start a program that hears Ctrl-C, also where the tests themselves run in the background
    (a shell starts such jobs deaf to it)."""
    return subprocess.Popen(
        words, cwd=ROOT, text=True, **streams,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def interrupt(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Press Ctrl-C, again if a busy machine let the first one pass; returns both outputs."""
    try:
        for _ in range(5):
            process.send_signal(signal.SIGINT)
            try:
                return process.communicate(timeout=25)
            except subprocess.TimeoutExpired:
                continue
        raise AssertionError("the program does not end")
    finally:
        process.kill()
        process.wait()


@pytest.mark.trial
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_cancels_with_130_and_the_run_can_be_resumed(tiny_set: Path, tmp_path: Path):
    words = ["train", str(tiny_set), "--project", str(tmp_path), "--setting", "small"]
    words += ["--iterations", "4000", "--set", "window=64", "--set", "batch=8"]
    process = listening([sys.executable, "main.py", *words], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 120
    while not list(tmp_path.glob("runs/*/state.safetensors")) and time.monotonic() < deadline:
        time.sleep(0.1)
    _, errors = interrupt(process)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    (run,) = (tmp_path / "runs").iterdir()
    assert 'state = "stopped"' in (run / "run.toml").read_text()
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.trial
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_watch_takes_files_as_they_arrive(trained: Path, tiny_set: Path, tmp_path: Path):
    words = [sys.executable, "-u", "main.py", "inspect", str(trained), str(tmp_path), "--watch"]
    process = listening(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    try:
        time.sleep(1)
        source = next((tiny_set / "Class5" / "Test").glob("*.PNG"))
        (tmp_path / "late.png").write_bytes(source.read_bytes())
        line = process.stdout.readline()
        assert "late.png" in line
        assert "normal" in line or "defective" in line
    finally:
        interrupt(process)
    assert process.returncode == 0


def test_sixteen_bit_and_small_images_are_judged(trained: Path, tmp_path: Path, capsys):
    import numpy as np

    write_image(tmp_path / "small.png", np.full((20, 30), 128, np.uint8))
    assert main(["inspect", str(trained), str(tmp_path), "--json"]) == 0
    assert last_json(capsys)["images"] == 1


def test_every_command_stands_in_the_docs():
    table = (Path(__file__).parent.parent.parent / "docs" / "command-line.md").read_text("utf-8")
    assert [name for name in COMMANDS if not re.search(rf"^\| `{name}[ `]", table, re.M)] == []
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (listed,) = re.findall(r"\*\*Command line\.\*\* `([^`]+)`", readme)
    assert re.findall(r"[a-z-]+", listed) == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_one_file_and_takes_what_the_docs_say(name: str):
    module = command_module(name)
    assert callable(module.run) and callable(module.arguments)
    parser = build_parser([name])
    table = (Path(__file__).parent.parent.parent / "docs" / "command-line.md").read_text("utf-8")
    documented = {
        option
        for usage in re.findall(rf"^\| `{name} ([^|]*?(?:\\\|[^|]*?)*)` \|", table, re.MULTILINE)
        for option in re.findall(r"--[a-z0-9-]+", usage)
    }
    (commands,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    taken = {
        option for action in commands.choices[name]._actions for option in action.option_strings
    }
    assert documented <= taken, documented - taken


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"]])
def test_help_waits_for_no_torch(words: list[str]):
    code = (
        "import sys\nfrom main import main\n"
        "try:\n    main(sys.argv[1:])\nfinally:\n    assert 'torch' not in sys.modules"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, encoding="utf-8", cwd=root
    )
    assert "AssertionError" not in done.stderr
