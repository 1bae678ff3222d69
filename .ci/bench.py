#!/usr/bin/env python3
"""Measures a release build: the server on one core, the load on the other, three runs of each.

Prints requests per second of the server's own CPU time, which another load on the machine
changes less than the clock. Needs wrk; `make bench` builds, installs and starts everything.
"""

import http.client
import itertools
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
BINARY = HOME / "target/release/balcao"
PORT = 3999
BASE = f"http://127.0.0.1:{PORT}"
RUNS = 3
SECONDS = 8
TICKS = os.sysconf("SC_CLK_TCK")
NUMBERS = itertools.count()


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="balcao-bench-") as directory:
        stop(start(directory))  # makes the database and its demo data
        report("start to first answer, ms", [start_up(directory) for _ in range(RUNS)], 1)
        server = start(directory)
        try:
            time.sleep(2)
            report("idle memory (RSS), MiB", [memory(server.pid)], 1)
            # One run before the counted ones, for the caches of the machine.
            throughput(server.pid, "/catalogo")
            for path in ("/", "/catalogo", "/catalogo/smv"):
                report(f"GET {path}, requests per CPU-second", [throughput(server.pid, path) for _ in range(RUNS)])
            report("p99 of GET /catalogo alone, ms", [p99("/catalogo") for _ in range(RUNS)], 1)
            report("p99 of GET /catalogo, 100 sign-ins in flight, ms", [busy_p99() for _ in range(RUNS)], 1)
            report("memory after all that (RSS), MiB", [memory(server.pid)], 1)
        finally:
            stop(server)


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


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def wrk(path: str, connections: int) -> str:
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency", BASE + path]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output:
        sys.exit(f"{path} answered with an error\n{output}")
    return output


def throughput(pid: int, path: str) -> float:
    before = cpu_seconds(pid)
    output = wrk(path, 16)
    return int(re.search(r"(\d+) requests in", output)[1]) / (cpu_seconds(pid) - before)


def p99(path: str) -> float:
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", wrk(path, 2)).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def busy_p99() -> float:
    done = threading.Event()
    statuses: list[int] = []
    people = [threading.Thread(target=sign_in_until, args=(done, statuses)) for _ in range(100)]
    for person in people:
        person.start()
    time.sleep(1)
    result = p99("/catalogo")
    done.set()
    print(f"  {len(statuses)} sign-ins were answered meanwhile", flush=True)
    for person in people:
        person.join()
    if set(statuses) != {422}:
        sys.exit(f"sign-ins answered {set(statuses)}")
    return result


def sign_in_until(done: threading.Event, statuses: list[int]) -> None:
    """Somebody new each time, from a network of their own: nobody is throttled, all are hashed."""
    while not done.is_set():
        number = next(NUMBERS)
        form = urllib.parse.urlencode({"email": f"pessoa{number}@empresa.example", "password": "Outra-senha-77"})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": BASE,
            "X-Forwarded-For": f"10.{number >> 8 & 255}.{number & 255}.1",
        }
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        connection.request("POST", "/entrar", form, headers)
        statuses.append(connection.getresponse().status)
        connection.close()


def report(name: str, values: list[float], digits: int = 0) -> None:
    shown = ", ".join(f"{value:,.{digits}f}" for value in values)
    print(f"{name}: median {statistics.median(values):,.{digits}f}  ({shown})", flush=True)


if __name__ == "__main__":
    main()
