"""
One interface to commercial cryptography 商用密码: SM3 (GB/T 32905), SM4-GCM (GB/T 32907).

Software here; in service `GONGHUI_CRYPTO` names a module with the same functions before a certified device.
"""

import os
from functools import cache, lru_cache

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.conf import settings

VERSION = b"\x01"
NONCE, TAG = 12, 16


def sm3(data: bytes) -> bytes:
    digest = hashes.Hash(hashes.SM3())
    digest.update(data)
    return digest.finalize()


def hmac_sm3(key: bytes, data: bytes) -> bytes:
    mac = hmac.HMAC(key, hashes.SM3())
    mac.update(data)
    return mac.finalize()


@lru_cache
def _root(secret: str, use: str) -> bytes:
    return hmac_sm3(secret.encode(), use.encode())


@cache
def key_for(use: str) -> bytes:
    """A key for one use, derived from the root key; uses never share keys."""
    return _root(settings.DATA_KEY, use)


@cache
def _keyed(use: str) -> hmac.HMAC:
    """A context that has its key already: a copy of it hashes in a third of the time."""
    return hmac.HMAC(key_for(use), hashes.SM3())


def _hash_for(use: str, data: bytes) -> bytes:
    mac = _keyed(use).copy()
    mac.update(data)
    return mac.finalize()


def blind(use: str, text: str) -> bytes:
    """A keyed hash to find equal values by, without storing them: 32 bytes."""
    return _hash_for(f"blind:{use}", text.encode(errors="surrogatepass"))


def seal(text: str, salt: bytes) -> bytes:
    """
    Encrypt for the holder of `salt`: version, nonce, ciphertext, tag.

    The key is derived from the salt; whoever destroys the salt has destroyed the key.
    """
    return seal_with(subject_key(salt), text)


def seal_with(key: bytes, text: str) -> bytes:
    """Encrypt under a subject key already derived: a row has several texts and one salt."""
    return _box(key, text.encode())


def unseal(box: bytes | memoryview, salt: bytes | memoryview) -> str:
    """Decrypt; raises InvalidTag when the box was altered or the salt is another's."""
    return _open(subject_key(bytes(salt)), bytes(box)).decode()


def seal_file(data: bytes, digest: bytes) -> bytes:
    """Encrypt a file under a key of its own, derived from its SM3: equal files share one box."""
    return _box(_hash_for("file", digest)[:16], data)


def unseal_file(box: bytes, digest: bytes) -> bytes:
    """Decrypt a file; raises InvalidTag when the box was altered or is another file's."""
    return _open(_hash_for("file", digest)[:16], box)


def _box(key: bytes, data: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    cipher = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    return b"".join((VERSION, nonce, cipher.update(data), cipher.finalize(), cipher.tag))


def _open(key: bytes, box: bytes) -> bytes:
    if box[:1] != VERSION:
        raise ValueError("sealed with an unknown key version")
    nonce, body, tag = box[1 : 1 + NONCE], box[1 + NONCE : -TAG], box[-TAG:]
    cipher = Cipher(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
    return cipher.update(body) + cipher.finalize()


def subject_key(salt: bytes) -> bytes:
    """The key of whoever holds the salt."""
    return _hash_for("seal", salt)[:16]


def new_salt() -> bytes:
    return os.urandom(16)
