from importlib import import_module

from gunicorn.app.base import BaseApplication

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from ... import gunicorn, memory
from ...application import get_application, get_pool
from ...startup import claim_port, login, prepare


class Command(BaseCommand):
    help = "Bring database and static files up to date, then serve the site."

    def add_arguments(self, parser):
        parser.add_argument(
            "--host",
            default="127.0.0.1",
            help="0.0.0.0 accepts connections from other machines",
        )
        parser.add_argument(
            "--demo", action="store_true", help="fill an empty site with demo content"
        )

    def handle(self, host, demo, **options):
        claim_port(host, settings.PORT)
        memory.use_one_arena()
        prepare(self.say, with_demo=demo)
        self.say(f"Site   {settings.SITE_URL}/")
        self.say(f"Admin  {settings.SITE_URL}/admin/")
        self.say(f"Login  {login()}")
        # The worker processes must not share a connection.
        connections.close_all()
        Server(f"{host}:{settings.PORT}").run()

    def say(self, text):
        """Print and flush, as each forked worker would print what is buffered."""
        self.stdout.write(text)
        self.stdout.flush()


class Server(BaseApplication):
    """Gunicorn, running in this process."""

    def __init__(self, address):
        self.address, self.pool = address, None
        super().__init__()

    def load_config(self):
        """Apply those variables of `operations/gunicorn.py` that gunicorn knows."""
        for name, value in vars(gunicorn).items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)
        self.cfg.set("bind", self.address)

    def load(self):
        """Return the application, loading what it needs before workers are forked."""
        self.pool = get_pool()
        application = get_application(self.pool)
        import_module(settings.ROOT_URLCONF)
        memory.freeze()
        return application
