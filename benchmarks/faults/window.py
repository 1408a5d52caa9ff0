"""The window: a monkey over all pages while it trains, closings at any moment, two on a project."""

from __future__ import annotations

import faulthandler
import os
import random
import resource
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from benchmarks.faults.ground import TRAIN, Ground, Tally, command

CLOSING_SECONDS = 2.0
"""Longest that lanes may take to end once they are asked to, on a computer that is idle else."""

WINDOW_SECONDS = 2.5
"""Longest that a window is seen once it is closed, whatever its lanes do."""


def _most() -> float:
    """Seconds allowed now: with other programs at work every step takes as much longer."""
    return CLOSING_SECONDS * max(1.0, _load())


def _load() -> float:
    """Programs that want to compute, for each core."""
    return os.getloadavg()[0] / (os.cpu_count() or 1)


def _memory() -> float:
    """Resident memory in MB."""
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def _window(root: Path):  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox

    from gui.shell.app import application, build
    from gui.shell.collector import Collector
    from gui.toolkit.settings import Memory

    app = application()
    # As the window itself does: cycles are collected, and on its own thread.
    Collector(parent=app).start()
    # Nobody is there to answer: every dialogue is closed as it opens.
    for kind, name, answer in (
        (QFileDialog, "getOpenFileName", ("", "")), (QFileDialog, "getSaveFileName", ("", "")),
        (QFileDialog, "getExistingDirectory", ""), (QInputDialog, "getText", ("", False)),
        (QMessageBox, "question", QMessageBox.StandardButton.No),
    ):  # fmt: skip
        setattr(kind, name, staticmethod(lambda *_a, _r=answer, **_k: _r))
    from PySide6.QtGui import QDesktopServices
    from PySide6.QtWidgets import QDialog, QMenu

    QDialog.exec = lambda _self: 0  # type: ignore[method-assign,assignment]
    QMenu.exec = lambda *_a, **_k: None  # type: ignore[method-assign,assignment]
    QMessageBox.exec = lambda _self: 0  # type: ignore[method-assign,assignment]
    QDesktopServices.openUrl = staticmethod(lambda _url: True)  # type: ignore[method-assign]
    memory = Memory(QSettings(str(root / "settings.ini"), QSettings.Format.IniFormat))
    parts = build(memory)
    parts.window.resize(1366, 768)
    parts.window.show()
    return app, parts


def _spin(app: Any, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.002)


