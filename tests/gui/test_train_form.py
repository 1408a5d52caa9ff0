"""The form of a run starts from what the project keeps."""

from __future__ import annotations

from engine.training.messages import Train
from gui.train.page import TrainPage


def opened(qtbot, stores, path: str) -> None:
    stores.world.open_project(path)
    qtbot.waitUntil(lambda: not stores.world.listing_runs)


def test_the_share_on_the_line_is_shown_kept_and_can_be_changed(qtbot, stores, world, tmp_path):
    page = TrainPage(stores)
    qtbot.addWidget(page)
    world.line_share = 0.02
    opened(qtbot, stores, str(tmp_path / "a"))
    form = page._form
    assert form.recipe.line_share == 0.02
    assert "On the line 2 % of parts are defective." in form._words.text()
    stores.data.open(str(tmp_path))
    qtbot.waitUntil(lambda: stores.world.data is not None)
    field = form._entries._fields["line_share"]
    field.setText("0.05")
    field.textEdited.emit("0.05")
    stores.world.list_runs()
    qtbot.waitUntil(lambda: not stores.world.listing_runs)
    assert form.recipe.line_share == 0.05, "what is typed in stays"
    page._submit((form.recipe,))
    (asked,) = [j.command for j in stores.client.jobs.values() if isinstance(j.command, Train)]
    assert asked.recipe.line_share == 0.05
    assert asked.line_said, "so the project keeps it"
    world.line_share = None
    opened(qtbot, stores, str(tmp_path / "b"))
    assert form.recipe.line_share == 0.0, "another project's line is another"


def test_all_settings_at_once_have_the_line_s_share(qtbot, stores, world, tmp_path):
    page = TrainPage(stores)
    qtbot.addWidget(page)
    world.line_share = 0.02
    opened(qtbot, stores, str(tmp_path / "a"))
    with qtbot.waitSignal(page._form.submitted) as sent:
        page._form._submit("settings")
    assert {recipe.line_share for recipe in sent.args[0]} == {0.02}
