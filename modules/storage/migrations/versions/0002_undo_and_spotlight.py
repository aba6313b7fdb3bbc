"""What can be undone, and the text that is shown large."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("sessions") as sessions:
        sessions.add_column(sa.Column("last_move", sa.Text(), nullable=True))
        sessions.add_column(sa.Column("spotlight", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("sessions") as sessions:
        sessions.drop_column("spotlight")
        sessions.drop_column("last_move")
