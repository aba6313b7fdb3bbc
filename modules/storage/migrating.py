"""Bringing the tables up to date when the app starts."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from modules.domain.errors import WorkshopError


class DatabaseTooNew(WorkshopError):
    def __init__(self) -> None:
        super().__init__(
            "This database was written by a newer version of the app. "
            "Start that version, or choose another data folder with WORKSHOP_DATA."
        )


def config() -> Config:
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return made


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(config())


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Apply the migrations that are missing. Raises DatabaseTooNew for an unknown revision."""
    known = {script.revision for script in _scripts().walk_revisions()}
    with engine.connect() as db:
        db.execution_options(writes=True)
        with db.begin():
            heads = set(MigrationContext.configure(db).get_current_heads())
            if heads - known:
                raise DatabaseTooNew
            if revision == "head" and heads == set(_scripts().get_heads()):
                return
            settings = config()
            settings.attributes["connection"] = db
            command.upgrade(settings, revision)
