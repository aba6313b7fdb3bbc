"""`make doctor` and `make backup`: what an operator asks of the data, from the terminal."""

import sys
from pathlib import Path

from modules.domain.errors import WorkshopError
from modules.settings import Settings
from modules.storage.backup import backup
from modules.storage.database import Database
from modules.storage.doctor import findings

ALL_WELL = "The database forgets as the promise says."


def main(arguments: list[str]) -> int:
    """`python -m modules.doctor` checks; `python -m modules.doctor backup FILE` copies."""
    try:
        database = Database.open(Settings.from_env().database_url)
        if arguments[:1] == ["backup"]:
            target = Path(arguments[1] if len(arguments) > 1 else "backup.db")
            backup(database, target)
            print(f"Copied to {target}, without open ballots.")
            return 0
        found = findings(database)
    except WorkshopError as problem:
        print(problem, file=sys.stderr)
        return 1
    print("\n".join(found) or ALL_WELL)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
