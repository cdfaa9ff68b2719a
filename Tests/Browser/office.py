"""A made-up office: a demo database, and servers on copies of it."""

import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from functools import cached_property

ROOT = pathlib.Path(__file__).resolve().parents[2]
PASSWORD = "hataraki-demo"
TOKYO = timezone(timedelta(hours=9))


def binary():
    """The program under test; script/test and script/screens name it."""
    path = os.environ.get("HATARAKI_BINARY")
    if not path:
        sys.exit("HATARAKI_BINARY names no program. Run script/test browser, or script/screens.")
    return path


def today():
    return datetime.now(TOKYO).date()


def month(date):
    return f"{date:%Y-%m}"


def fiscal_year(date):
    return date.year if date.month >= 4 else date.year - 1


class Office:
    """Makes the database once; each serving works on a copy of its own."""

    def __init__(self, staff=200, seed=7):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hataraki-browser-"))
        self.original = self.folder / "original.sqlite"
        self._run("demo", "--staff", str(staff), "--seed", str(seed), "--plan", str(ROOT / "plans" / "soumu.yaml"))
        # An employee with a set-up code, who will sign in for the first time; the clerks come last.
        roster = csv.DictReader(io.StringIO(self._run("export", "roster").lstrip("\ufeff")))
        login = [row["職員番号"] for row in roster if not row["退職日"]][-1]
        self.newcomer = next(csv.DictReader(io.StringIO(self._run("account", "invite", "--login", login))))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def serve(self, name):
        database = self.folder / f"{name}.sqlite"
        shutil.copyfile(self.original, database)
        return Serving(database)

    @cached_property
    def public_folder(self):
        """The public folder of this fiscal year, written as a draft."""
        folder = self.folder / "public"
        self._run("plan", "publish", "--draft", "--fiscal-year", str(fiscal_year(today())), "--to", str(folder))
        return folder

    def _run(self, *arguments):
        command = [binary(), *arguments, "--database", f"sqlite:{self.original}"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr}")
        return done.stdout


class Serving:
    """A server on a free port, stopped when the block ends."""

    def __init__(self, database):
        command = [binary(), "serve", "--port", "0", "--database", f"sqlite:{database}"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if " at http://" not in line:
            self.process.wait()
            sys.exit(f"The server did not start: {line!r}")
        self.address = line.split(" at ")[1].strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
