"""Runs a desk store's migrations over the connection that `satark.stores` hands in."""

from alembic import context

from satark.desks.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
