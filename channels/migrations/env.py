"""Runs the vault's migrations over the connection that `satark.stores` hands in."""

from alembic import context

from channels.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
