"""How a device and a hub prove themselves to each other, by what the centre alone tells the hub.

The centre keeps the SHA-256 of a device's key. From it come the key that the device shows at one hub, and the key by
which that hub proves itself: neither serves at the centre or at another hub. All keys and hashes are text in
hexadecimal.
"""

from __future__ import annotations

import hashlib
import hmac
from uuid import UUID


def key_hash_of(device_key: str) -> str:
    """What the centre keeps of a device's key."""
    return hashlib.sha256(device_key.encode("utf-8", "replace")).hexdigest()


def at_hub(key_hash: str, hub_uid: UUID) -> str:
    """The key that a device shows at this hub."""
    return _keyed(key_hash, f"anteroom hub key {hub_uid}")


def hub_key_hash(key_hash: str, hub_uid: UUID) -> str:
    """What the hub knows of the key that a device shows there."""
    return key_hash_of(at_hub(key_hash, hub_uid))


def proof_key(key_hash: str, hub_uid: UUID) -> str:
    """The key by which this hub proves itself to a device."""
    return _keyed(key_hash, f"anteroom hub proof {hub_uid}")


def proof(key: str, nonce: str, hub_uid: UUID, certificate_hash: str) -> str:
    """Says that whoever holds `proof_key` serves the certificate of which this is the SHA-256 (of its DER bytes)."""
    return _keyed(key, f"{nonce} {hub_uid} {certificate_hash}")


def is_proof(said: str, key: str, nonce: str, hub_uid: UUID, certificate_hash: str) -> bool:
    """Whether that is the `proof`; takes as long whatever was said."""
    return hmac.compare_digest(said.encode("utf-8", "replace"), proof(key, nonce, hub_uid, certificate_hash).encode())


def _keyed(key: str, message: str) -> str:
    return hmac.new(key.encode(), message.encode(), hashlib.sha256).hexdigest()
