"""What people see."""

import http.client
import itertools
import subprocess
import sys
import threading
import time
import urllib.parse

import server
from measure import p99, report, throughput

NUMBERS = itertools.count()


def measure(process: subprocess.Popen) -> None:
    time.sleep(2)
    report("idle memory (RSS), MiB", lambda: server.memory(process), 1, runs=1)
    # One run before the counted ones, for the caches of the machine.
    throughput(process, "/catalogo")
    for path in ("/", "/catalogo", "/catalogo/smv"):
        report(f"GET {path}, requests per CPU-second", lambda: throughput(process, path))
    report("p99 of GET /catalogo alone, ms", lambda: p99("/catalogo"), 1)
    report("p99 of GET /catalogo, 100 sign-ins in flight, ms", busy_p99, 1)


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
            "Origin": server.BASE,
            "X-Forwarded-For": f"10.{number >> 8 & 255}.{number & 255}.1",
        }
        connection = http.client.HTTPConnection("127.0.0.1", server.PORT, timeout=60)
        connection.request("POST", "/entrar", form, headers)
        statuses.append(connection.getresponse().status)
        connection.close()
