"""A demo server under measurement, a small client that signs in, and wrk."""

import html
import http.client
import os
import re
import subprocess
import time
import urllib.parse

PASSWORD = "hataraki-demo"


def binary():
    return os.environ["HATARAKI_BINARY"]


def run(*arguments, **options):
    return subprocess.run([binary(), *arguments], check=True, capture_output=True, text=True, **options).stdout


class Server:
    """Serves a database, named by its URL or by the path of its SQLite file."""

    def __init__(self, database):
        start = time.monotonic()
        url = str(database) if ":" in str(database) else f"sqlite:{database}"
        command = [binary(), "serve", "--port", "0", "--database", url]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().split(" at http://")[1].strip()
        self.ready_after = time.monotonic() - start

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def resident(self):
        """Resident memory in MiB."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            kilobytes = next(line.split()[1] for line in status if line.startswith("VmRSS"))
        return int(kilobytes) / 1024

    def client(self):
        return Client(self.address)

    def load(self, path, cookie=None, seconds=10, connections=64):
        """Requests a second for one path."""
        command = ["wrk", "--threads", "1", "--timeout", "60s"]
        command += ["--connections", str(connections), "--duration", f"{seconds}s"]
        if cookie:
            command += ["--header", f"Cookie: {cookie}"]
        done = subprocess.run([*command, f"http://{self.address}{path}"], check=True, capture_output=True, text=True)
        if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
            raise RuntimeError(f"{path}: {done.stdout}")
        return float(re.search(r"Requests/sec:\s+([0-9.]+)", done.stdout).group(1))


class Client:
    """Keeps a session as a browser does."""

    def __init__(self, address):
        self.connection = http.client.HTTPConnection(address)
        self.cookie = None

    def get(self, path):
        return self._ask("GET", path, None)

    def post(self, path, **fields):
        return self._ask("POST", path, urllib.parse.urlencode(fields))

    def sign_in(self, login, password=PASSWORD):
        status, _, location = self.post("/sign-in", login=login, password=password)
        if status != 303 or self.cookie is None:
            raise RuntimeError(f"{login} could not sign in: {status} {location}")
        return self

    def form_token(self, path="/working-time"):
        body = self.get(path)[1]
        return html.unescape(re.search(r'name="_token" value="([^"]+)"', body).group(1))

    def path_like(self, page, pattern):
        return html.unescape(re.search(rf'href="({pattern})"', self.get(page)[1]).group(1))

    def _ask(self, method, path, body):
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        if self.cookie:
            headers["Cookie"] = self.cookie
        self.connection.request(method, path, body=body, headers=headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("hataraki="):
                self.cookie = value.split(";")[0]
        return answer.status, text, answer.getheader("location")
