"""What the machine itself can do: the limit of whatever signs and verifies."""

import re
import subprocess


def signatures() -> None:
    command = ["taskset", "-c", "0", "openssl", "speed", "-seconds", "3", "ecdsap256"]
    done = subprocess.run(command, capture_output=True, text=True)
    found = re.search(r"\(nistp256\)\s+\S+\s+\S+\s+([\d.]+)\s+([\d.]+)", done.stdout)
    if found is None:
        print("this machine's ES256 (openssl speed): unknown", flush=True)
        return
    signed, verified = map(float, found.groups())
    print(f"this machine's ES256, signatures per CPU-second (openssl speed): {signed:,.0f}", flush=True)
    print(f"this machine's ES256, verifications per CPU-second (openssl speed): {verified:,.0f}", flush=True)
