#!/usr/bin/env python3
"""Many strangers send the largest batch there may be to `/gateway/usage`, all at once.

    strangers-with-batches.py PROGRAM [--strangers 150]

Says what they are answered, and how much memory the portal took for it.
"""

import argparse
import collections
import http.client
import threading
import time

from portal import Portal

BATCH = b"x" * (4 * 1024 * 1024)


def send(portal, answers):
    client = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=60)
    try:
        client.request("POST", "/gateway/usage", BATCH, {"Authorization": "Basic eDp5"})
        answers[client.getresponse().status] += 1
    except OSError as error:
        answers[type(error).__name__] += 1
    finally:
        client.close()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("program")
    arguments.add_argument("--strangers", type=int, default=150)
    arguments = arguments.parse_args()
    with Portal(arguments.program) as portal:
        before, answers, memory = portal.memory(), collections.Counter(), []
        strangers = [
            threading.Thread(target=send, args=(portal, answers))
            for _ in range(arguments.strangers)
        ]
        for stranger in strangers:
            stranger.start()
        while any(stranger.is_alive() for stranger in strangers):
            memory.append(portal.memory())
            time.sleep(0.02)
        print(f"answers: {dict(answers)}")
        print(f"memory: {before:.0f} MiB before, {max(memory):.0f} MiB at most")
    return 0 if set(answers) <= {401, 429} else 1


if __name__ == "__main__":
    raise SystemExit(main())
