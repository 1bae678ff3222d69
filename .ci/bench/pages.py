"""What people see."""

import itertools
import sys
import threading
import time
import urllib.parse

from measure import p99, report, throughput
from server import Server

NUMBERS = itertools.count()
# Of the demo accounts, who have one password.
PASSWORD = "Balcao-demo-2026"
SIGNED_IN = {
    "ana.souza@bancoexemplo.com.br": ["/catalogo", "/catalogo/smv", "/minhas-aplicacoes"],
    "gestor@balcao.example": ["/aprovacoes"],
    "suporte@balcao.example": ["/suporte/contas"],
}


def measure(server: Server) -> None:
    time.sleep(2)
    report("idle memory (RSS), MiB", server.memory, 1, runs=1)
    # One run before the counted ones, for the caches of the machine.
    throughput(server, "/catalogo")
    for path in ("/", "/catalogo", "/catalogo/smv"):
        report(f"GET {path}, requests per CPU-second", lambda: throughput(server, path))
    for email, paths in SIGNED_IN.items():
        cookie = signed_in(server, email)
        for path in paths:
            check(server, path, cookie)
            name = f"GET {path}, signed in, requests per CPU-second"
            report(name, lambda: throughput(server, path, cookie=cookie))
    report("p99 of GET /catalogo alone, ms", lambda: p99(server, "/catalogo"), 1)
    report("p99 of GET /catalogo, 100 sign-ins in flight, ms", lambda: busy_p99(server), 1)


def signed_in(server: Server, email: str) -> str:
    """The cookie of a session."""
    form = urllib.parse.urlencode({"email": email, "password": PASSWORD})
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": server.base}
    connection = server.connection()
    connection.request("POST", "/entrar", form, headers)
    answer = connection.getresponse()
    answer.read()
    cookies = [value for name, value in answer.getheaders() if name.lower() == "set-cookie"]
    connection.close()
    if answer.status != 303 or not cookies:
        sys.exit(f"the sign-in of {email} answered {answer.status}")
    return "; ".join(cookie.split(";")[0] for cookie in cookies)


def check(server: Server, path: str, cookie: str) -> None:
    """Whoever is not signed in is led elsewhere, and that is no page."""
    connection = server.connection()
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        sys.exit(f"{path} answered {answer.status}")


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
