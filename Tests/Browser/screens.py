"""Takes the pictures under docs/screens/: each at 1280 and 320 pixels, and the follow-up as it prints."""

import pathlib
import subprocess
import sys
from dataclasses import replace

from playwright.sync_api import sync_playwright

from desk import MODES, NUMBER, Desk
from main import CHROMIUM
from citizen import served
from office import ROOT, Office, fiscal_year, month, today

FOLDER = ROOT / "docs" / "screens"


def unit_month(desk):
    desk.open("/working-time/units", "units")
    desk.follow_path(rf"/working-time/units/{NUMBER}\?month={month(today())}", "unit month")


def limits(desk):
    unit_month(desk)
    desk.follow("超過勤務の多い順に並べる", "unit month, ordered")
    desk.follow_path(rf"/working-time/people/{NUMBER}/months/\d{{4}}-\d\d", "month")
    desk.follow("すべての上限と、その理由を見る", "limits")


def duty_form(desk):
    desk.open("/duties?measure=II-1-1-1", "inbox")
    desk.follow_path(rf"/duties/{NUMBER}", "duty")
    desk.follow("報告する", "report of a duty")


SCREENS = [
    ("sign-in", None, lambda desk: desk.open("/sign-in", "sign-in")),
    ("home", "superior", lambda desk: None),
    ("today", "staff", lambda desk: desk.open("/working-time", "today")),
    ("month", "staff", lambda desk: desk.open(f"/working-time/months/{month(today())}", "month")),
    ("unit-month", "superior", unit_month),
    ("limits", "superior", limits),
    ("plan", "secretariat", lambda desk: desk.open("/plan", "plan")),
    ("desk", "secretariat", lambda desk: desk.open("/plan/desk", "desk")),
    ("duty-form", "superior", duty_form),
    ("report", "secretariat", lambda desk: desk.open(f"/plan/report/{fiscal_year(today())}", "report")),
]

# Longer pages are cut: a picture shows what a screen is like, not all of it.
TALLEST = {1280: 1400, 320: 1600}


def take(browser, address, mode, name, login, go):
    desk = Desk(browser, address, mode, lambda *_: None)
    if login:
        desk.sign_in(login)
    go(desk)
    desk.page.evaluate("scrollTo(0, 0)")
    height = min(desk.page.evaluate("document.documentElement.scrollHeight"), TALLEST[mode.width])
    desk.page.set_viewport_size({"width": mode.width, "height": max(height, mode.height)})
    suffix = "" if mode.width == 1280 else f"-{mode.width}"
    desk.page.screenshot(path=FOLDER / f"{name}{suffix}.png")
    if name == "report" and mode.width == 1280:
        print_first_page(desk)
    desk.close()
    print(f"docs/screens/{name}{suffix}.png")


def print_first_page(desk):
    pdf = FOLDER / "report.pdf"
    desk.page.pdf(path=pdf, tagged=True, outline=True, prefer_css_page_size=True)
    command = ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile", str(pdf), str(FOLDER / "report-print")]
    subprocess.run(command, check=True)
    pathlib.Path(pdf).unlink()


def main(names):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with Office(staff=600) as office, office.serve("screens") as serving, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        for mode in (replace(mode, walks=False) for mode in MODES[:2]):
            for name, login, go in SCREENS:
                if not names or name in names:
                    take(browser, serving.address, mode, name, login, go)
            if not names or "public" in names:
                with served(office.public_folder) as address:
                    take(browser, address, mode, "public", None, lambda desk: desk.open("/index.html", "public"))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
