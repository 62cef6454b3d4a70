"""The site and its yardsticks, each a group of processes on a port of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NGINX = """daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log stderr;
events {{ worker_connections 1024; }}
http {{ access_log off; open_file_cache max=10; sendfile on; tcp_nopush on;
keepalive_requests 1000000; client_body_temp_path {folder}/n1;
proxy_temp_path {folder}/n2; fastcgi_temp_path {folder}/n3;
uwsgi_temp_path {folder}/n4; scgi_temp_path {folder}/n5;
server {{ listen 127.0.0.1:{port}; root {folder}/www; default_type text/html; }} }}
"""
START_TIMEOUT = 300  # seconds; a first start loads the demo content


def free_port():
    """Return a port that no process listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A command that serves `path` over HTTP once it is ready."""

    def __init__(
        self, command, port, path="/", env=None, folder=ROOT, log=subprocess.DEVNULL
    ):
        self.port, self.url = port, f"http://127.0.0.1:{port}"
        start = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - nothing comes from outside
            command,
            cwd=folder,
            env=os.environ | (env or {}),
            stdout=subprocess.DEVNULL,
            stderr=log,
            start_new_session=True,
        )
        self._wait_until_ready(path)
        self.seconds_to_start = time.monotonic() - start

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()

    def stop(self):
        """Terminate its processes, if they still run."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(timeout=30)

    @property
    def pids(self):
        """The process and all its descendants."""
        found = [self.process.pid]
        for pid in found:
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                found += map(int, task.read_text().split())
        return found

    def cpu(self):
        """Return the CPU seconds used so far."""
        ticks = 0
        for pid in self.pids:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Return the memory in MiB; each process counts its share of shared pages."""
        texts = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in self.pids]
        lines = [line for text in texts for line in text.splitlines()]
        kib = [int(line.split()[1]) for line in lines if line.startswith("Pss:")]
        return sum(kib) / 1024

    def _wait_until_ready(self, path):
        deadline = time.monotonic() + START_TIMEOUT
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise SystemExit(f"{self.process.args[:4]} exited while starting.")
            if self._is_ready(path):
                return
            time.sleep(0.05)
        raise SystemExit(f"{self.process.args[:4]} did not become ready.")

    def _is_ready(self, path):
        try:
            with urllib.request.urlopen(self.url + path, timeout=20):  # noqa: S310
                return True
        except OSError:
            return False


class TcpServer(Server):
    """A server without HTTP, ready once it accepts connections."""

    def _is_ready(self, path):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True


class PostgreSQL(TcpServer):
    """A PostgreSQL server with databases of its own."""

    def create_database(self, name, template="template0"):
        """Create a copy of the database `template` and return its URL."""
        command = ["createdb", "-h", "127.0.0.1", "-p", str(self.port)]
        command += ["-U", "postgres", "-T", template, name]
        subprocess.run(command, check=True)  # noqa: S603
        return f"postgres://postgres@127.0.0.1:{self.port}/{name}"


def start_bare(folder):
    """Start the bare Django view for `folder`/www, under gunicorn like the site."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "--threads", "4"]
    command += [
        "-k",
        "boulder_therapeutics.operations.workarounds.FairWorker",
        "--preload",
    ]
    command += ["-b", f"127.0.0.1:{port}"]
    command += ["--no-control-socket", "benchmarks.bare"]
    env = {"BENCHMARK_FOLDER": str(folder / "www")}
    return Server(command, port, "/article", env)


def start_nginx(folder):
    """Start nginx for the files in `folder`/www; None if it is not installed."""
    if not shutil.which("nginx"):
        return None
    port, config = free_port(), folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port))
    command = ["nginx", "-p", str(folder), "-c", str(config)]
    return Server(command, port, "/article")


def start_varnish(folder, port, site, path):
    """Start Varnish in front of the site; None if it is not installed."""
    if not shutil.which("varnishd"):
        return None
    config = (ROOT / "docs" / "varnish.vcl").read_text()
    config = config.replace('"web"', '"127.0.0.1"').replace('"8000"', f'"{site.port}"')
    (folder / "site.vcl").write_text(config)
    command = ["varnishd", "-F", "-f", str(folder / "site.vcl"), "-T", "none"]
    command += ["-a", f"127.0.0.1:{port}", "-n", str(folder / f"varnish-{port}")]
    return Server([*command, "-s", "malloc,100m"], port, path)


def start_redis(folder):
    """Start Redis without persistence; None if it is not installed."""
    if not shutil.which("redis-server"):
        return None
    port = free_port()
    command = ["redis-server", "--port", str(port), "--save", "", "--dir", str(folder)]
    return TcpServer(command, port)


def start_postgresql(folder):
    """Start PostgreSQL with its default settings; None if it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        return None
    data, port, as_user = folder / "postgresql", free_port(), []
    data.mkdir()
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(data, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    command = [*as_user, str(found[-1].with_name("initdb")), "-D", str(data)]
    command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    command = [*as_user, str(found[-1]), "-D", str(data), "-p", str(port)]
    command += ["-k", str(data), "-c", "listen_addresses=127.0.0.1"]
    return PostgreSQL(command, port)