def monkey(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Press, type and turn pages at random; in a child, so that a crash is a finding."""
    return _let_loose("monkey", ground, seed, 60 if short else 2200)[0]


def _let_loose(
    name: str, ground: Ground, seed: int, actions: int, **how: Any
) -> tuple[Tally, list[str]]:
    """Let the monkey into a copy of the project; what it came to, and all that it reported."""
    tally, report = Tally(name), ground.root / f"{name}.txt"
    report.unlink(missing_ok=True)
    here = ground.copy(name)
    code = _child(lambda: _monkey(here, seed, actions, report, **how))
    lines = report.read_text("utf-8").splitlines() if report.is_file() else []
    tally.tried = sum(1 for line in lines if line.startswith("did "))
    for line in lines:
        if line.startswith("failed "):
            tally.fail(line[7:])
        elif line.startswith("note "):
            tally.notes.append(line[5:])
    if code != 0:
        tally.fail(f"the window ended with {code} after {tally.tried} actions: {lines[-3:]}")
    return tally, lines


LARGE = (
    "queue", "run study", "train", "go on", "resume", "find out", "find and remove", "make", "teach", "try again",
)  # fmt: skip
"""Buttons that start work of another size: a network that is loaded for the first time is no leak.

One small network trains all the time, of which pages evaluate, measure and interpolate.
"""

SOAK_HOURS = 2.0
SOAK_GROWTH = 0.05
"""Most that memory may rise after the first quarter of the soak."""


def soak(ground: Ground, seed: int, *, short: bool) -> Tally:
    """The monkey for hours, while it trains: memory may not rise once all has been looked at."""
    seconds = 60.0 if short else float(os.environ.get("SOAK_HOURS", SOAK_HOURS)) * 3600
    how = {"seconds": seconds, "pause": 0.25, "never": LARGE}
    tally, lines = _let_loose("soak", ground, seed, 10**9, **how)
    seen = [float(line.split()[1]) for line in lines if line.startswith("memory ")]
    quarter = len(seen) // 4
    if quarter > 1:
        early, late = (
            sum(part) / len(part) for part in (seen[quarter : 2 * quarter], seen[-quarter:])
        )
        tally.notes.append(
            f"memory, second quarter {early:.0f} MB, last {late:.0f} MB: {late / early - 1:+.1%}"
        )
        if late > early * (1 + SOAK_GROWTH) and not short:
            tally.fail(f"memory rose from {early:.0f} to {late:.0f} MB")
    return tally


def _child(work: Any) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            faulthandler.enable()
            work()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _monkey(
    ground: Ground,
    seed: int,
    actions: int,
    report: Path,
    *,
    seconds: float = float("inf"),
    pause: float = 0.02,
    never: tuple[str, ...] = (),
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import (
        QAbstractButton,
        QAbstractItemView,
        QAbstractSpinBox,
        QComboBox,
        QHeaderView,
        QLineEdit,
        QTabBar,
        QToolButton,
    )

    from engine.core.recipe import default_recipe

    file = report.open("a", encoding="utf-8")

    def say(line: str) -> None:
        file.write(line.replace("\n", " | ") + "\n")
        file.flush()

    sys.excepthook = lambda kind, error, trace: say(
        f"failed {kind.__name__}: {error} {''.join(traceback.format_tb(trace)[-2:])}"
    )
    rng = random.Random(seed)
    app, parts = _window(ground.root)
    stores = parts.stores
    # A job that ends for a reason nobody foresaw is a failure, though the window goes on.
    stores.client.notice.connect(
        lambda notice: (
            say(f"failed job: {notice.details[-600:]}") if "Traceback" in notice.details else None
        )
    )
    stores.world.open_project(str(ground.project))
    stores.data.open(str(ground.data))
    while stores.world.data is None:
        _spin(app, 0.05)
    recipe = default_recipe("small", iterations=100_000, batch=8, window=64, crop=64, folds=4)
    stores.train.train([recipe])
    pages = (
        [entry.key for entry in parts.window.entries] if hasattr(parts.window, "entries") else []
    )
    if not pages:
        from gui.shell.registry import PAGES

        pages = [entry.key for entry in PAGES]
    never = ("bin", "demo", "close", "quit", "exit", "language", *never)
    curve: list[float] = []
    slowest = 0.0
    started = time.monotonic()
    for number in range(actions):
        began = time.monotonic()
        if began - started > seconds:
            break
        if number % 7 == 0:
            page = rng.choice(pages)
            say(f"did page {page}")
            parts.window.show_page(page)
        else:
            kinds = (
                QAbstractButton,
                QComboBox,
                QLineEdit,
                QAbstractItemView,
                QTabBar,
                QAbstractSpinBox,
            )
            found = [
                each
                for kind in kinds
                for each in parts.window.findChildren(kind)
                # A header takes no keys from a person; from a test it does, and Qt may crash.
                if each.isVisible() and each.isEnabled() and not isinstance(each, QHeaderView)
            ]
            if not found:
                continue
            widget = rng.choice(found)
            name = f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()}"
            if any(word in name.lower() for word in never):
                continue
            say(f"did {name}"[:120])
            if isinstance(widget, QToolButton) and widget.menu() is not None:
                # Its menu would wait for a person: one of its actions is taken at once.
                acts = [act for act in widget.menu().actions() if act.isEnabled() and act.text()]
                if acts:
                    rng.choice(acts).trigger()
            elif isinstance(widget, QAbstractButton):
                QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
            elif isinstance(widget, QComboBox) and widget.count():
                at = rng.randrange(widget.count())
                widget.setCurrentIndex(at)
                widget.activated.emit(at)
            elif isinstance(widget, QLineEdit):
                widget.setText(
                    rng.choice(("", "1", "-3", "0.01", "nan", "abc \ud55c\uae00", "9" * 40))
                )
                widget.textEdited.emit(widget.text())
            elif isinstance(widget, QAbstractSpinBox):
                QTest.keyClick(widget, rng.choice((Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_5)))
            elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
                rows = widget.model().rowCount()
                if rows:
                    index = widget.model().index(rng.randrange(rows), 0)
                    widget.setCurrentIndex(index)
                    QTest.keyClick(
                        widget, rng.choice((Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_A))
                    )
            elif isinstance(widget, QTabBar) and widget.count():
                widget.setCurrentIndex(rng.randrange(widget.count()))
        slowest = max(slowest, time.monotonic() - began)
        _spin(app, pause)
        if number % 50 == 49:
            curve.append(_memory())
            say(f"memory {curve[-1]:.0f}")
            # Training may be over or stopped by a click: there is always one at work.
            if not any(run.job for run in stores.world.runs) and number % 200 == 199:
                stores.train.train([recipe])
    every = max(1, len(curve) // 40)
    shown = ", ".join(f"{m:.0f}" for m in curve[::every])
    say(f"note memory MB every {50 * every} actions: {shown}")
    say(f"note slowest action {slowest:.2f} s")
    began = time.monotonic()
    stores.client.shut_down()
    parts.window.close()
    while not all(lane.isFinished() for lane in parts.lanes) and time.monotonic() - began < 120:
        _spin(app, 0.02)
    took = time.monotonic() - began
    say(f"note closed in {took:.2f} s")
    if took > _most():
        say(f"failed closing took {took:.1f} s")


def closings(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Open the window, start something, close it at a moment drawn; the project must be whole."""
    tally, rng = Tally("closings"), random.Random(seed)
    took: list[float] = []
    seen: list[float] = []
    loads: list[float] = []
    here = ground.copy("closings")
    for number in range(3 if short else 50):
        report = ground.root / "closing.txt"
        report.unlink(missing_ok=True)
        wait = rng.uniform(0.0, 4.0)
        code = _child(lambda n=number, w=wait, r=report: _close(here, n, w, r))
        tally.tried += 1
        said = report.read_text().split() if report.is_file() else ("inf", "inf")
        window, lanes = map(float, said)
        seen.append(window)
        took.append(lanes)
        loads.append(_load())
        if code != 0 or lanes > _most() or window > WINDOW_SECONDS * max(1.0, _load()):
            tally.fail(
                f"closing {number}: exit {code}, window {window:.1f} s, lanes {lanes:.1f} s, "
                f"{_load():.1f} programs a core"
            )
    for what, times in (("window seen", seen), ("lanes ended", took)):
        times.sort()
        tally.notes.append(
            f"{what}: median {times[len(times) // 2]:.2f} s, longest {times[-1]:.2f} s"
        )
    tally.notes.append(f"{sum(s > CLOSING_SECONDS for s in took)} over {CLOSING_SECONDS:g} s")
    loads.sort()
    tally.notes.append(f"programs a core: median {loads[len(loads) // 2]:.1f}")
    return tally


def _close(ground: Ground, number: int, wait: float, report: Path) -> None:
    from engine.core.recipe import default_recipe

    app, parts = _window(ground.root)
    stores = parts.stores
    stores.world.open_project(str(ground.project))
    stores.data.open(str(ground.data))
    end = time.monotonic() + 30
    while stores.world.data is None and time.monotonic() < end:
        _spin(app, 0.02)
    what = number % 3
    if what == 0:
        stores.train.train(
            [default_recipe("small", iterations=100_000, batch=8, window=64, crop=64, folds=4)]
        )
    elif what == 1:
        stores.train.train(
            [default_recipe("scratch", iterations=1000, batch=2, window=64, crop=0, folds=4)]
        )
    else:
        stores.inspect.judge(str(ground.run))
        parts.window.show_page("signoff")
    if what != 2 and number // 3 % 2:
        # Every other one in the midst of its steps, not on the way there.
        end = time.monotonic() + 90
        while time.monotonic() < end and not any(r.iteration for r in stores.world.runs if r.job):
            _spin(app, 0.01)
    _spin(app, wait)
    began = time.monotonic()
    # As a person does who wants it gone: "Stop and keep" lets a run be judged first.
    parts.window.closing.ask = lambda: "now"  # type: ignore[method-assign]
    parts.window.close()
    gone = 0.0
    while not all(lane.isFinished() for lane in parts.lanes) and time.monotonic() - began < 120:
        _spin(app, 0.01)
        if not gone and parts.window.isHidden():
            gone = time.monotonic() - began
    ended = time.monotonic() - began
    _spin(app, 0.1)
    report.write_text(f"{gone or ended} {ended}")


def together(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Two programs on one project at once: both end well, or one says why it cannot."""
    tally = Tally("two programs")
    here = ground.copy("together")
    pairs = 2 if short else 20
    for number in range(pairs):
        words = ([*TRAIN, "--project", str(here.project), "--seed", str(number), str(here.data)],
                 ["evaluate", str(here.run)] if number % 2 else ["check", str(here.data), "--project", str(here.project)])  # fmt: skip
        children = []
        for each in words:
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                ended = command(each)
                bad = ended.code not in (0, 1) or "Unexpected" in ended.said
                if bad:
                    print(ended.said[-300:], flush=True)
                os._exit(1 if bad else 0)
            children.append(child)
        for child in children:
            tally.tried += 1
            if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
                tally.fail(f"pair {number}")
    return tally


def offline(ground: Ground, seed: int, *, short: bool) -> Tally:
    """Without any network: nothing but fetching weights may want one."""
    import socket

    from benchmarks.faults.kills import commands

    def cut() -> None:
        def refuse(*_a: object, **_k: object) -> None:
            raise OSError(101, "Network is unreachable")

        socket.socket.connect = refuse  # type: ignore[method-assign,assignment]
        socket.create_connection = refuse  # type: ignore[assignment]
        socket.getaddrinfo = refuse  # type: ignore[assignment]

    tally = Tally("offline")
    here = ground.copy("offline")
    for name, words in commands(here).items():
        ended = command(words, before=cut)
        tally.tried += 1
        if ended.code not in (0, 1):
            tally.fail(f"{name}: {ended.said[-200:]}")
    ended = command(["weights", "fetch", "resnet18"], before=cut)
    tally.tried += 1
    if ended.code in (0,) or "Traceback" in ended.said:
        tally.fail(f"weights fetch without a network: exit {ended.code}: {ended.said[-200:]}")
    return tally
