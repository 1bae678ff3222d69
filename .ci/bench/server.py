"""The program that is measured, on a core of its own."""

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parent.parent.parent
BINARY = Path(os.environ.get("BALCAO_BIN", HOME / "target/release/balcao"))
PORT = 3999
TICKS = os.sysconf("SC_CLK_TCK")


class Server(NamedTuple):
    process: subprocess.Popen
    port: int

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def connection(self, timeout: float = 10) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def is_ready(self) -> bool:
        connection = self.connection()
        try:
            connection.request("GET", "/readyz")
            connection.getresponse().read()
            return True
        except OSError:
            return False
        finally:
            connection.close()

    def cpu_seconds(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """What it holds (RSS), in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)


def database(directory: str) -> str:
    return f"{directory}/data/balcao.db"


@contextlib.contextmanager
def running(directory: str, port: int = PORT) -> Iterator[Server]:
    server = start(directory, port)
    try:
        yield server
    finally:
        server.stop()


def start(directory: str, port: int = PORT) -> Server:
    environment = settings() | {
        "BALCAO_LISTEN": f"127.0.0.1:{port}",
        "BALCAO_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "BALCAO_LOG_FILTER": "error",
        "BALCAO_TRUSTED_PROXIES": "127.0.0.1",
    }
    command = ["taskset", "-c", "0", str(BINARY), "serve", "--development"]
    process = subprocess.Popen(command, cwd=directory, env=environment, stdout=subprocess.DEVNULL)
    server = Server(process, port)
    while process.poll() is None:
        if server.is_ready():
            return server
        time.sleep(0.002)
    sys.exit(f"{BINARY} ended with {process.returncode}")


def command(directory: str, *words: str) -> str:
    """Runs a command of the program where it was served before; what it prints."""
    data = {"BALCAO_DATABASE_URL": f"sqlite://{database(directory)}"}
    environment = settings() | data
    done = subprocess.run([str(BINARY), *words], cwd=directory, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def settings() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("BALCAO_")}


def start_up(directory: str) -> float:
    """Milliseconds to the first answer."""
    began = time.monotonic()
    server = start(directory)
    took = time.monotonic() - began
    server.stop()
    return took * 1000
