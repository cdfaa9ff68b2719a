"""Somebody outside reads what an employer has published."""

import csv
import io
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

MARK = b"\xef\xbb\xbf"


class Quiet(SimpleHTTPRequestHandler):
    def do_GET(self):
        # The icon is the employer's site's own: the folder has none, and browsers ask for it whenever they like.
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        pass


@contextmanager
def served(folder):
    """The address of a folder on a plain web server, as an employer would put it on its site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def citizen(desk, office):
    """Finds a target, a measure and the open data; no page needs scripts, and all can be printed."""
    desk.service = "（案）"
    with served(office.public_folder) as desk.address:
        desk.open("/index.html", "public index")
        prints(desk, "public index")
        desk.expect_text("案")
        target(desk)
        measure(desk)
        employer(desk)
        data(desk)


def prints(desk, name, landscape=False):
    if desk.mode.scripts:
        desk.expect_prints(name, landscape)


def target(desk):
    desk.follow_path(r"targets/T04\.html", "public target")
    desk.expect_text("T04")
    desk.expect(desk.page.locator("table").count() > 0, "a target without figures")
    prints(desk, "public target")
    home(desk)


def measure(desk):
    """The follow-up is a document for itself, with the title and the stage of the report."""
    draft, desk.service = desk.service, "フォローアップ"
    desk.follow("年次フォローアップの全文", "public follow-up")
    desk.expect_text("II-1-1-1")
    desk.expect_text("下書き")
    prints(desk, "public follow-up", landscape=True)
    desk.service = draft
    desk.open("/index.html", "public index again")


def employer(desk):
    desk.follow_path(r"disclosure/[a-z]+\.html", "public disclosure")
    prints(desk, "public disclosure")
    home(desk)


def home(desk):
    with desk.page.expect_navigation():
        desk.page.locator("nav a").first.click()


def data(desk):
    """Each file of open data is one table in UTF-8 with its mark and lines that end as spreadsheets want."""
    links = [link.get_attribute("href") for link in desk.page.locator("a[href$='.csv']").all()]
    desk.expect(len(links) >= 5, f"only {len(links)} files of open data")
    for link in links:
        answer = desk.context.request.get(f"{desk.address}/{link}")
        content = answer.body()
        desk.expect(answer.ok and content.startswith(MARK) and b"\r\n" in content, f"{link} is not UTF-8 with its mark")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        desk.expect(len({len(row) for row in rows}) == 1, f"{link} is not one table")
