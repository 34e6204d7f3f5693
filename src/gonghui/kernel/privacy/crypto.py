"""
One interface to commercial cryptography 商用密码: SM3 (GB/T 32905), SM4-GCM (GB/T 32907).

Software here; in service `GONGHUI_CRYPTO` names a module with the same functions before a certified device.
"""

import os
from functools import lru_cache

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


def key_for(use: str) -> bytes:
    """A key for one use, derived from the root key; uses never share keys."""
    return _root(settings.DATA_KEY, use)


def blind(use: str, text: str) -> bytes:
    """A keyed hash to find equal values by, without storing them: 32 bytes."""
    return hmac_sm3(key_for(f"blind:{use}"), text.encode())


def seal(text: str, salt: bytes) -> bytes:
    """
    Encrypt for the holder of `salt`: version, nonce, ciphertext, tag.

    The key is derived from the salt; whoever destroys the salt has destroyed the key.
    """
    nonce = os.urandom(NONCE)
    cipher = Cipher(algorithms.SM4(_subject_key(salt)), modes.GCM(nonce)).encryptor()
    return VERSION + nonce + cipher.update(text.encode()) + cipher.finalize() + cipher.tag


def unseal(box: bytes | memoryview, salt: bytes | memoryview) -> str:
    """Decrypt; raises InvalidTag when the box was altered or the salt is another's."""
    box, salt = bytes(box), bytes(salt)
    if box[:1] != VERSION:
        raise ValueError("sealed with an unknown key version")
    nonce, body, tag = box[1 : 1 + NONCE], box[1 + NONCE : -TAG], box[-TAG:]
    cipher = Cipher(algorithms.SM4(_subject_key(salt)), modes.GCM(nonce, tag)).decryptor()
    return (cipher.update(body) + cipher.finalize()).decode()


def _subject_key(salt: bytes) -> bytes:
    return hmac_sm3(key_for("seal"), salt)[:16]


def new_salt() -> bytes:
    return os.urandom(16)
