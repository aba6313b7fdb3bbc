"""Alembic's entry: runs on the connection that storage.migrating hands over."""

from alembic import context

from modules.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
)
context.run_migrations()
