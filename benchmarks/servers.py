"""The site and its yardsticks, each as a group of processes on a port of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NGINX = """daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log stderr;
events {{ worker_connections 1024; }}
http {{ access_log off; open_file_cache max=10; sendfile on; tcp_nopush on;
keepalive_requests 1000000; client_body_temp_path {folder}/n1;
proxy_temp_path {folder}/n2; fastcgi_temp_path {folder}/n3;
uwsgi_temp_path {folder}/n4; scgi_temp_path {folder}/n5;
server {{ listen 127.0.0.1:{port}; root {folder}/www; default_type text/html; }} }}
"""


def free_port():
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A command that answers on a port once it is ready."""

    def __init__(self, command, port, path="/", env=None):
        self.port, self.address = port, f"http://127.0.0.1:{port}"
        start = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - nothing comes from outside
            command,
            cwd=ROOT,
            env=os.environ | (env or {}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._wait(path)
        self.seconds_to_start = time.monotonic() - start

    def stop(self):
        """End all its processes."""
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
        """Return the seconds of processor time that it has used."""
        ticks = 0
        for pid in self.pids:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Return the MiB that it uses, shared ones split among who shares them."""
        texts = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in self.pids]
        lines = [line for text in texts for line in text.splitlines()]
        kib = [int(line.split()[1]) for line in lines if line.startswith("Pss:")]
        return sum(kib) / 1024

    def _wait(self, path):
        for _ in range(1200):
            if self.process.poll() is not None:
                raise SystemExit(f"{self.process.args[:4]} ended by itself.")
            try:
                with urllib.request.urlopen(self.address + path, timeout=20):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"{self.process.args[:4]} did not answer.")


def start_site(port, path, env):
    """Start the site as in production."""
    command = [sys.executable, "manage.py", "serve"]
    return Server(command, port, path, env | {"PORT": str(port)})


def start_bare(body):
    """Start the bare Django view in the same gunicorn."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "--threads", "4"]
    command += [
        "-k",
        "boulder_therapeutics.operations.workarounds.FairWorker",
        "--preload",
    ]
    command += ["-b", f"127.0.0.1:{port}"]
    command += ["--no-control-socket", "benchmarks.bare"]
    return Server(command, port, env={"BENCH_BODY": str(body)})


def start_nginx(folder):
    """Start nginx for the files in `folder`/www, if it is installed."""
    if not shutil.which("nginx"):
        return None
    port, config = free_port(), folder / "nginx.conf"
    config.write_text(NGINX.format(folder=folder, port=port))
    return Server(["nginx", "-p", str(folder), "-c", str(config)], port, "/body")


def start_varnish(folder, port, site, path):
    """Start Varnish before the site, if it is installed."""
    if not shutil.which("varnishd"):
        return None
    config = (ROOT / "docs" / "varnish.vcl").read_text()
    config = config.replace('"web"', '"127.0.0.1"').replace('"8000"', f'"{site.port}"')
    (folder / "site.vcl").write_text(config)
    command = ["varnishd", "-F", "-f", str(folder / "site.vcl"), "-T", "none"]
    command += ["-a", f"127.0.0.1:{port}", "-n", str(folder / "varnish")]
    return Server([*command, "-s", "malloc,100m"], port, path)


class Store(Server):
    """Speaks no HTTP, so it is ready when it lets somebody in."""

    def _wait(self, path):
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"{self.process.args[:4]} did not answer.")


def start_redis(folder):
    """Start Redis, which forgets everything, if it is installed."""
    if not shutil.which("redis-server"):
        return None
    port = free_port()
    command = ["redis-server", "--port", str(port), "--save", "", "--dir", str(folder)]
    return Store(command, port)


def start_postgresql(folder):
    """Start an empty PostgreSQL with its usual settings, if it is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        return None
    data, port, as_user = folder / "postgresql", free_port(), []
    data.mkdir()
    if os.geteuid() == 0:  # as which it refuses to run
        shutil.chown(data, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    command = [*as_user, str(found[-1].with_name("initdb")), "-D", str(data)]
    command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    command = [*as_user, str(found[-1]), "-D", str(data), "-p", str(port)]
    command += ["-k", str(data), "-c", "listen_addresses=127.0.0.1"]
    return Store(command, port)
