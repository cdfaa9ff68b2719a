"""Working time at the size of a ministry: the boards, the closing of a month, and the logs of its PCs."""

import contextlib
import csv
import datetime
import io
import os
import re
import sqlite3
import subprocess
import time

from curve import waits
from server import Server, binary, run


def measure(ministry, told, rows=10_000_000):
    boards(ministry, told)
    closing(ministry, told)
    logs(ministry, told, rows)


def boards(ministry, told):
    with Server(ministry.copy("boards")) as server:
        boss = server.client().sign_in("superior")
        unit = boss.path_like("/working-time/units", r"/working-time/units/[^\"?/]+\?[^\"]+")
        people = boss.get(unit)[1].count("/months/")
        first, median = waits(boss, unit)
        told(f"month of a unit of {people} people with limits, first and p50", f"{first:.1f} ms, {median:.1f} ms", "< 100 ms")
        first, median = waits(server.client().sign_in("hr"), "/limits/overview")
        told("overview of 5,000 people × 15 months, first and p50", f"{first:.1f} ms, {median:.1f} ms", "< 100 ms")


def closing(ministry, told):
    database = ministry.copy("closing")
    start = time.monotonic()
    said = run("closing", "sweep", "--database", f"sqlite:{database}")
    closed = sum(int(count) for count in re.findall(r"closed (\d+)", said))
    told(f"closing the last month of {closed:,} people", f"{time.monotonic() - start:.1f} s", "< 10 s")


def logs(ministry, told, rows):
    database = ministry.copy("logs")
    file = ministry.folder / "logs.csv"
    write_logs(file, staff_numbers(database), rows)
    size = file.stat().st_size >> 20
    # Killed after a third of its time and started again, then the whole file in one go: the same must be kept.
    first, *_ = import_logs(ministry.copy("whole"), file)
    kept = fingerprint(ministry.folder / "whole.sqlite")
    _, peak, lines = import_logs(database, file, kill_after=first / 3)
    again, resumed_peak, lines = import_logs(database, file)
    told(f"{rows:,} rows of PC logs ({size} MiB)", f"{first:.0f} s, {rows / first:,.0f} rows/s", "")
    told("killed after a third of that, then resumed", f"{again:.0f} s, {lines} lines of progress")
    told("peak memory of the import", f"{max(peak, resumed_peak)} MiB", "bounded")
    told("resumed and uninterrupted import kept the same", "yes" if fingerprint(database) == kept else "NO", "yes")


def staff_numbers(database):
    roster = csv.DictReader(io.StringIO(run("export", "roster", "--database", f"sqlite:{database}").lstrip("\ufeff")))
    people = [row["職員番号"] for row in roster if not row["退職日"]]
    return [number for number in dict.fromkeys(people) if people.count(number) == 1][:4800]


def write_logs(file, numbers, rows):
    """Days of eight events of each person, the newest day yesterday, written device by device in order of time."""
    events = [(555, "ログオン"), (620, "ロック"), (641, "ロック解除"), (720, "ロック"), (780, "ロック解除"), (900, "ロック"),
              (910, "ロック解除"), (1150, "ログオフ")]
    days = rows // (len(events) * len(numbers)) + 1
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    written = 0
    with open(file, "w", encoding="utf-8") as lines:
        lines.write("職員番号,日時,種別,端末名\n")
        for place, number in enumerate(numbers):
            for back in range(days, 0, -1):
                date = yesterday - datetime.timedelta(days=back - 1)
                for minute, kind in events:
                    if written == rows:
                        return
                    minute += (place * 7 + back * 3) % 9
                    lines.write(f"{number},{date} {minute // 60:02}:{minute % 60:02},{kind},PC{place:05}\n")
                    written += 1


def import_logs(database, file, kill_after=None):
    """Seconds, peak memory in MiB and lines of progress."""
    command = [binary(), "import", "pc-logs", str(file), "--mapping", "pc-events", "--database", f"sqlite:{database}"]
    start = time.monotonic()
    # What it prints goes through a pipe of 64 KiB, which its progress does not fill.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if kill_after:
        time.sleep(kill_after)
        process.kill()
    said = process.stdout.read()
    status, usage = os.wait4(process.pid, 0)[1:]
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 and not kill_after:
        raise RuntimeError(f"import pc-logs failed: {said}")
    return time.monotonic() - start, usage.ru_maxrss >> 10, said.count("\n")


def fingerprint(database):
    """What the import keeps of the days, whatever the ids that it gave."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(log_strip)")]
        kept = ", ".join(name for name in columns if name not in {"id", "import", "recorded_at"})
        digest = 0
        for row in connection.execute(f"SELECT {kept} FROM log_strip"):
            digest ^= hash(row)
        return digest
