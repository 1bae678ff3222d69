"""A portal for an experiment: of its own, on this machine, with demo data."""

import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request


class Portal:
    """`balcao serve --development` in a directory that goes when it ends."""

    def __init__(self, program, settings=()):
        self.home = tempfile.TemporaryDirectory(prefix="balcao-experiment-")
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        environment = {
            **os.environ,
            "BALCAO_LISTEN": f"127.0.0.1:{self.port}",
            "BALCAO_DATA_DIRECTORY": self.home.name,
            "BALCAO_LOG_FILTER": "warn",
            **dict(settings),
        }
        self.log = open(pathlib.Path(self.home.name) / "log", "w+")
        command = [os.path.abspath(program), "serve", "--development"]
        self.process = subprocess.Popen(
            command, env=environment, cwd=self.home.name, stdout=self.log, stderr=self.log
        )

    def __enter__(self):
        until = time.monotonic() + 120
        while True:
            try:
                urllib.request.urlopen(self.url + "/readyz", timeout=5).read()
                return self
            except OSError:
                if self.process.poll() is not None or time.monotonic() > until:
                    self.log.seek(0)
                    raise SystemExit("the portal does not start:\n" + self.log.read())
                time.sleep(0.2)

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        self.home.cleanup()

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def memory(self):
        """Resident, in MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
