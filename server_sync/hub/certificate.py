"""The certificate that a hub serves with: made once, by itself, and kept; trusted once the hub has proved it its own.

No authority signs for a machine in a lobby. What binds it is the proof of `protocol.hub_keys`, over its hash.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

CERTIFICATE, KEY = "hub-certificate.pem", "hub-key.pem"
_FROM, _TO = datetime(1970, 1, 1, tzinfo=UTC), datetime(2120, 1, 1, tzinfo=UTC)
"""What counts is its hash: a kiosk with an empty clock battery wakes in 1970."""


_SIGNS = x509.KeyUsage(
    digital_signature=True,
    key_cert_sign=True,
    content_commitment=False,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Files in PEM, and the SHA-256 (hexadecimal) of the certificate's DER bytes."""

    certificate: Path
    key: Path
    hash: str


def certificate_in(folder: Path) -> Certificate:
    """The hub's own; made where there is none yet. Raises OSError; ValueError where the file holds something else."""
    certificate, key = folder / CERTIFICATE, folder / KEY
    if not (certificate.exists() and key.exists()):
        _make(certificate, key)
    read = x509.load_pem_x509_certificate(certificate.read_bytes())
    return Certificate(certificate, key, hashlib.sha256(read.public_bytes(serialization.Encoding.DER)).hexdigest())


def _make(certificate: Path, key: Path) -> None:
    """The certificate last: without it both are made anew."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Anteroom hub")])
    public = private.public_key()
    own = x509.SubjectKeyIdentifier.from_public_key(public)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_FROM)
        .not_valid_after(_TO)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_SIGNS, critical=True)
        .add_extension(own, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(own), critical=False)
        .sign(private, hashes.SHA256())
    )
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    write_secret(key, pem)
    write_secret(certificate, made.public_bytes(serialization.Encoding.PEM))


def write_secret(path: Path, content: bytes) -> None:
    """Whole or not at all, durable, and for nobody else's eyes. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
