"""A month from its owner's word to its certificate."""


TO_APPROVAL = "選んだ職員の確定へ進む"


def month_close(desk, office):
    """Confirms, checks, approves with the warnings listed; prints; a second approval is told who was first."""
    employee, closed = confirm(desk)
    unit = open_unit(desk, closed)
    check(desk, employee, closed)
    desk.sign_out()
    desk.sign_in("superior")
    desk.open(unit, "unit's month of a superior")
    approve(desk, employee, closed)
    papers(desk, unit, employee, closed)
    desk.sign_out()
    certificate(desk, closed)


def confirm(desk):
    """Tells who it was, and the month that was open."""
    desk.sign_in("staff")
    desk.open("/closing", "own months")
    waiting = desk.page.locator("main li", has_text="本人の確認待ち").locator("a[href^='/closing/months/']")
    desk.expect(waiting.count() >= 1, "no month of one's own waits to be confirmed")
    closed = waiting.first.get_attribute("href").split("/")[3]
    desk.follow_path(f"/closing/months/{closed}", "own month to confirm")
    desk.unfold("異議の申立て")
    desk.press("異議を申し立てる", "objection, to mend", status=422)
    desk.press("この内容で確認する", "month confirmed")
    desk.expect_notice("を確認しました")
    sheet = desk.page.locator("main a[href$='/sheet']").first.get_attribute("href")
    desk.sign_out()
    return sheet.split("/")[3], closed


def open_unit(desk, closed):
    """Tells the path of the unit's month."""
    desk.sign_in("time-keeper")
    desk.open("/closing", "months of a time-keeper")
    first = desk.page.locator("main a[href^='/closing/units/']").first.get_attribute("href")
    unit = f"{first.rsplit('/', 1)[0]}/{closed}"
    desk.open(unit, "unit's month")
    return unit


def tick_only(desk, *people):
    for box in desk.page.locator("input[name=person][type=checkbox]").all():
        box.set_checked(box.get_attribute("value") in people)


def check(desk, employee, closed):
    tick_only(desk)
    desk.press("選んだ職員の点検へ進む", "check, nobody chosen", status=422)
    tick_only(desk, employee)
    desk.press("選んだ職員の点検へ進む", "check to look through")
    warned = desk.page.locator("input[name=warned]")
    if warned.count():
        warned.first.check()
    desk.press("点検する", "checked")
    desk.expect_notice("1人の点検をしました")
    desk.follow_path(rf"/closing/people/{employee}/{closed}", "somebody's month, checked")
    desk.expect_text("管理者の確定を待っています")


def approve(desk, employee, closed):
    """All at once: whoever has a warning stays unless ticked; the same review in another window comes too late."""
    tick_only(desk, *[box.get_attribute("value") for box in desk.page.locator("input[name=person]").all()])
    other = second_window(desk, employee)
    desk.press(TO_APPROVAL, "approval to look through")
    boxes = desk.page.locator("input[name=warned]")
    desk.expect(not any(box.is_checked() for box in boxes.all()), "somebody with a warning is ticked already")
    mine = desk.page.locator(f"#warned-{employee}")
    is_warned = mine.count() == 1
    if is_warned:
        mine.check()
    desk.press("確定する", "approved together")
    desk.expect_notice("人の確定をしました")
    desk.expect_text("確定済み", f"tr:has(a[href='/closing/people/{employee}/{closed}'])")
    late(desk, other)


def late(desk, other):
    """The other window still shows the review: what was done is told with who did it, and is not done again."""
    first, desk.page = desk.page, other
    desk.press("確定する", "approval that comes too late")
    desk.expect_text("済ませています", ".notice")
    desk.page.close()
    desk.page = first


def second_window(desk, employee):
    """The review of one person's month, as it stands before anybody approves."""
    other = desk.context.new_page()
    other.set_default_timeout(15_000)
    other.goto(desk.page.url)
    first, desk.page = desk.page, other
    tick_only(desk, employee)
    desk.press(TO_APPROVAL, "approval in another window")
    for box in desk.page.locator("input[name=warned]").all():
        box.check()
    desk.page = first
    return other


def papers(desk, unit, employee, closed):
    desk.follow_path(rf"/closing/people/{employee}/{closed}", "somebody's month, approved")
    desk.expect_text("確定しています")
    desk.follow("出勤簿を印刷する", "sheet")
    if desk.mode.scripts:
        desk.expect_prints("sheet")
        desk.expect(pages(desk) == 1, f"the sheet of one person prints on {pages(desk)} pages")
    desk.open(f"{unit}/sheets", "sheets of a unit")
    people = desk.page.locator("main .sheet").count()
    if desk.mode.scripts:
        desk.expect_prints("sheets of a unit")
        desk.expect(pages(desk) == people, f"{people} sheets print on {pages(desk)} pages")
    book = unit.replace("/closing/units/", "/overtime/units/").replace(f"/{closed}", f"/book/{closed}")
    desk.open(book, "book of a unit")
    if desk.mode.scripts:
        desk.expect_prints("book of a unit", landscape=True)


def pages(desk):
    return desk.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")


def certificate(desk, closed):
    desk.sign_in("staff")
    desk.open(f"/closing/months/{closed}", "own month, approved")
    desk.follow("勤務時間の証明", "certificate")
    desk.expect_text("照合値")
    if desk.mode.scripts:
        desk.expect_prints("certificate")
    desk.sign_out()
