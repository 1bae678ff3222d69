"""What people see."""

import itertools
import sys
import threading
import time
import urllib.parse

from measure import p99, report, throughput
from server import Server

NUMBERS = itertools.count()


def measure(server: Server) -> None:
    time.sleep(2)
    report("idle memory (RSS), MiB", server.memory, 1, runs=1)
    # One run before the counted ones, for the caches of the machine.
    throughput(server, "/catalogo")
    for path in ("/", "/catalogo", "/catalogo/smv"):
        report(f"GET {path}, requests per CPU-second", lambda: throughput(server, path))
    report("p99 of GET /catalogo alone, ms", lambda: p99(server, "/catalogo"), 1)
    report("p99 of GET /catalogo, 100 sign-ins in flight, ms", lambda: busy_p99(server), 1)


def busy_p99(server: Server) -> float:
    done = threading.Event()
    statuses: list[int] = []
    people = [threading.Thread(target=sign_in_until, args=(server, done, statuses)) for _ in range(100)]
    for person in people:
        person.start()
    time.sleep(1)
    result = p99(server, "/catalogo")
    done.set()
    print(f"  {len(statuses)} sign-ins were answered meanwhile", flush=True)
    for person in people:
        person.join()
    if set(statuses) != {422}:
        sys.exit(f"sign-ins answered {set(statuses)}")
    return result


def sign_in_until(server: Server, done: threading.Event, statuses: list[int]) -> None:
    """Somebody new each time, from a network of their own: nobody is throttled, all are hashed."""
    while not done.is_set():
        number = next(NUMBERS)
        form = urllib.parse.urlencode({"email": f"pessoa{number}@empresa.example", "password": "Outra-senha-77"})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": server.base,
            "X-Forwarded-For": f"10.{number >> 8 & 255}.{number & 255}.1",
        }
        connection = server.connection(timeout=60)
        connection.request("POST", "/entrar", form, headers)
        statuses.append(connection.getresponse().status)
        connection.close()
