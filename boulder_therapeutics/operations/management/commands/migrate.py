from django.core.management.commands import migrate

from ...limits.locks import one_at_a_time


class Command(migrate.Command):
    """Django's command; of several at once, the others wait for the first."""

    def handle(self, *args, database, **options):
        with one_at_a_time("migrate", database):
            super().handle(*args, database=database, **options)
