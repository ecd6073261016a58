import ssl
import stat
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network

import pytest
from cryptography import x509

from repatria.hub.addresses import is_private, own_addresses
from repatria.hub.authority import Files, authority_der, fingerprint, make_authority, make_server
from repatria.hub.trust import trust_page
from repatria.i18n import LANGUAGES

NOW = datetime.now(UTC)
UNTIL = NOW + timedelta(days=2)


@pytest.fixture
def files(tmp_path):
    made = Files(tmp_path)
    make_authority(made, NOW, UNTIL)
    make_server(made, ["192.168.7.5"], NOW, UNTIL)
    return made


def handshake(files, name, authority=None):
    """Let a server and a client meet in memory; raises what the client would."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(files.server, files.server_key)
    client = ssl.create_default_context(cafile=str((authority or files).authority))
    ends = [ssl.MemoryBIO() for _ in range(4)]
    one = client.wrap_bio(ends[0], ends[1], server_hostname=name)
    two = server.wrap_bio(ends[2], ends[3], server_side=True)
    for _ in range(6):
        for side in (one, two):
            with suppress(ssl.SSLWantReadError):
                side.do_handshake()
            ends[2].write(ends[1].read())
            ends[0].write(ends[3].read())
    return one.version()


@pytest.mark.parametrize("name", ["192.168.7.5", "127.0.0.1", "localhost", "repatria-hub.local"])
def test_a_tablet_that_trusts_the_authority_trusts_the_hub(files, name):
    assert handshake(files, name) == "TLSv1.3"


@pytest.mark.parametrize("name", ["192.168.7.6", "example.org"])
def test_under_another_name_it_does_not(files, name):
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(files, name)


def test_what_another_hub_signed_is_not_trusted(files, tmp_path):
    other = Files(tmp_path / "other")
    other.folder.mkdir()
    make_authority(other, NOW, UNTIL)
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(files, "192.168.7.5", other)


def test_the_authority_cannot_speak_for_the_world(files, monkeypatch):
    """Even with its key stolen: a certificate for a public address is refused by whoever trusts the authority."""
    make_server(files, ["8.8.8.8"], NOW, UNTIL)
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree"):
        handshake(files, "8.8.8.8")


def test_it_ends_soon_after_the_day(files):
    authority = x509.load_pem_x509_certificate(files.authority.read_bytes())
    assert authority.not_valid_after_utc <= UNTIL + timedelta(days=3)


def test_started_again_it_is_the_same_authority_and_key(files):
    before = fingerprint(files)
    key = files.server_key.read_bytes()
    make_authority(files, NOW, UNTIL)
    make_server(files, ["10.0.0.9"], NOW, UNTIL)
    assert fingerprint(files) == before
    assert files.server_key.read_bytes() == key
    assert handshake(files, "10.0.0.9") == "TLSv1.3"


def test_keys_are_for_the_hubs_account_alone(files):
    for path in (files.authority_key, files.server_key):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_trust_page_says_it_in_every_language(files):
    page = trust_page(fingerprint(files), "https://192.168.7.5:8443")
    assert page.count(fingerprint(files)) == len(LANGUAGES)
    assert "dir=rtl" in page
    assert x509.load_der_x509_certificate(authority_der(files)).subject


def test_own_addresses_are_private_ones():
    assert own_addresses()
    assert all(is_private(one) for one in own_addresses())
    assert not is_private("8.8.8.8")
    assert not is_private("nonsense")
    assert ip_address("192.168.7.5") in ip_network("192.168.0.0/16")
