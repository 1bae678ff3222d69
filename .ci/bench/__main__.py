"""Measures a release build: the server on one core, the load on the other, three runs of each.

Prints requests per second of the server's own CPU time, which another load on the machine
changes less than the clock. Needs wrk; `make bench` builds, installs and starts everything.
"""

import tempfile

import machine
import management
import many
import pages
import server
from measure import report
from programs import Programs, compare_loads


APPLICATIONS = 200_000
CALLING = 1_000
ANOTHER_PORT = server.PORT - 1


def main() -> None:
    machine.signatures()
    with tempfile.TemporaryDirectory(prefix="balcao-bench-") as directory:
        make(directory)
        report("start to first answer, ms", lambda: server.start_up(directory), 1)
        with server.running(directory) as few:
            pages.measure(few)
        measure_programs(directory)


def measure_programs(few: str) -> None:
    one = many.fill(few, 1, 1)
    with tempfile.TemporaryDirectory(prefix="balcao-bench-many-") as crowd:
        make(crowd)
        calling = many.fill(crowd, APPLICATIONS, CALLING)
        others = management.Management(crowd)
        with server.running(few) as of_few, server.running(crowd, ANOTHER_PORT) as of_crowd:
            compare_loads({
                "one application of few": Programs(of_few, few, one),
                f"one of {APPLICATIONS:,}": Programs(of_crowd, crowd, calling[:1]),
            })
            turns = Programs(of_crowd, crowd, calling)
            turns.measure(f"{CALLING:,} of {APPLICATIONS:,} in turn")
            turns.measure_strangers()
            others.measure(of_crowd)
            report("memory after all that (RSS), MiB", of_crowd.memory, 1, runs=1)


def make(directory: str) -> None:
    """The database and its demo data."""
    with server.running(directory):
        pass


if __name__ == "__main__":
    main()
