"""One person at one browser: goes to pages, presses buttons, and has every new page examined."""

import re
from dataclasses import dataclass

import checks
import paper
from office import PASSWORD

NUMBER = r"[0-9a-zA-Z_-]+"


@dataclass(frozen=True)
class Mode:
    """How somebody works: width, scripts, and whether the keyboard walk is made."""

    name: str
    width: int
    height: int
    scripts: bool
    walks: bool


MODES = [
    Mode("1280", 1280, 900, scripts=True, walks=True),
    Mode("320", 320, 640, scripts=True, walks=False),
    Mode("1280, no scripts", 1280, 900, scripts=False, walks=False),
    Mode("320, no scripts", 320, 640, scripts=False, walks=False),
]


class Unexpected(Exception):
    """The job cannot go on: the page is not what it should be."""


class Desk:
    def __init__(self, browser, address, mode, record):
        self.address = address
        self.mode = mode
        self.record = record
        # What the titles of all pages end with.
        self.service = "はたらき"
        self.errors = []
        self.context = browser.new_context(
            locale="ja-JP",
            timezone_id="Asia/Tokyo",
            viewport={"width": mode.width, "height": mode.height},
            java_script_enabled=mode.scripts,
            accept_downloads=True,
        )
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, message):
        # Chromium reports the status of a page itself as an error; statuses are checked by the jobs.
        is_status = message.text.startswith("Failed to load resource") and message.location["url"] == self.page.url
        if message.type == "error" and not is_status:
            self.errors.append(f"{message.text} ({message.location['url']})")

    def close(self):
        self.context.close()

    # Going about

    def open(self, path, name, status=200):
        answer = self.page.goto(self.address + path)
        self.expect(answer is not None and answer.status == status, f"{path} answered {answer and answer.status}")
        self.seen(name)

    def sign_in(self, login, password=PASSWORD):
        self.page.goto(self.address + "/sign-in")
        self.page.fill("#login", login)
        self.page.fill("#password", password)
        self.press("ログインする", "home")
        self.expect(self.heading() == "ホーム", f"after signing in the page is {self.heading()}")

    def sign_out(self):
        self.press("ログアウト", "signed out", within="header")

    def press(self, label, name, within="main", status=200):
        """Presses a button that sends a form."""
        button = self.page.locator(within).get_by_role("button", name=label, exact=True).first
        self.unfold_around(button)
        with self.page.expect_navigation() as navigation:
            button.click()
        answer = navigation.value
        self.expect(answer is not None and answer.status == status, f"{label} answered {answer and answer.status}")
        self.seen(name)

    def press_to_mend(self, label, name, kept):
        """Sends a form with a fault: it comes back with a summary and with all that was typed."""
        self.press(label, name, status=422)
        self.expect(self.page.locator(".error-summary").count() == 1, f"no summary of the faults: {name}")
        for field, value in kept.items():
            self.expect(self.page.input_value(field) == value, f"what was typed in {field} was not kept: {name}")

    def download(self, link):
        """The path and the bytes of the file behind a link."""
        with self.page.expect_download() as download:
            self.page.locator(link).first.click()
        with open(download.value.path(), "rb") as file:
            return download.value.suggested_filename, file.read()

    def follow(self, label, name):
        """Follows a link of the main part by its words."""
        self._click(self.page.locator("main").get_by_role("link", name=label).first, name)

    def follow_path(self, pattern, name):
        """Follows the first link of the main part whose path matches."""
        links = self.page.locator("main a[href]").all()
        matching = [link for link in links if re.fullmatch(pattern, link.get_attribute("href"))]
        self.expect(bool(matching), f"no link like {pattern} on {self.page.url}")
        self._click(matching[0], name)

    def _click(self, link, name):
        self.unfold_around(link)
        with self.page.expect_navigation():
            link.click()
        self.seen(name)

    def unfold(self, summary):
        self.page.locator("summary", has_text=summary).first.click()

    def unfold_around(self, element):
        """Opens whatever is folded around something, from the outside to the inside."""
        around = element.locator("xpath=ancestor::details")
        for place in range(around.count()):
            if around.nth(place).get_attribute("open") is None:
                around.nth(place).locator("summary").first.click()

    # Looking

    def seen(self, name):
        """Examines the page that has just come, and records what was found."""
        found = checks.examine(self.page, self.mode, self.errors, self.service)
        self.errors.clear()
        self.record(name, self.mode, found)

    def expect_prints(self, name, landscape=False):
        """On A4 and tagged, without what only a screen needs, nothing cut off and nothing on top of another."""
        self.record(f"{name}, printed", self.mode, paper.examine(self.page, landscape))

    def expect_one_printed_page(self):
        """A4 upright, with the time of printing where scripts can tell it."""
        pages = self.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
        self.expect(pages == 1, f"{self.page.url} prints on {pages} pages")
        if self.mode.scripts:
            stamp = self.page.text_content("[data-stamp]")
            form = r"印刷: \d{4}年\d{1,2}月\d{1,2}日 \d{1,2}:\d\d"
            self.expect(re.fullmatch(form, stamp) is not None, f"the printed page says {stamp!r} of its time")
        self.expect(not self.page.locator("[data-stamp]").is_visible(), "the time of printing is seen on the screen")

    def expect_table_within(self, selector):
        """A table that needs no scrolling sideways."""
        within = "table => table.scrollWidth <= table.closest('.scroll').clientWidth"
        self.expect(self.page.locator(selector).evaluate(within), f"{selector} is wider than the screen")

    def heading(self):
        return self.page.locator("h1").first.inner_text()

    def text(self, selector="main"):
        return self.page.locator(selector).first.inner_text()

    def expect(self, condition, otherwise):
        if not condition:
            raise Unexpected(otherwise)

    def has_focus(self, selector):
        return self.page.locator(f"{selector}:focus").count() > 0

    def expect_focus(self, selector):
        self.page.locator(f"{selector}:focus").first.wait_for(state="attached", timeout=5_000)

    def expect_text(self, text, selector="main"):
        self.expect(text in self.text(selector), f"{text!r} does not stand on {self.page.url}: {self.heading()}")

    def expect_notice(self, text):
        self.expect(self.page.locator(".notice").count() > 0, f"no notice on {self.page.url}")
        self.expect_text(text, ".notice")
