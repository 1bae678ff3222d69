"""Measures a release build: the server on one core, the load on the other, three runs of each.

Prints requests per second of the server's own CPU time, which another load on the machine
changes less than the clock. Needs wrk; `make bench` builds, installs and starts everything.
"""

import tempfile

import machine
import many
import pages
import programs
import server
from measure import report


APPLICATIONS = 100_000
CALLING = 1_000


def main() -> None:
    machine.signatures()
    with tempfile.TemporaryDirectory(prefix="balcao-bench-") as directory:
        with server.running(directory):
            pass  # makes the database and its demo data
        report("start to first answer, ms", lambda: server.start_up(directory), 1)
        with server.running(directory) as process:
            pages.measure(process)
        one = programs.Programs(directory, many.fill(directory, 1, 1))
        with server.running(directory) as process:
            one.measure(process, "one application")
        thousand = programs.Programs(directory, many.fill(directory, APPLICATIONS, CALLING))
        with server.running(directory) as process:
            one.measure(process, f"one of {APPLICATIONS:,} applications")
        with server.running(directory) as process:
            thousand.measure(process, f"{CALLING:,} of {APPLICATIONS:,} applications in turn")
            thousand.measure_strangers(process)
            report("memory after all that (RSS), MiB", lambda: server.memory(process), 1, runs=1)


if __name__ == "__main__":
    main()
