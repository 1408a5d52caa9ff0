"""The import rules of the house, read off its folders: imports only point down, nothing circles.

No module is listed here. A file's floor follows from its folder and its name, so a new feature
obeys the rules from its first file on.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent

HOUSE = {"main": 5, "cli": 4, "gui": 3, "engine": 1, "resources": 0}

LIBRARY = ("data", "network", "inspection", "project", "training")
"""Rooms of the engine that a notebook can use, lowest first; all others are features."""

LANGUAGE = ("messages", "values", "plan", "rules")
"""Files of any room that are plain values: the window imports them, so they know no torch."""

CORE, PLAIN, FIRST_ROOM = 0, 1, 2
FEATURE = FIRST_ROOM + len(LIBRARY)
WORKSPACE, JOBS, SESSION = FEATURE + 1, FEATURE + 2, FEATURE + 3

GROUND, STORE, FEATURE_STORES, STORES, TOOLKIT, VIEWS, SHELL = range(7)
SHARED = {"style": GROUND, "words": GROUND, "store": STORE, "toolkit": TOOLKIT, "shell": SHELL}
"""Folders of the window that are no feature."""

TORCH = {"torch", "torchvision", "cv2", "sklearn"}

HEAVY = {
    "dask",
    "distributed",  # an extra; half a second, and only where work goes to other processes
    "matplotlib",
    "matplotlib.axes",
    "matplotlib.figure",
    "matplotlib.ticker",
    "onnx",
    "onnxruntime",
    "onnxruntime.quantization",
    "onnxscript",
    "sklearn.model_selection",
    "openvino",
    "gui.shell.app",
    "cli.main",
    "engine.session",
    "engine.networks",
    "engine.inspection.dense",
    "engine.core.runtime",
    "engine.network.giving_up",
    "engine.network.catalogue",
    "torch",
    "torchvision",
    "engine.training.process_group",
    "engine.training.other_ranks",
}
"""What may be imported inside a function: optional or slow to load."""


# ---------------------------------------------------------------------- reading the folders


@cache
def modules(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def name_of(path: Path) -> str:
    """engine/check/jobs.py is engine.check.jobs."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports(path: Path) -> list[tuple[str, bool]]:
    """(imported module, whether inside a function)."""
    hidden = {
        id(node)
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    found = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) in hidden) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            modules_of = [
                name for name in whole if (ROOT / f"{name.replace('.', '/')}.py").exists()
            ]
            found += [(name, id(node) in hidden) for name in modules_of or [node.module]]
    return found


def arrows(top: str) -> Iterator[tuple[str, str]]:
    """(module, module it imports) inside engine or gui."""
    for path in modules(top):
        for name, _ in imports(path):
            if name.startswith(f"{top}."):
                yield name_of(path), name


def room(module: str) -> str:
    return module.split(".")[1]


# ---------------------------------------------------------------------- floors


def engine_floor(module: str) -> int:
    """Core, plain values, the library, the features' mathematics, workspace, jobs, session."""
    own, last = room(module), module.split(".")[-1]
    if own in ("workspace", "networks", "session"):
        return SESSION if own == "session" else WORKSPACE
    if own == "core":
        return CORE
    if last in LANGUAGE:
        return PLAIN
    if last == "jobs":
        return JOBS
    return FIRST_ROOM + LIBRARY.index(own) if own in LIBRARY else FEATURE


def is_feature(module: str) -> bool:
    return module.startswith("gui.") and module.count(".") > 1 and room(module) not in SHARED


@cache
def store_side() -> frozenset[str]:
    """What the features' stores are made of: store.py, state.py, and what these import."""
    leads = defaultdict(set)
    for module, other in arrows("gui"):
        leads[module].add(other)
    waiting = [name_of(p) for p in modules("gui") if p.stem in ("store", "state")]
    side = set()
    while waiting:
        module = waiting.pop()
        if is_feature(module) and module not in side:
            side.add(module)
            waiting += leads[module]
    return frozenset(side)


def gui_floor(module: str) -> int:
    """Ground, store, the features' stores, Stores, toolkit, the features' views, shell."""
    if module.count(".") < 2:
        return STORES
    if is_feature(module):
        return FEATURE_STORES if module in store_side() else VIEWS
    return SHARED[room(module)]


def upwards(top: str, floor: Callable[[str], int]) -> list[tuple[str, str]]:
    return [(a, b) for a, b in arrows(top) if floor(a) < floor(b)]


def circle(top: str, floor: Callable[[str], int]) -> list[str]:
    """Rooms that lean on each other in a ring; floors apart, none counts as another's."""
    graph = defaultdict(set)
    for a, b in arrows(top):
        if floor(a) == floor(b) and room(a) != room(b):
            graph[f"{room(a)} on floor {floor(a)}"].add(f"{room(b)} on floor {floor(b)}")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


# ---------------------------------------------------------------------- the engine


def test_engine_never_imports_qt():
    wrong = [
        (path.name, name)
        for path in modules("engine", "cli")
        for name, _ in imports(path)
        if name.split(".")[0] in {"PySide6", "pyqtgraph", "qtpy"}
    ]
    assert wrong == []


def test_imports_point_down_inside_the_engine():
    assert upwards("engine", engine_floor) == []


def test_rooms_of_the_engine_do_not_lean_on_each_other_in_a_ring():
    assert circle("engine", engine_floor) == []


def test_plain_values_know_no_torch_and_only_core_and_each_other():
    """What the core's torch-free half is, the window shows: it loads without torch."""
    wrong = []
    for path in modules("engine"):
        if path.stem in LANGUAGE:
            for name, _ in imports(path):
                own = name.startswith("engine.")
                if name.split(".")[0] in TORCH or (own and engine_floor(name) > PLAIN):
                    wrong.append((name_of(path), name))
    assert wrong == []


