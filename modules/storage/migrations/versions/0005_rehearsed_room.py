"""How fast a rehearsal runs, and who comes to it: a restart forgets neither."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("sessions", sa.Column("pace", sa.Integer(), nullable=False, server_default="1"))
    op.add_column(
        "sessions", sa.Column("who_comes", sa.String(), nullable=False, server_default="")
    )


def downgrade() -> None:
    # One by one: rebuilding the table would drop it, and with it every round that hangs on it.
    op.drop_column("sessions", "who_comes")
    op.drop_column("sessions", "pace")
