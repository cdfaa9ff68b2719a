"""Runs every role's main job in a real Chromium, at two widths, with and without scripts.

Jobs are named as in jobs.py, with hyphens; all are run unless some are named. Prints a line for each page, and at the
end "N passed, N failed".
"""

import argparse
import sys

from playwright.sync_api import Error, sync_playwright

import jobs
from desk import MODES, Desk, Unexpected
from office import Office

CHROMIUM = "/usr/bin/chromium"


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.job = ""

    def page(self, name, mode, found):
        self.note(f"{self.job} [{mode.name}] {name}", found)

    def note(self, what, found):
        if found:
            self.failed += 1
            print(f"FAILED {what}")
            for one in found:
                print(f"         {one}")
        else:
            self.passed += 1
            print(f"ok     {what}")
        sys.stdout.flush()


def do(job, browser, serving, mode, office, report):
    report.job = name(job)
    desk = Desk(browser, serving.address, mode, report.page)
    found = []
    try:
        job(desk, office)
    except (Unexpected, Error) as error:
        found = [f"{str(error).strip()[:600]} (at {desk.page.url})"]
    finally:
        desk.close()
    report.note(f"{report.job} [{mode.name}] the whole job", found)


def main(wanted):
    report = Report()
    with Office() as office, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for number, mode in enumerate(mode for mode in MODES if wanted.mode in (None, mode.name)):
            with office.serve(f"mode-{number}") as serving:
                for job in jobs.JOBS:
                    if not wanted.jobs or name(job) in wanted.jobs:
                        do(job, browser, serving, mode, office, report)
        browser.close()
    print(f"{report.passed} passed, {report.failed} failed")
    return report.failed == 0 and report.passed > 0


def name(job):
    return job.__name__.replace("_", "-")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("jobs", nargs="*", metavar="JOB", help=", ".join(name(job) for job in jobs.JOBS))
    parser.add_argument("--mode", choices=[mode.name for mode in MODES], help="one way of working alone")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(0 if main(arguments()) else 1)