def test_few_modules_lie_loose():
    loose = {top: [p.name for p in (ROOT / top).glob("[!_]*.py")] for top in ("engine", "gui")}
    assert len(loose["engine"]) <= 12, loose
    assert len(loose["gui"]) <= 4, loose


def test_only_one_file_uses_opencv():
    users = [path.name for path in modules("engine", "cli") if ("cv2", False) in imports(path)]
    assert users == ["image.py"]


def test_engine_runs_without_qt_installed():
    code = (
        "import sys\n"
        "class Block:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.split('.')[0] in ('PySide6', 'pyqtgraph', 'shiboken6'):\n"
        "            raise ImportError(name)\n"
        "sys.meta_path.insert(0, Block())\n"
        "import engine.session, cli.main\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


# ---------------------------------------------------------------------- the window


def test_views_never_import_torch_or_the_engines_rooms():
    allowed = re.compile(rf"engine\.(core\.\w+|\w+\.({'|'.join(LANGUAGE)}))")
    wrong = []
    for path in modules("gui"):
        for name, hidden in imports(path):
            lazily = name == "engine.session" and hidden and path.name == "engine_thread.py"
            if name.split(".")[0] in TORCH or (
                name.startswith("engine.") and not allowed.fullmatch(name) and not lazily
            ):
                wrong.append((name_of(path), name))
    assert wrong == []


def test_imports_point_down_inside_the_window():
    assert upwards("gui", gui_floor) == []


def test_features_of_the_window_do_not_lean_on_each_other_in_a_ring():
    assert circle("gui", gui_floor) == []


CALLED_BY_PYTHON = {"logTickValues", "logTickStrings", "mouseDragEvent", "mouseClickEvent"}
"""Overrides of pyqtgraph's own methods."""


def test_every_override_of_a_qt_method_is_guarded():
    # House style writes names_like_this: any other name in a class is one that Qt calls.
    bare = []
    for path in modules("gui"):
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.ClassDef) or not node.bases:
                continue
            for method in node.body:
                if (
                    isinstance(method, ast.FunctionDef)
                    and (
                        method.name in {"event", "paint", "data", "flags"}
                        or method.name != method.name.lower()
                    )
                    and method.name not in CALLED_BY_PYTHON
                    and not any("guarded" in ast.unparse(each) for each in method.decorator_list)
                ):
                    bare.append(f"{name_of(path)}.{node.name}.{method.name}")
    assert not bare


def test_lines_are_as_wide_on_every_screen():
    # A cosmetic pen of Qt's own is half as thick at 200 %: one place makes them.
    found = [
        name_of(path)
        for path in modules("gui")
        if re.search(r"setCosmetic|mkPen\([^\n]*width", path.read_text("utf-8"))
    ]
    assert found == ["gui.style.pens"]


def test_stores_know_no_widgets():
    below = store_side() | {name_of(path) for path in modules("gui/store")}
    wrong = [
        (name_of(path), name)
        for path in modules("gui")
        for name, _ in imports(path)
        if name_of(path) in below and name in ("PySide6.QtWidgets", "pyqtgraph")
    ]
    assert wrong == []


def test_no_class_inherits_from_a_store():
    classes = [
        (path, node)
        for path in modules("gui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    ]
    stores = {node.name for path, node in classes if path.stem in ("store", "stores")}
    stores |= {"World", "EngineClient"}
    wrong = [
        (name_of(path), node.name)
        for path, node in classes
        for base in node.bases
        if ast.unparse(base).split(".")[-1] in stores
    ]
    assert wrong == []


def test_only_the_client_takes_what_the_lanes_send():
    """Others make the lanes and hand them on; an answer goes to whoever asked the client for it."""
    makers = {"gui.store.engine_client", "gui.stores", "gui.shell.app"}
    named = {
        name_of(path)
        for path in modules("gui")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        and node.module == "gui.store.engine_thread"
        and any(alias.name == "EngineThread" for alias in node.names)
    }
    assert named == makers
    takers = [
        name_of(path)
        for path in modules("gui")
        if re.search(r"\blane\w*\.arrived\b", path.read_text("utf-8"))
    ]
    assert takers == ["gui.store.engine_client"]


def test_the_window_loads_without_torch():
    code = (
        "import sys, gui.shell.main_window\n"
        "loaded = {name.split('.')[0] for name in sys.modules}\n"
        f"assert not loaded & {TORCH!r}, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


# ---------------------------------------------------------------------- the whole house


def test_imports_point_down_between_the_parts_of_the_house():
    wrong = []
    for path in modules("engine", "gui", "cli"):
        own = path.relative_to(ROOT).parts[0]
        for name, _ in imports(path):
            other = name.split(".")[0]
            if other in HOUSE and other != own and HOUSE[other] >= HOUSE[own]:
                wrong.append((name_of(path), name))
    assert wrong == []


def test_only_heavy_imports_hide_inside_functions():
    wrong = [
        (name_of(path), name)
        for path in [*modules("engine", "gui", "cli"), ROOT / "main.py"]
        for name, hidden in imports(path)
        if hidden and name not in HEAVY
    ]
    assert wrong == []


def test_nothing_of_ours_catches_warnings_in_one_thread_for_all():
    # Another thread that leaves a block of its own puts them back in the middle of a job:
    # engine/core/known_warnings.py names what is expected instead.
    assert [
        path
        for path in modules("engine", "gui", "cli")
        if "catch_warnings(" in path.read_text("utf-8")
    ] == []


def test_init_files_are_empty():
    assert [
        p for p in modules("engine", "cli", "gui") if p.name == "__init__.py" and p.stat().st_size
    ] == []
