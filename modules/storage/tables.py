"""Every table. What is not here is not stored: no device, no address, no time of an answer."""

from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem


class Utc(TypeDecorator[datetime]):
    """An aware time in UTC, to the second: finer is never stored."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None, microsecond=0)

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        return None if value is None else cast(datetime, value).replace(tzinfo=UTC)


metadata = MetaData()


def _table(name: str, *parts: SchemaItem) -> Table:
    # WITHOUT ROWID keeps no insertion order: a row's place follows from its key alone.
    return Table(name, metadata, *parts, sqlite_with_rowid=False)


facilitators = _table(
    "facilitators",
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("passcode_hash", String, nullable=False),
)

sign_ins = _table(
    "sign_ins",
    Column("id", String, primary_key=True),
    Column("facilitator", ForeignKey("facilitators.id", ondelete="CASCADE"), nullable=False),
    Column("role", String, nullable=False),
    Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE")),
    Column("expires", Utc, nullable=False),
)

sign_in_links = _table(
    "sign_in_links",
    Column("id", String, primary_key=True),
    Column("facilitator", ForeignKey("facilitators.id", ondelete="CASCADE"), nullable=False),
    Column("role", String, nullable=False),
    Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE")),
    Column("expires", Utc, nullable=False),
    Column("works_once", Boolean, nullable=False),
)

server_secrets = _table(
    "server_secrets",
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

sessions = _table(
    "sessions",
    Column("id", String, primary_key=True),
    Column("owner", ForeignKey("facilitators.id"), nullable=False),
    Column("title", String, nullable=False),
    Column("guide_id", String, nullable=False),
    Column("guide_version", String, nullable=False),
    Column("guide_text", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("code", String, unique=True),
    Column("join_secret", String, nullable=False, unique=True),
    Column("summary_key", String, nullable=False, unique=True),
    Column("smallest_group", Integer, nullable=False),
    Column("group_fixed", Boolean, nullable=False),
    Column("texts_outside", Integer, nullable=False),
    Column("retention_days", Integer, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("delete_on", Date, nullable=False),
    Column("practice", Boolean, nullable=False),
    Column("rehearsal", Boolean, nullable=False),
    Column("locked", Boolean, nullable=False),
    Column("cap", Integer, nullable=False),
    Column("head_count", Integer),
    Column("support_contacts", Text, nullable=False),
    Column("series", String, nullable=False),
    Column("held_deleted", Integer),
    Column("step", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("results_shown", Boolean, nullable=False),
    Column("blank", Boolean, nullable=False),
    Column("ended", Boolean, nullable=False),
    # The stage's clock, to the second; all of it is cleared at End.
    Column("started_at", Utc),
    Column("entered_at", Utc),
    Column("timer_seconds", Integer),
    Column("timer_ends", Utc),
    Column("timer_left", Integer),
    Column("last_move", Text),
    Column("spotlight", String),
    Column("pace", Integer, nullable=False, server_default="1"),
    Column("who_comes", String, nullable=False, server_default=""),
)

rounds = _table(
    "rounds",
    Column("id", String, primary_key=True),
    Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("step_key", String, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("secret", LargeBinary),
    Column("closed_at", Utc),
    Column("tally", Text),
    Column("frozen", Boolean, nullable=False),
)

ballots = _table(
    "ballots",
    Column("round_id", ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("mark", LargeBinary, primary_key=True),
    Column("answer", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("decisions", Text),
)

texts = _table(
    "texts",
    Column("round_id", ForeignKey("rounds.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("reworded", Text, nullable=False),
    Column("theme", String, nullable=False),
    Column("question", String, nullable=False),
)

notes = _table(
    "notes",
    Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("step_key", String, primary_key=True),
    Column("text", Text, nullable=False),
)

# In the facilitator's words, for everyone's summary.
agreements = _table(
    "agreements",
    Column("session_id", ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
    Column("step_key", String, primary_key=True),
    Column("text", Text, nullable=False),
)

# What outlives a session: the disclosed totals of the shared items, until the series ends.
series = _table(
    "series",
    Column("id", String, primary_key=True),
    Column("owner", ForeignKey("facilitators.id"), nullable=False),
    Column("name", String, nullable=False),
    Column("delete_on", Date, nullable=False),
    UniqueConstraint("owner", "name"),
)

pulses = _table(
    "pulses",
    Column("series_id", ForeignKey("series.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("held_on", Date, nullable=False),
    Column("guide_id", String, nullable=False),
    Column("guide_version", String, nullable=False),
    Column("readings", Text, nullable=False),
)
