"""What differs on Windows, as far as another system can imitate it; nothing here was run there."""

from __future__ import annotations

import ast
import errno
import os
import re
import subprocess
import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import numpy as np
import pytest

from engine.core import files
from engine.core.errors import DataError, RecipeError, RunError
from engine.core.files import REPLACE_TRIES, copy_atomic, put, write_atomic
from engine.core.names import LONGEST, usable
from engine.core.values import ReaderOptions
from engine.data.image import write_image
from engine.data.readers.detect import open_dataset
from engine.data.synth.writer import SynthSpec, write_dataset
from engine.project.runs import RunFolder
from engine.review.versions import check_name
from engine.review.written import _own_name
from engine.study.plan import StudyPlan
from engine.study.store import StudyFolder
from main import main

ROOT = Path(__file__).parents[2]

OURS = [
    path for part in ("engine", "cli", "gui", "resources") for path in (ROOT / part).rglob("*.py")
] + [ROOT / "main.py"]

LONGEST_OF_OURS = 110
"""Characters that we put below a project's folder at most: docs/installing.md says so."""


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The writing of files takes this system for Windows."""
    monkeypatch.setattr(files, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(files.time, "sleep", lambda _: None)


# ---------------------------------------------------------------- paths of the other system


@pytest.mark.parametrize("start", ["", ".\\", "C:\\work\\set\\", "\\\\server\\share\\"])
def test_a_table_written_on_windows_finds_its_images(tmp_path: Path, start: str):
    rows = ["image,class"]
    rng = np.random.default_rng(0)
    for i in range(6):
        kind = "good" if i % 2 else "scratch"
        picture = tmp_path / f"parts/{kind}/Part{i}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        write_image(picture, rng.integers(0, 255, (32, 32), np.uint8))
        rows.append(
            f"{start}parts\\{kind}\\part{i}.PNG,{kind}"
        )  # and Windows does not mind the case
    (tmp_path / "list.csv").write_bytes("\r\n".join(rows).encode("utf-8-sig"))
    data = open_dataset(tmp_path / "list.csv", ReaderOptions(normal="good"))
    assert len(data.samples) == 6
    assert {Path(s.location).name for s in data.samples} == {f"Part{i}.png" for i in range(6)}
    assert all("\\" not in file for file in data.files)


def test_what_a_project_keeps_of_paths_has_slashes(own_run: Path):
    record = RunFolder.load(own_run).record
    assert "\\" not in record.data_relative
    split = (own_run / "split.csv").read_bytes()
    assert b"\\" not in split and b"\r" not in split
    assert PureWindowsPath("C:\\sets\\tiny").name == "tiny"


# ---------------------------------------------------------------- names

REFUSED = [
    "CON", "nul", "aux.txt", "com1", "LPT9.log", "con .txt", "COM¹", "end.", "end ", "a:b", "a<b", "a>b",
    'a"b', "a/b", "a\\b", "a|b", "a?b", "a*b", "..", ".", "", "a\nb", "a\0b", "x" * (LONGEST + 1),
]  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_windows_cannot_keep_is_refused_here_too(tmp_path: Path, name: str):
    assert not usable(name)
    with pytest.raises(DataError, match="cannot be the name of a version"):
        check_name(name)
    with pytest.raises((RunError, RecipeError), match="cannot be"):
        StudyFolder(tmp_path / "project", name).write_plan(StudyPlan(name=name, data=""))
    assert not any(tmp_path.rglob("plan.toml"))


@pytest.mark.parametrize(
    "name", ["study", "2. Versuch (neu)", "결함 연구", "a+b_c-d", "console", "x" * LONGEST]
)
def test_a_usable_name_is_taken(name: str):
    assert usable(name)


def names_of(folder: Path) -> list[PureWindowsPath]:
    return [PureWindowsPath(path.relative_to(folder).as_posix()) for path in folder.rglob("*")]


def test_all_that_is_written_into_a_project_could_lie_on_windows(
    own_run: Path, tiny_set: Path, tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("TRANSFERLENS_KEYS", str(tmp_path / "keys"))
    project = own_run.parent.parent
    run, images = str(own_run), str(tiny_set)
    assert main(["evaluate", run, "--locate", "--made", "8"]) == 0
    assert main(["measure", run, "--images", "8"]) == 0
    assert (
        main(["inspect", run, str(tiny_set / "Class3" / "Test"), "--heat", str(project / "heat")])
        == 0
    )
    assert main(["sign-off", run, "--limit", "0.9", "--name", "me"]) in (0, 1)
    assert main(["check", images, "--project", str(project)]) == 0
    assert main(["folds", images, "--project", str(project), "--by", "folder"]) in (0, 1)
    found = names_of(project)
    assert len(found) > 25
    for path in found:
        for part in path.parts:
            assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', part), path
            assert part[-1] not in " .", path
            assert not path.is_reserved(), path
        assert len(str(path)) <= LONGEST_OF_OURS, path
    plain = [str(path).casefold() for path in found]
    assert len(set(plain)) == len(plain), "two names that Windows takes for one"
    said = (ROOT / "docs" / "installing.md").read_text("utf-8")
    assert f"{LONGEST_OF_OURS} characters" in said


def test_labels_of_pictures_that_differ_by_case_or_ending_get_files_of_their_own(tmp_path: Path):
    taken: set[str] = set()
    written = [
        _own_name(name, tmp_path, taken).name
        for name in ("a.png", "a.bmp", "A.PNG", "/one/a.png", "/two/b.png", "/three/b.png")
    ]
    assert written[:2] == ["a.json", "a.bmp.json"]
    assert len({name.casefold() for name in written}) == len(written)


# ---------------------------------------------------------------- files that are open elsewhere


def held(times: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """os.replace as Windows has it while another program reads the file, so many times."""
    calls: list[int] = []
    real = os.replace

    def replace(part: Path, path: Path) -> None:
        calls.append(1)
        if len(calls) <= times:
            raise PermissionError(errno.EACCES, "Access is denied", str(path))
        real(part, path)

    monkeypatch.setattr(files.os, "replace", replace)
    return calls


@pytest.mark.parametrize("write", ["text", "copy", "folder"])
def test_a_file_that_is_open_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch, windows, write: str
):
    calls = held(3, monkeypatch)
    target = tmp_path / "target"
    if write == "folder":
        (tmp_path / "part").mkdir()
        put(tmp_path / "part", target)
        assert target.is_dir()
    else:
        target.write_text("old", "utf-8")
        (tmp_path / "source").write_text("new", "utf-8")
        write_atomic(target, "new") if write == "text" else copy_atomic(tmp_path / "source", target)
        assert target.read_text("utf-8") == "new"
    assert len(calls) == 4


def test_a_file_that_stays_open_is_named_with_the_cure_and_kept(
    tmp_path: Path, monkeypatch, windows
):
    calls = held(10**6, monkeypatch)
    target = tmp_path / "board.json"
    target.write_text("old", "utf-8")
    with pytest.raises(RunError, match=r"board\.json: cannot be replaced while .* Close it there"):
        write_atomic(target, "new")
    assert len(calls) == REPLACE_TRIES + 1
    assert [path.name for path in tmp_path.iterdir()] == ["board.json"]
    assert target.read_text("utf-8") == "old"


def test_elsewhere_a_folder_without_rights_is_said_at_once(tmp_path: Path, monkeypatch):
    calls = held(10**6, monkeypatch)
    with pytest.raises(RunError, match="Check the folder's rights"):
        write_atomic(tmp_path / "board.json", "new")
    assert len(calls) == 1


def test_nothing_is_asked_of_a_program_by_killing_it(tmp_path: Path, monkeypatch, windows):
    # os.kill(number, 0) asks on Linux; on Windows it ends the program.
    monkeypatch.setattr(files.os, "kill", lambda *_: pytest.fail("killed"))
    left = tmp_path / "a.json.1.part"
    left.write_bytes(b"")
    os.utime(left, (1, 1))
    assert files.sweep(tmp_path) == [left]


# ---------------------------------------------------------------- processes


def test_images_are_drawn_by_spawned_processes_where_nothing_can_be_forked(tmp_path: Path):
    code = (
        "import os\n"
        "del os.fork, os.forkpty\n"
        "import multiprocessing\n"
        "from pathlib import Path\n"
        "from engine.data.synth.writer import SynthSpec, write_dataset\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    spec = SynthSpec(textures=(1,), normal=6, defective=4, size=128, seed=1)\n"
        "    for _ in write_dataset(Path('drawn'), spec, workers=2):\n"
        "        pass\n"
    )
    (tmp_path / "draw.py").write_text(code, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "draw.py"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    for _ in write_dataset(
        tmp_path / "here",
        SynthSpec(textures=(1,), normal=6, defective=4, size=128, seed=1),
        workers=0,
    ):
        pass
    here, there = (
        {p.name: p.read_bytes() for p in (tmp_path / n).rglob("*.PNG")} for n in ("here", "drawn")
    )
    assert here == there and len(here) >= 10


# ---------------------------------------------------------------- what no file of ours may use

POSIX = {
    "fcntl",
    "resource",
    "pwd",
    "grp",
    "termios",
    "tty",
    "pty",
    "posix",
    "readline",
    "syslog",
    "crypt",
    "curses",
}

POSIX_CALLS = {
    "os.fork", "os.forkpty", "os.killpg", "os.setsid", "os.getuid", "os.geteuid", "os.getgid", "os.chown",
    "os.mkfifo", "os.nice", "os.uname", "os.getloadavg", "os.sched_getaffinity", "os.statvfs", "os.wait",
    "os.symlink", "os.link", "signal.SIGKILL", "signal.SIGHUP", "signal.alarm", "signal.setitimer",
}  # fmt: skip


def dotted(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""


def wrong_in(path: Path) -> list[tuple[str, int, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        said = []
        if isinstance(node, ast.Import):
            said = [a.name for a in node.names if a.name.split(".")[0] in POSIX]
        elif isinstance(node, ast.ImportFrom) and node.module in POSIX:
            said = [node.module]
        elif isinstance(node, ast.Attribute) and dotted(node) in POSIX_CALLS:
            said = [dotted(node)]
        elif isinstance(node, ast.Call):
            said = faults(node, path)
        found += [(path.relative_to(ROOT).as_posix(), node.lineno, each) for each in said]
    return found


def test_no_file_of_ours_relies_on_what_windows_lacks():
    assert len(OURS) > 400
    assert [wrong for path in OURS for wrong in wrong_in(path)] == []


def faults(call: ast.Call, path: Path) -> list[str]:
    """What a call says that Windows takes in another way."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else dotted(call.func)
    said = {keyword.arg for keyword in call.keywords}
    words = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    whole = dotted(call.func)
    moved = name in ("rename", "replace") and len(call.args) == 1 and not call.keywords
    if whole in ("os.replace", "os.rename") or moved:
        return [] if path.name == "files.py" else [f"{whole}: engine.core.files.put tries again"]
    if whole == "os.kill":
        return [] if path.name == "files.py" else ["os.kill ends the program there"]
    if whole.startswith("multiprocessing.") and name in ("Process", "Pool", "Queue", "Manager"):
        return [f"{whole}: get_context('spawn') is the only way there is there"]
    if name == "get_context" and words != ["spawn"]:
        return ["another start method than spawn"]
    if name == "ProcessPoolExecutor" and "mp_context" not in said:
        return ["ProcessPoolExecutor without mp_context"]
    if (
        name == "read_text"
        and whole.startswith("resources") is False
        and not (said & {"encoding"} or call.args)
    ):
        return ["read_text without an encoding"]
    if name == "write_text" and not {"encoding", "newline"} <= said | (
        {"encoding"} if len(call.args) > 1 else set()
    ):
        return ["write_text without encoding or newline"]
    if name in ("open", "fdopen") and whole != "os.open":
        modes = [w for w in words if re.fullmatch(r"[rwax][bt+]*", w)]
        texts = any("b" not in mode for mode in modes) or (whole == "open" and not modes)
        if texts and "encoding" not in said:
            return ["a text file without an encoding"]
        if (
            any(set(mode) & set("wax") and "b" not in mode for mode in modes)
            and "newline" not in said
        ):
            return ["a text file is written without newline"]
    return []


def test_the_rules_tell_what_they_are_for():
    wrong = [
        "os.replace(a, b)", "part.rename(b)", "part.replace(b)", "os.kill(1, 0)", "multiprocessing.Pool(2)",
        "multiprocessing.get_context('fork')", "ProcessPoolExecutor(2)", "path.read_text()",
        "path.write_text('a', 'utf-8')", "path.open('w', encoding='utf-8')", "open(path)", "path.open('a')",
    ]  # fmt: skip
    for text in wrong:
        (call,) = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Call)]
        assert faults(call, Path("x.py")), text
    right = [
        "path.open('rb')",
        "path.write_text('a', 'utf-8', newline='')",
        "path.read_text('utf-8')",
        "text.replace(a, b)",
    ]
    for text in right:
        (call,) = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Call)]
        assert not faults(call, Path("x.py")), text
