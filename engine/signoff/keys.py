"""The key that sign-offs are signed with: one a user and computer, made at the first signature.

Ed25519 (RFC 8032). The private half never leaves the user's own folder. A signature proves that a
record is as it was when somebody with this account signed it; it does not prove who sat there.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import platformdirs
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from engine.core.errors import RunError
from engine.core.files import make_folder
from engine.core.folders import APP

FILE = "sign-off-key.pem"


def key_folder() -> Path:
    """Where the key lies (``TRANSFERLENS_KEYS`` overrides it)."""
    named = os.environ.get("TRANSFERLENS_KEYS")
    return Path(named) if named else Path(platformdirs.user_data_dir(APP, appauthor=False))


def own_key(*, make: bool = False) -> Ed25519PrivateKey | None:
    """The key of this user; None if there is none and none is to be made.

    Raises
    ------
    RunError
        The file is damaged or cannot be written.
    """
    path = key_folder() / FILE
    if not path.is_file():
        if not make:
            return None
        _make(path)
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise TypeError("another kind of key")
    except (OSError, ValueError, TypeError) as error:
        raise RunError(
            "{path}: the key for sign-offs cannot be read ({why}). Restore it from a copy, or move "
            "it away: a new one is then made.",
            path=path,
            why=error,
        ) from error
    return key


def _make(path: Path) -> None:
    make_folder(path.parent)
    secret = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    try:
        # Nobody else may read it, not even for a moment; a key that is there is never replaced.
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        return  # another window made it just now
    except OSError as error:
        raise RunError(
            "{path}: cannot be written ({why}). Check the folder's rights and free space.",
            path=path,
            why=error.strerror,
        ) from error


def public_hex(key: Ed25519PrivateKey) -> str:
    """The public half, 64 hex digits."""
    return key.public_key().public_bytes_raw().hex()


def short_key(public: str) -> str:
    """What people compare: the first 16 hex digits of the public key's SHA-256, in fours."""
    digits = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:16]
    return " ".join(digits[i : i + 4] for i in range(0, 16, 4))


def is_signed(message: bytes, signature: str, public: str) -> bool:
    """Whether a signature belongs to these very bytes and this key, and the key is a proper one."""
    try:
        secret = bytes.fromhex(public)
        if is_weak(secret):
            return False
        Ed25519PublicKey.from_public_bytes(secret).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


PRIME = 2**255 - 19
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME
"""d of the curve -x^2 + y^2 = 1 + d x^2 y^2 (RFC 8032, 5.1)."""


def is_weak(public: bytes) -> bool:
    """Whether a public key is degenerate: under it one signature fits nearly any message.

    So are points whose order divides 8, and encodings that are not the shortest; no key that was
    drawn at random is either.
    """
    if len(public) != 32:
        return True
    y = int.from_bytes(public, "little") & (2**255 - 1)
    if y >= PRIME:
        return True
    # x is needed only squared: doubling a point gives y' = (y^2 + x^2) / (2 - y^2 + x^2) on this
    # curve, and x'^2 follows from y'.
    for _ in range(3):
        square = (y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME) % PRIME
        below = (2 - y * y + square) % PRIME
        if below == 0:
            return True
        y = (y * y + square) * pow(below, -1, PRIME) % PRIME
    return y == 1
