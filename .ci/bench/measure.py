"""Load by wrk on the other core, and what is printed of it."""

import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from server import Server

RUNS = 3
SECONDS = 8
SCRIPT = Path(__file__).parent / "requests.lua"


def report(name: str, measure: Callable[[], float], digits: int = 0, runs: int = RUNS) -> None:
    show(name, [measure() for _ in range(runs)], digits)


def compare(name: str, measures: dict[str, Callable[[], float]], runs: int = RUNS) -> None:
    """One after the other in turn: what else the machine does changes all of them alike."""
    values = {which: [] for which in measures}
    for _ in range(runs):
        for which, measure in measures.items():
            values[which].append(measure())
    for which in measures:
        show(f"{name}, {which}", values[which])
    first, *others = [statistics.median(values[which]) for which in measures]
    ratios = ", ".join(f"{other / first:.2f}" for other in others)
    print(f"{name}: {ratios} of the first", flush=True)


def show(name: str, values: list[float], digits: int = 0) -> None:
    shown = ", ".join(f"{value:,.{digits}f}" for value in values)
    print(f"{name}: median {statistics.median(values):,.{digits}f}  ({shown})", flush=True)


def wrk(
    server: Server,
    path: str,
    connections: int,
    requests: str | None = None,
    seconds: int = SECONDS,
    cookie: str | None = None,
) -> str:
    """Its output. It gets the path, perhaps as somebody, or sends the requests of a file."""
    command = ["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency"]
    if cookie is not None:
        command += ["-H", f"Cookie: {cookie}"]
    command += [server.base + path] if requests is None else ["-s", str(SCRIPT), server.base + path, "--", requests]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        sys.exit(f"{path} answered with an error\n{output}")
    return output


def throughput(
    server: Server,
    path: str,
    requests: str | None = None,
    seconds: int = SECONDS,
    cookie: str | None = None,
) -> float:
    """Requests per second of the server's CPU time."""
    before = server.cpu_seconds()
    output = wrk(server, path, 16, requests, seconds, cookie)
    return int(re.search(r"(\d+) requests in", output)[1]) / (server.cpu_seconds() - before)


def p99(server: Server, path: str, requests: str | None = None) -> float:
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", wrk(server, path, 2, requests)).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
