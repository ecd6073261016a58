"""The hub's own certificate authority: one laptop, a few tablets, a few days.

A tablet that trusts it must lose nothing by it. So the authority is constrained (RFC 5280, 4.2.1.10): what it signs
holds only for private addresses and the hub's own name, and only until shortly after the last stage.
"""

import ipaddress
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from repatria.hub.addresses import PRIVATE

NAME = "repatria-hub.local"
_ANYTIME = timedelta(days=3)  # clocks of tablets may be days off


@dataclass(frozen=True, slots=True)
class Files:
    """Where the authority's and the server's certificate and key lie."""

    folder: Path

    @property
    def authority(self) -> Path:
        """The certificate that tablets are to trust (PEM)."""
        return self.folder / "authority.crt"

    @property
    def authority_key(self) -> Path:
        """The authority's private key; only the hub's account reads it."""
        return self.folder / "authority.key"

    @property
    def server(self) -> Path:
        """The server's certificate (PEM)."""
        return self.folder / "server.crt"

    @property
    def server_key(self) -> Path:
        """The server's private key."""
        return self.folder / "server.key"


def make_authority(files: Files, now: datetime, until: datetime) -> None:
    """Make the authority, once; one that is there stays, because tablets trust it already."""
    if files.authority.exists():
        return
    key = _key(files.authority_key)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Repatria handover {now:%Y-%m-%d}")])
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - _ANYTIME)
        .not_valid_after(until + _ANYTIME)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_authority_usage(), critical=True)
        .add_extension(_constraints(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    files.authority.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def make_server(files: Files, addresses: Sequence[str], now: datetime, until: datetime) -> None:
    """Make a certificate for the addresses the hub has today, signed by its authority."""
    authority = x509.load_pem_x509_certificate(files.authority.read_bytes())
    signer, key = _key(files.authority_key), _key(files.server_key)
    names: list[x509.GeneralName] = [x509.IPAddress(ipaddress.ip_address(one)) for one in addresses]
    names += [x509.DNSName(NAME), x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    certificate = (
        x509.CertificateBuilder(authority.subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - _ANYTIME)
        .not_valid_after(min(until + _ANYTIME, authority.not_valid_after_utc))
        .add_extension(x509.SubjectAlternativeName(list(dict.fromkeys(names))), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )
    files.server.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def fingerprint(files: Files) -> str:
    """Give the authority's SHA-256 fingerprint in groups of four, to be read aloud and compared."""
    certificate = x509.load_pem_x509_certificate(files.authority.read_bytes())
    digits = certificate.fingerprint(hashes.SHA256()).hex().upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def authority_der(files: Files) -> bytes:
    """Give the authority's certificate as tablets install it (DER)."""
    certificate = x509.load_pem_x509_certificate(files.authority.read_bytes())
    return certificate.public_bytes(serialization.Encoding.DER)


def _constraints() -> x509.NameConstraints:
    here: list[x509.GeneralName] = [x509.IPAddress(network) for network in PRIVATE]
    return x509.NameConstraints([*here, x509.DNSName(NAME), x509.DNSName("localhost")], None)


def _authority_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False, content_commitment=False, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=True, crl_sign=True, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _key(path: Path) -> ec.EllipticCurvePrivateKey:
    """Give the key that lies at `path`, a new one if there is none."""
    if path.exists():
        found = serialization.load_pem_private_key(path.read_bytes(), None)
        assert isinstance(found, ec.EllipticCurvePrivateKey)
        return found
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    return key
