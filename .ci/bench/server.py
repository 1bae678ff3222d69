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

HOME = Path(__file__).resolve().parent.parent.parent
BINARY = Path(os.environ.get("BALCAO_BIN", HOME / "target/release/balcao"))
PORT = 3999
BASE = f"http://127.0.0.1:{PORT}"
TICKS = os.sysconf("SC_CLK_TCK")


def database(directory: str) -> str:
    return f"{directory}/data/balcao.db"


@contextlib.contextmanager
def running(directory: str) -> Iterator[subprocess.Popen]:
    process = start(directory)
    try:
        yield process
    finally:
        stop(process)


def start(directory: str) -> subprocess.Popen:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BALCAO_")}
    environment |= {
        "BALCAO_LISTEN": f"127.0.0.1:{PORT}",
        "BALCAO_PUBLIC_URL": BASE,
        "BALCAO_LOG_FILTER": "warn",
        "BALCAO_TRUSTED_PROXIES": "127.0.0.1",
    }
    command = ["taskset", "-c", "0", str(BINARY), "serve", "--development"]
    process = subprocess.Popen(command, cwd=directory, env=environment, stdout=subprocess.DEVNULL)
    while process.poll() is None:
        try:
            get("/readyz")
            return process
        except OSError:
            time.sleep(0.002)
    sys.exit(f"{BINARY} ended with {process.returncode}")


def stop(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGTERM)
    process.wait(10)


def start_up(directory: str) -> float:
    began = time.monotonic()
    process = start(directory)
    took = time.monotonic() - began
    stop(process)
    return took * 1000


def get(path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
    connection.request("GET", path)
    connection.getresponse().read()
    connection.close()


def cpu_seconds(process: subprocess.Popen) -> float:
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(process: subprocess.Popen) -> float:
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024
