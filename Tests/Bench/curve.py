"""What working time costs where the unit stays as it is and the ministry grows, on both engines."""

import contextlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import time

from server import Server, run

SIZES = [5_000, 50_000, 300_000]
# What a person of the demo takes with three months of records, with its indexes and the log of the writes.
BYTES = {"sqlite": 40_000, "postgres": 90_000}

# Whose page it is, where it is, and how it is told. {unit} is the superior's own unit, {month} the last whole month.
PAGES = [
    ("staff", "/working-time", "today"),
    ("staff", "/working-time/months/{month}", "one's month"),
    ("staff", "/overtime/requests/new", "declaring overtime"),
    ("staff", "/limits", "one's limits"),
    ("staff", "/presence", "one's gaps"),
    ("staff", "/closing", "one's months to confirm"),
    ("superior", "/", "a superior's home"),
    ("superior", "/overtime/approvals", "approvals"),
    ("superior", "/working-time/units/{unit}?month={month}", "the unit's month with limits"),
    ("superior", "/presence/units/{unit}?month={month}&span=days", "the unit's gaps"),
    ("superior", "/closing/units/{unit}/{month}", "closing the unit's month"),
    ("superior", "/schedules/units", "the unit's schedules"),
]

# The head of an office of some forty people with hardly anybody below: the demo's superior leads more where the ministry
# is larger.
HEAD_OF_AN_OFFICE = """
    WITH RECURSIVE below (root, head, unit) AS (
        SELECT p.unit, a.employee, p.unit FROM assignment a JOIN post p ON p.id = a.post
        WHERE p.head AND a.kind = 'primary' AND a.valid_to IS NULL
        UNION SELECT b.root, b.head, u.unit FROM unit_period u JOIN below b ON u.parent = b.unit
        WHERE u.valid_to IS NULL)
    SELECT b.head FROM below b JOIN post p ON p.unit = b.unit JOIN assignment a ON a.post = p.id
    WHERE a.valid_to IS NULL GROUP BY b.root, b.head HAVING COUNT(DISTINCT b.unit) <= 2
    ORDER BY ABS(COUNT(DISTINCT a.employee) - 40), b.root LIMIT 1
"""
LEADS_AN_OFFICE = f"""
    UPDATE account SET employee = NULL WHERE employee = ({HEAD_OF_AN_OFFICE});
    UPDATE account SET employee = ({HEAD_OF_AN_OFFICE}) WHERE login = 'superior';
"""


def page_waits(server):
    """The first and the median wait of each page in milliseconds; the first one is not answered from what is kept."""
    clients = {login: server.client().sign_in(login) for login in ["staff", "superior"]}
    unit = re.search(r"units/(\d+)\?", clients["superior"].path_like(
        "/working-time/units", r"/working-time/units/\d+\?[^\"]+")).group(1)
    month = clients["staff"].path_like("/closing", r"/closing/months/[^\"]+").rsplit("/", 1)[1]
    return {name: waits(clients[login], path.format(unit=unit, month=month)) for login, path, name in PAGES}


def waits(client, path, requests=60):
    times = []
    for _ in range(requests):
        start = time.perf_counter()
        status = client.get(path)[0]
        times.append((time.perf_counter() - start) * 1000)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
    return times[0], sorted(times)[requests // 2]


def measure(folder, told):
    sizes = [int(size) for size in os.environ.get("BENCH_STAFF", "").split()] or SIZES
    with Engines(folder) as engines:
        for engine in ["sqlite", "postgres"]:
            columns = {size: one_size(engines, engine, size, told) for size in sizes}
            columns = {size: found for size, found in columns.items() if found}
            heads = " / ".join(f"{size:,}" for size in columns)
            for _, _, name in PAGES:
                figures = " / ".join(f"{found[name][0]:.1f} and {found[name][1]:.1f}" for found in columns.values())
                told(f"{engine}, {name}, first and p50 in ms at {heads} people", figures, "flat")


def one_size(engines, engine, size, told):
    need, free = size * BYTES[engine] >> 30, shutil.disk_usage(engines.folder).free >> 30
    if free < need:
        told(f"{engine}, {size:,} people", f"SKIPPED: {free} GiB of disk are free", f"{need} GiB")
        return None
    start = time.monotonic()
    with engines.ministry(engine, size) as database:
        told(f"{engine}, three months of {size:,} people written", f"{time.monotonic() - start:.0f} s")
        with Server(database) as server:
            return page_waits(server)


class Engines:
    """Makes ministries on either engine; each is gone when its measurement ends."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.cluster = self.folder / "cluster"
        self.server = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.server:
            subprocess.run(["script/postgres-for-tests", "stop", str(self.cluster)], check=True)

    def ministry(self, engine, size):
        return _Ministry(self, engine, size)

    def postgres(self):
        if self.server is None:
            # The server may run as an account of its own, which has to come through.
            self.folder.chmod(0o711)
            done = subprocess.run(["script/postgres-for-tests", "start", str(self.cluster)], check=True,
                                  stdout=subprocess.PIPE, text=True)
            self.server = done.stdout.strip()
        return self.server

    def ask(self, statement):
        subprocess.run(["psql", "--quiet", self.postgres(), "--command", statement], check=True)


class _Ministry:
    def __init__(self, engines, engine, size):
        self.engines, self.engine, self.name = engines, engine, f"curve{size}"
        self.size = size

    def __enter__(self):
        if self.engine == "sqlite":
            self.database = f"sqlite:{self.engines.folder / self.name}.sqlite"
        else:
            self.engines.ask(f"CREATE DATABASE {self.name}")
            self.database = self.engines.postgres().replace("/postgres?", f"/{self.name}?")
        run("demo", "--months", "3", "--staff", str(self.size), "--database", self.database)
        if self.engine == "sqlite":
            with contextlib.closing(sqlite3.connect(self.database.removeprefix("sqlite:"))) as database:
                database.executescript(LEADS_AN_OFFICE)
        else:
            subprocess.run(["psql", "--quiet", self.database, "--command", LEADS_AN_OFFICE], check=True)
            # As its own daily work would have done by the next morning.
            subprocess.run(["psql", "--quiet", self.database, "--command", "ANALYZE"], check=True)
        return self.database

    def __exit__(self, *_):
        if self.engine == "sqlite":
            for file in self.engines.folder.glob(f"{self.name}.sqlite*"):
                file.unlink()
        else:
            self.engines.ask(f"DROP DATABASE {self.name}")
