#!/usr/bin/env python3
"""Many clients ask for the largest file again and again and read nothing, while a visitor comes.

    slow-readers.py PROGRAM [--connections 1100] [--addresses 1] [--seconds 60]

Says how the visitor fared, and what the portal held meanwhile and afterwards. With `--addresses N`
the clients come from N addresses of this machine (127.1.x.y); with 1, the portal's limit for an
address is met, with many only its limit for all.
"""

import argparse
import re
import resource
import socket
import statistics
import threading
import time
import urllib.request

from portal import Portal


class Readers:
    """Clients that connect, ask and do not read; one that is let go comes again."""

    def __init__(self, portal, path, connections, addresses):
        self.portal, self.connections, self.addresses = portal, connections, addresses
        ask = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{portal.port}\r\n\r\n"
        self.ask = ask.encode() * 40
        self.open = {}
        self.let_go = 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.over.set()
        self.thread.join()
        for client in self.open.values():
            client.close()

    def run(self):
        while not self.over.is_set():
            for number in range(self.connections):
                if self.over.is_set():
                    return
                self.visit(number)
            time.sleep(0.2)

    def visit(self, number):
        client = self.open.get(number)
        if client is not None:
            if not is_closed(client):
                return
            client.close()
            del self.open[number]
            self.let_go += 1
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        client.settimeout(0.5)
        try:
            which = number % self.addresses
            source = f"127.1.{which // 250}.{which % 250 + 1}" if self.addresses > 1 else "127.0.0.2"
            client.bind((source, 0))
            client.connect(("127.0.0.1", self.portal.port))
            client.sendall(self.ask)
            client.setblocking(False)
            self.open[number] = client
        except OSError:
            client.close()


def is_closed(client):
    """Without reading: an error of the socket, or the end of what the other side sends."""
    if client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        return True
    state = client.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
    return state != 1  # ESTABLISHED


def wasm(portal):
    page = urllib.request.urlopen(portal.url + "/entrar").read().decode()
    found = re.search(r'/assets/[^"]*\.wasm', page)
    return found.group() if found else re.search(r'/assets/[^"]*\.css', page).group()


def visit(portal):
    """Milliseconds of one page, over a connection of its own; none when it fails."""
    began = time.monotonic()
    try:
        with urllib.request.urlopen(portal.url + "/catalogo", timeout=10) as answer:
            answer.read()
    except OSError:
        return None
    return (time.monotonic() - began) * 1000


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program")
    arguments.add_argument("--connections", type=int, default=1100)
    arguments.add_argument("--addresses", type=int, default=1)
    arguments.add_argument("--seconds", type=int, default=60)
    arguments = arguments.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with Portal(arguments.program) as portal:
        path = wasm(portal)
        print(f"before: {portal.descriptors()} descriptors, {portal.memory():.0f} MiB")
        times, held, memory = [], [], []
        with Readers(portal, path, arguments.connections, arguments.addresses) as readers:
            until = time.monotonic() + arguments.seconds
            while time.monotonic() < until:
                times.append(visit(portal))
                held.append(portal.descriptors())
                memory.append(portal.memory())
                time.sleep(0.2)
            print(f"readers: {len(readers.open)} connected, {readers.let_go} were let go")
        report(times, held, memory)
        until = time.monotonic() + 30
        while portal.descriptors() > 40 and time.monotonic() < until:
            time.sleep(0.5)
        print(f"after: {portal.descriptors()} descriptors, {portal.memory():.0f} MiB")
    return 0 if all(times) else 1


def report(times, held, memory):
    served = sorted(time for time in times if time is not None)
    print(f"visitor: {len(served)} of {len(times)} pages", end="")
    if served:
        late = served[int(len(served) * 0.99)]
        print(f", median {statistics.median(served):.0f} ms, p99 {late:.0f} ms", end="")
    print(f"\nmeanwhile: at most {max(held)} descriptors, {max(memory):.0f} MiB")


if __name__ == "__main__":
    raise SystemExit(main())
