"""Settings: each is documented, each bad value gets one sentence that says what to change."""

import re
from pathlib import Path

import pytest

from modules import settings as module
from modules.settings import PROJECT, VARIABLES, CannotStart, Settings

POSTGRES = "postgresql+psycopg://ann:secret@db.example.org/workshop"


def test_nothing_has_to_be_set():
    made = Settings.from_env({})

    assert made.data == PROJECT / "data"
    assert made.database_url == f"sqlite:///{PROJECT / 'data' / 'workshop.sqlite3'}"
    assert (made.port, made.address) == (8501, "0.0.0.0")  # noqa: S104
    assert (made.public_url, made.passcode) == (None, None)
    assert made.secure_cookies is False


def test_what_is_set_holds(tmp_path):
    made = Settings.from_env(
        {
            "WORKSHOP_DATA": str(tmp_path),
            "WORKSHOP_PUBLIC_URL": "https://workshop.example.org/",
            "WORKSHOP_PASSCODE": " a long passcode ",
            "WORKSHOP_PORT": "9000",
            "WORKSHOP_ADDRESS": "127.0.0.1",
            "WORKSHOP_GUIDES": str(tmp_path),
        }
    )

    assert made == Settings(
        data=tmp_path,
        database_url=f"sqlite:///{tmp_path / 'workshop.sqlite3'}",
        public_url="https://workshop.example.org",
        passcode="a long passcode",
        port=9000,
        address="127.0.0.1",
        guides=tmp_path,
    )
    assert made.secure_cookies is True


def test_an_empty_variable_counts_as_not_set():
    assert Settings.from_env(dict.fromkeys(VARIABLES, " ")) == Settings.from_env({})


@pytest.mark.parametrize(
    "written",
    [
        POSTGRES,
        "postgres://ann:secret@db.example.org/workshop",
        "postgresql://ann:secret@db.example.org/workshop",
    ],
)
def test_postgresql_may_be_written_as_hosting_services_write_it(written):
    assert Settings.from_env({"DATABASE_URL": written}).database_url == POSTGRES


@pytest.mark.parametrize(
    ("ports", "port"),
    [
        ({"PORT": "80"}, 80),
        ({"STREAMLIT_SERVER_PORT": "81"}, 81),
        ({"PORT": "80", "STREAMLIT_SERVER_PORT": "81"}, 80),
        ({"PORT": "80", "WORKSHOP_PORT": "82"}, 82),
    ],
)
def test_our_own_port_comes_before_those_of_others(ports, port):
    assert Settings.from_env(ports).port == port


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WORKSHOP_PORT", "eighty"),
        ("WORKSHOP_PORT", "0"),
        ("WORKSHOP_PORT", "65536"),
        ("WORKSHOP_PORT", "-1"),
        ("WORKSHOP_PORT", "٨٠"),
        ("PORT", "80.5"),
        ("STREAMLIT_SERVER_PORT", "8501 "[:-1] + "x"),
        ("WORKSHOP_ADDRESS", "my laptop"),
        ("WORKSHOP_ADDRESS", "0.0.0.0:80"),
        ("STREAMLIT_SERVER_ADDRESS", "256.1.1.1"),
        ("WORKSHOP_PASSCODE", "short"),
        ("WORKSHOP_PUBLIC_URL", "workshop.example.org"),
        ("WORKSHOP_PUBLIC_URL", "ftp://workshop.example.org"),
        ("WORKSHOP_PUBLIC_URL", "https://"),
        ("WORKSHOP_PUBLIC_URL", "https://workshop.example.org/path"),
        ("WORKSHOP_PUBLIC_URL", "https://workshop.example.org?x=1"),
        ("WORKSHOP_PUBLIC_URL", "https://ann:secret@workshop.example.org"),
        ("WORKSHOP_PUBLIC_URL", "https://workshop.example.org:eighty"),
        ("WORKSHOP_GUIDES", "/no/such/folder"),
        ("DATABASE_URL", "workshop.sqlite3"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "mysql://ann@db.example.org/workshop"),
        ("DATABASE_URL", "postgresql://"),
        ("DATABASE_URL", "postgresql+asyncpg://ann@db.example.org/workshop"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_its_name(name, value):
    with pytest.raises(CannotStart) as refusal:
        Settings.from_env({name: value})

    assert name in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_no_secret_shows_when_settings_are_printed():
    shown = repr(
        Settings.from_env({"WORKSHOP_PASSCODE": "a secret word", "DATABASE_URL": POSTGRES})
    )

    assert "secret" not in shown


def test_every_setting_is_documented():
    documented = (PROJECT / "docs" / "operating.md").read_text(encoding="utf-8")

    assert [name for name in VARIABLES if f"`{name}`" not in documented] == []


def test_every_variable_that_is_read_is_in_the_table():
    source = Path(module.__file__).read_text(encoding="utf-8")
    read = set(re.findall(r"\"((?:[A-Z]+_)*(?:PORT|[A-Z]+_[A-Z_]+))\"", source))

    assert read == set(VARIABLES)
