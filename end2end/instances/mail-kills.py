#!/usr/bin/env python3
"""Kills a serving portal again and again while it sends mails, and counts what arrived.

    end2end/instances/mail-kills.py target/debug/balcao [MAILS [KILLS]]

With SQLite, or in an empty database that BALCAO_DATABASE_URL names.

Every mail must arrive; at most one more time for a kill between its last byte and the answer; and
then as the same mail, with the same Message-ID and the same link. Ends with 1 otherwise.
"""

import base64
import collections
import os
import random
import re
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time

ANSWER_AFTER = 0.15  # seconds after the final dot
arrived = collections.defaultdict(list)
lock = threading.Lock()


class Relay(socketserver.StreamRequestHandler):
    """Takes every mail, a little late."""

    def handle(self):
        try:
            self.converse()
        except OSError:
            pass  # The portal was killed.

    def say(self, words):
        self.wfile.write(words.encode() + b"\r\n")

    def converse(self):
        self.say("220 relay.example")
        recipient = ""
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"RCPT":
                recipient = line.decode().strip().lower()
            if verb == b"DATA":
                self.say("354 go on")
                if not self.take(recipient):
                    return
                time.sleep(ANSWER_AFTER)
                self.say("250 taken")
            elif verb == b"QUIT":
                return self.say("221 bye")
            else:
                self.say("250 fine")

    def take(self, recipient):
        lines = []
        while line := self.rfile.readline():
            if line == b".\r\n":
                mail = b"".join(lines).decode().replace("=\r\n", "").replace("=3D", "=")
                identity = re.search(r"^Message-ID: (\S+)", mail, re.M)[1]
                links = tuple(sorted(set(re.findall(r"/acesso/([0-9a-f]{64})", mail))))
                with lock:
                    arrived[recipient].append((identity, links))
                return True
            lines.append(line)
        return False


def main():
    program = os.path.abspath(sys.argv[1])
    mails = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    socketserver.ThreadingTCPServer.daemon_threads = True
    relay = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Relay)
    threading.Thread(target=relay.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as directory:
        environment = {
            "PATH": os.environ["PATH"],
            "BALCAO_DATABASE_URL": os.environ.get("BALCAO_DATABASE_URL", f"sqlite://{directory}/balcao.db"),
            "BALCAO_DATA_DIRECTORY": directory,
            "BALCAO_KEY_ENCRYPTION_KEY": base64.b64encode(os.urandom(32)).decode(),
            "BALCAO_LISTEN": f"127.0.0.1:{free_port()}",
            "BALCAO_SMTP_URL": f"smtp://127.0.0.1:{relay.server_address[1]}",
            "BALCAO_MAIL_SENDER": "balcao@empresa.com.br",
            "BALCAO_LOG_FILTER": "warn",
        }
        carry_out(program, environment, "migrate", "up")
        for number in range(mails):
            address = f"pessoa{number}@empresa.com.br"
            carry_out(program, environment, "user", "create", address)
        begun = time.monotonic()
        killed = kill_again_and_again(program, environment, mails, kills)
        took = time.monotonic() - begun
        sys.exit(judge(mails, killed, took))


def free_port():
    with socketserver.TCPServer(("127.0.0.1", 0), None) as server:
        return server.server_address[1]


def carry_out(program, environment, *command):
    subprocess.run([program, *command], env=environment, check=True, stdout=subprocess.DEVNULL)


def kill_again_and_again(program, environment, mails, kills):
    killed = 0
    while len(arrived) < mails and killed < kills:
        serving = subprocess.Popen([program, "serve"], env=environment, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0.4, 1.5))
        serving.send_signal(signal.SIGKILL)
        serving.wait()
        killed += 1
    # The last one is left in peace, until what a killed one held is taken from it.
    serving = subprocess.Popen([program, "serve"], env=environment, stderr=subprocess.DEVNULL)
    quiet, seen = time.monotonic(), None
    while time.monotonic() - quiet < 45:
        now = sum(map(len, arrived.values()))
        if now != seen:
            quiet, seen = time.monotonic(), now
        time.sleep(0.2)
    serving.terminate()
    serving.wait()
    return killed


def judge(mails, killed, took):
    times = collections.Counter(len(copies) for copies in arrived.values())
    differing = [to for to, copies in arrived.items() if len(set(copies)) > 1]
    linkless = [to for to, copies in arrived.items() if not all(len(it[1]) == 1 for it in copies)]
    print(f"{mails} mails, {killed} kills, {took:.0f} s")
    for number, count in sorted(times.items()):
        print(f"  {count} arrived {number}×")
    print(f"  {len(differing)} arrived twice with another link or Message-ID")
    lost = mails - len(arrived)
    print(f"  {lost} did not arrive")
    return 1 if lost or differing or linkless else 0


if __name__ == "__main__":
    main()
