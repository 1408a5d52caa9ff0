"""What tells whether something kept with a run was made of the weights and images it has now."""

from __future__ import annotations

from engine.core.files import file_hash
from engine.project.runs import RunFolder


def kept_key(folder: RunFolder, form: int, *more: object) -> list[object]:
    """Kept results are read only where this is equal to what stands beside them.

    Parameters
    ----------
    form
        Version of the file's form and of the computation.
    more
        Whatever else the result depends on, such as its arithmetic; as JSON gives it back.

    Returns
    -------
    Form, SHA-256 of the weights that verdicts are made with, fingerprint of the data, `more`
    """
    return [form, file_hash(folder.weights), folder.record.fingerprint, *more]
