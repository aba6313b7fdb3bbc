"""How fast a rehearsal runs, and who comes to it: a restart forgets neither."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("sessions") as sessions:
        sessions.add_column(sa.Column("pace", sa.Integer(), nullable=False, server_default="1"))
        sessions.add_column(sa.Column("who_comes", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("sessions") as sessions:
        sessions.drop_column("who_comes")
        sessions.drop_column("pace")
