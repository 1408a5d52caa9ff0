"""Errors whose message is written for the person at the screen.

Every message is one line that names the file (where there is one) and the cure. It is kept
as a template and its values, so that a window can translate the template and the command
line can print the English sentence. Anything else that escapes the engine is a bug and is
logged with its traceback.
"""

from __future__ import annotations


class TransferLensError(Exception):
    """An error with a one-line message for people.

    Parameters
    ----------
    template
        The sentence, with ``{name}`` where a value stands.
    **values
        What the names stand for; shown with ``str``.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(template.format(**self.values) if values else template)


class DataError(TransferLensError):
    """The images, labels or folders given cannot be used as they are."""


class NotDefinedError(DataError):
    """A figure that this data set cannot have, whatever is done."""


class RecipeError(TransferLensError):
    """A training recipe is not valid."""


class WeightsError(TransferLensError):
    """Source weights are missing, damaged or not what they claim to be."""


class RunError(TransferLensError):
    """A run folder or project cannot be used as it is."""
