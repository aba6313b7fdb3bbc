"""Where the app is reached: the facilitator's own machine, the phones in the room."""

import pytest

from modules.live import addresses as module
from modules.live.addresses import Addresses, lan_address

LAN = "192.168.1.20"


@pytest.fixture
def in_a_network(monkeypatch):
    monkeypatch.setattr(module, "lan_address", lambda: LAN)


@pytest.fixture
def alone(monkeypatch):
    monkeypatch.setattr(module, "lan_address", lambda: None)


@pytest.mark.usefixtures("in_a_network")
@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])  # noqa: S104
def test_phones_get_the_address_in_the_rooms_network(host):
    where = Addresses(host, 8501)

    assert where.phones == f"http://{LAN}:8501"
    assert where.page == "http://localhost:8501"
    assert where.only_here is False


@pytest.mark.usefixtures("alone")
def test_without_a_network_only_this_machine_is_reached():
    where = Addresses("0.0.0.0", 8501)  # noqa: S104

    assert where.only_here is True
    assert where.page == where.phones == "http://localhost:8501"


@pytest.mark.usefixtures("in_a_network")
@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_a_server_for_this_machine_alone_says_so(host):
    where = Addresses(host, 8501)

    assert where.only_here is True
    assert where.page == "http://localhost:8501"


@pytest.mark.usefixtures("in_a_network")
def test_a_chosen_address_is_shown_as_it_is():
    assert Addresses("10.0.0.7", 80).phones == "http://10.0.0.7"
    assert Addresses("fd00::7", 8501).page == "http://[fd00::7]:8501"


@pytest.mark.usefixtures("alone")
def test_the_public_address_is_used_for_everything():
    where = Addresses("127.0.0.1", 8501, "https://workshop.example.org")

    assert where.phones == where.page == "https://workshop.example.org"
    assert where.only_here is False


@pytest.mark.usefixtures("in_a_network")
@pytest.mark.parametrize(
    ("page", "phones"),
    [
        ("https://room.example.org/projector?code=12345678", "https://room.example.org"),
        ("http://10.0.0.9:8501/projector", "http://10.0.0.9:8501"),
        # These lead nowhere from a phone.
        ("http://localhost:8501/projector", f"http://{LAN}:8501"),
        ("http://127.0.0.1:8501/projector", f"http://{LAN}:8501"),
        ("http://[::1]:8501/projector", f"http://{LAN}:8501"),
        ("http://laptop:8501/projector", f"http://{LAN}:8501"),
        ("http://laptop.local:8501/projector", f"http://{LAN}:8501"),
        ("javascript://room.example.org", f"http://{LAN}:8501"),
        ("", f"http://{LAN}:8501"),
        (None, f"http://{LAN}:8501"),
    ],
)
def test_an_address_that_led_to_the_projector_leads_phones_here_too(page, phones):
    assert Addresses("0.0.0.0", 8501).phones_from(page) == phones  # noqa: S104


def test_the_public_address_comes_before_the_one_that_was_opened():
    where = Addresses("0.0.0.0", 8501, "https://workshop.example.org")  # noqa: S104

    assert where.phones_from("https://proxy.example.org/") == "https://workshop.example.org"


def test_finding_the_address_sends_nothing_and_never_fails():
    found = lan_address()

    assert found is None or not found.startswith(("127.", "0."))
