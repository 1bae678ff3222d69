"""Load by wrk on the other core, and what is printed of it."""

import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import server

RUNS = 3
SECONDS = 8
SCRIPT = Path(__file__).parent / "requests.lua"


def report(name: str, measure: Callable[[], float], digits: int = 0, runs: int = RUNS) -> None:
    values = [measure() for _ in range(runs)]
    shown = ", ".join(f"{value:,.{digits}f}" for value in values)
    print(f"{name}: median {statistics.median(values):,.{digits}f}  ({shown})", flush=True)


def wrk(path: str, connections: int, requests: str | None = None, seconds: int = SECONDS) -> str:
    """Its output. It gets the path, or posts the requests of a file to it."""
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency"]
    command += [server.BASE + path] if requests is None else ["-s", str(SCRIPT), server.BASE + path, "--", requests]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        sys.exit(f"{path} answered with an error\n{output}")
    return output


def throughput(process: subprocess.Popen, path: str, requests: str | None = None, seconds: int = SECONDS) -> float:
    """Requests per second of the server's CPU time."""
    before = server.cpu_seconds(process)
    output = wrk(path, 16, requests, seconds)
    return int(re.search(r"(\d+) requests in", output)[1]) / (server.cpu_seconds(process) - before)


def p99(path: str) -> float:
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", wrk(path, 2)).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
