"""Overtime from its declaration beforehand to what stands in the book, between a member of staff and a superior; and a
month of it claimed together by the keyboard alone."""

from datetime import timedelta

from office import month, today

# The first stretch ends where a break begins; the second goes on after midnight.
STRETCHES = {"#from1": "18:15", "#to1": "20:00", "#from2": "20:30", "#to2": "25:30"}
WORK = "国会答弁の作成"
REASON = "質問通告を受けて当日中に作成するため"


def written(date):
    return f"{date.year}/{date.month}/{date.day}"


def short(date):
    """A day as lists write it."""
    return f"R{date.year - 2018}.{date.month}.{date.day}"


def fill(desk, values):
    for field, value in values.items():
        desk.page.fill(field, value)


def overtime(desk, office):
    """Declares beforehand, is ordered, claims by times, says why it differs; a proposal is objected to."""
    desk.sign_in("staff")
    employee = limits_beforehand(desk)
    plain = today() + timedelta(days=1)
    declare(desk, plain, mend=True)
    declare(desk, today() + timedelta(days=2), special=True)
    declare(desk, today() + timedelta(days=3))
    declare(desk, today())
    mine = waiting_for_today(desk)
    desk.sign_out()
    colleague(desk)
    decide(desk, mine)
    desk.sign_out()
    claimed(desk, employee)
    desk.sign_out()
    proposed(desk, employee)
    desk.sign_out()
    objected(desk, employee)


def limits_beforehand(desk):
    """What is left under every limit stands above the form; tells who one is."""
    desk.open("/overtime", "own overtime")
    book = desk.page.locator("main a[href*='/book/']").first.get_attribute("href")
    desk.follow("超過勤務を事前に申告する", "declaration beforehand")
    desk.expect_text("すべての上限のうち最も小さい残り")
    desk.expect_text("人事院規則15―14")
    return book.split("/")[3]


def declare(desk, date, mend=False, special=False):
    """Two steps: what is expected, then what it would make of the limits."""
    desk.open(f"/overtime/requests/new?date={date.isoformat()}", "declaration of a day")
    values = {"#date": written(date), "#from1": "18:15", "#to1": "20:00", "#work": WORK, "#reason": REASON}
    fill(desk, values)
    if mend:
        faulty(desk, values)
    if special:
        desk.page.check("input[name=special]")
    desk.press("上限への影響を確かめる", "check of a declaration")
    desk.expect_text("まだ申告していません")
    desk.press("この内容で申告する", "declared beforehand")
    desk.expect_notice("超過勤務1時間45分を申告しました")


def waiting_for_today(desk):
    """The path of what was declared for today."""
    rows = desk.page.locator("#requests tbody tr", has_text=short(today())).filter(has_text="命令待ち")
    return rows.first.locator("a").first.get_attribute("href")


def faulty(desk, values):
    """An end before its start, then two stretches that overlap."""
    button = "上限への影響を確かめる"
    wrong = values | {"#to1": "17:00"}
    fill(desk, wrong)
    desk.press_to_mend(button, "declaration, end before its start", wrong)
    desk.expect_text("始まりより後", ".error-summary")
    overlapping = values | {"#from2": "19:30", "#to2": "21:00"}
    fill(desk, overlapping)
    desk.press_to_mend(button, "declaration, overlapping", overlapping)
    desk.expect_text("重なっています", ".error-summary")
    fill(desk, values | {"#from2": "", "#to2": ""})


def colleague(desk):
    """Somebody with few hours declares two days, so that some stand without a warning."""
    desk.sign_in("time-keeper")
    for days in (1, 2):
        declare(desk, today() + timedelta(days=days))
    desk.sign_out()


def decide(desk, mine):
    """Orders several at once, those with a warning only with a tick of their own; changes one with a reason."""
    desk.sign_in("superior")
    desk.open("/overtime/approvals", "inbox of orders")
    desk.press("選んだものを確かめる", "inbox of orders, nothing ticked", status=422)
    change(desk, mine)
    boxes = desk.page.locator("input[name=item]")
    desk.expect(boxes.count() >= 4, f"{boxes.count()} items can be ticked")
    keys = [boxes.nth(place).get_attribute("value") for place in range(boxes.count())]
    for key in keys:
        desk.page.check(f"input[name=item][value='{key}']")
    desk.press("選んだものを確かめる", "check of orders")
    desk.expect_text("まだ決定していません")
    ticks = desk.page.locator("input[name=aware]")
    desk.expect(ticks.count() >= 1, "nothing has a warning")
    desk.expect(not any(tick.is_checked() for tick in ticks.all()), "a warning is ticked already")
    desk.expect_text("注意：")
    # A tick names its item and the warnings that were shown.
    left = ticks.nth(ticks.count() - 1).get_attribute("value").split("-")[0]
    for place in range(ticks.count() - 1):
        ticks.nth(place).check()
    desk.press("決定する", "several orders")
    desk.expect_text("注意", ".notice")
    for key in keys:
        waits = desk.page.locator(f"input[name=item][value='{key}']").count() == 1
        desk.expect(waits == (key == left), f"after deciding several, {key} {'still waits' if waits else 'is gone'}")
    desk.open("/overtime/approvals?filter=done", "orders given")
    desk.expect_text("命令")


def change(desk, mine):
    """One declaration is shortened, which needs a reason; both values stay."""
    desk.follow_path(mine, "a declaration to decide")
    desk.page.check("input[name=outcome][value=changed]")
    fill(desk, {"#from1": "18:15", "#to1": "19:15"})
    kept = {"#from1": "18:15", "#to1": "19:15"}
    desk.press_to_mend("決定する", "change without its reason", kept)
    desk.page.fill("#reason", "残りは明日に分担します")
    desk.press("決定する", "changed order")
    desk.expect_notice("変更")
    desk.open(mine, "a changed order")
    for value in ["1:45（18:15–20:00）", "1:00（18:15–19:15）", "残りは明日に分担します"]:
        desk.expect_text(value)
    desk.open("/overtime/approvals", "inbox of orders again")


def claimed(desk, employee):
    """Claims today by times with a break between them; the difference to the order asks for a reason."""
    desk.sign_in("staff")
    day = f"/working-time/days/{today().isoformat()}"
    desk.open(day, "day to claim")
    wrong = {"#from1": "20:00", "#to1": "18:15", "#work": WORK}
    fill(desk, wrong)
    desk.press_to_mend("超過勤務を申告する", "claim, end before its start", wrong)
    wrong = {"#from1": "18:15", "#to1": "20:00", "#from2": "19:30", "#to2": "21:00", "#work": WORK}
    fill(desk, wrong)
    desk.press_to_mend("超過勤務を申告する", "claim, overlapping", wrong)
    desk.expect_text("重なっています", ".error-summary")
    fill(desk, STRETCHES)
    desk.press("超過勤務を申告する", "claimed by times")
    desk.expect_notice("6時間45分と申告しました")
    desk.open(f"/overtime/people/{employee}/days/{today().isoformat()}", "orders of a day")
    desk.press_to_mend("差の理由を記録する", "difference, to mend", {"#reason": ""})
    desk.page.fill("#reason", "質問通告が遅れたため")
    desk.press("差の理由を記録する", "difference explained")
    desk.expect_notice("差の理由を記録しました")
    desk.open(f"/overtime/people/{employee}/book/{month(today())}", "book of orders")
    desk.expect_text("質問通告が遅れたため")
    if desk.mode.scripts:
        desk.expect_prints("book of orders", landscape=True)
    desk.open(f"/overtime/people/{employee}/time-off/{month(today() - timedelta(days=today().day))}", "time off")


def proposed(desk, employee):
    """The superior proposes less, with a reason; the claim stands."""
    desk.sign_in("superior")
    day = f"/overtime/people/{employee}/days/{today().isoformat()}"
    desk.open(day, "orders of somebody's day")
    desk.follow("別の時間を申し出る", "change of a claim")
    kept = {"#from1": "18:15", "#to1": "22:00", "#from2": "", "#to2": ""}
    fill(desk, kept)
    desk.press_to_mend("本人に申し出る", "change without a reason", kept)
    desk.page.fill("#reason", "22時以後の記録がないため確認してください")
    desk.press("本人に申し出る", "change proposed")
    desk.expect_notice("本人の値が有効です")


def objected(desk, employee):
    """The owner reads both values and objects; the claim stands, and both stay visible to those who may see them."""
    desk.sign_in("staff")
    desk.open("/overtime", "own overtime, asked")
    desk.expect_text("修正の申出に回答してください")
    desk.follow_path(rf"/overtime/people/{employee}/days/{today().isoformat()}", "change to answer")
    desk.press("異議を伝える", "objection without words", status=422)
    desk.page.fill("#words", "25時30分まで答弁の確認をしていました")
    desk.press("異議を伝える", "objection")
    desk.expect_notice("異議を記録しました")
    answer = "25時30分まで答弁の確認をしていました"
    for value in ["6:45（18:15–20:00、20:30–25:30）", "3:45（18:15–22:00）", "本人が異議", answer]:
        desk.expect_text(value)
    desk.sign_out()
    desk.sign_in("auditor")
    desk.open("/overtime/changes", "changes downward")
    desk.expect_text("25時30分まで答弁の確認をしていました")


def month_sheet(desk, office):
    """Claims days of next month together without touching the mouse: types, copies, mends, claims, prints."""
    desk.sign_in("staff")
    first = (today().replace(day=1) + timedelta(days=32)).replace(day=1)
    days = [first + timedelta(days=place) for place in range(6)]
    desk.open(f"/working-time/months/{month(first)}", "month to fill")
    key_through(desk, "a:has-text('まとめて入力する')", "sheet of a month")
    rows = desk.page.locator("#claim-sheet tbody tr").count()
    desk.expect(rows >= 28, f"the sheet has {rows} rows")
    tab_to(desk, field(days[0], "times"))
    desk.page.keyboard.type("１８１５－２０３０　2200-2530")
    tab_to(desk, field(days[0], "work"), most=1)
    desk.page.keyboard.type(WORK)
    copy_down(desk, days)
    for day in days[1:4]:
        at = desk.page.input_value(field(day, "times"))
        desk.expect(at == "１８１５－２０３０　2200-2530", f"{day} was filled with {at!r}")
    tab_to(desk, field(days[5], "times"))
    desk.page.keyboard.type("2030-1815")
    key_through(desk, "button:has-text('変更した日を申告する')", "sheet, end before its start", status=422)
    desk.expect_text("始まりより後", ".error-summary")
    for day in days[:4]:
        desk.expect(desk.page.input_value(field(day, "work")) == WORK, f"the work of {day} was not kept")
    key_to_fault(desk)
    desk.expect_focus(field(days[5], "times"))
    desk.page.keyboard.press("Control+A")
    desk.page.keyboard.type("1815-1930")
    tab_to(desk, field(days[5], "work"), most=1)
    desk.page.keyboard.type(WORK)
    key_through(desk, "button:has-text('変更した日を申告する')", "month claimed together")
    desk.expect_notice("5日分の超過勤務、合わせて24時間15分を申告しました")
    desk.open(f"/working-time/months/{month(first)}/sheet", "sheet of a month, claimed")
    desk.expect_text("18:15–20:30、22:00–25:30（5:45）")
    if desk.mode.scripts:
        desk.expect_prints("sheet of a month")


def field(day, column):
    return f"[id='day-{day.isoformat()}-{column}']"


def copy_down(desk, days):
    """Fills the next three rows like the first: by a key where scripts run, otherwise by boxes and one button."""
    if desk.mode.scripts:
        desk.page.keyboard.press("Enter")
        desk.expect_focus(field(days[1], "work"))
        for _ in range(3):
            desk.page.keyboard.press("Control+Enter")
        desk.expect_focus(field(days[4], "work"))
        desk.page.keyboard.press("ArrowUp")
        desk.expect_focus(field(days[3], "work"))
    else:
        for day in days[1:4]:
            tab_to(desk, field(day, "copy"))
            desk.page.keyboard.press("Space")
        # Enter in a field only copies and checks.
        tab_to(desk, field(days[4], "times"))
        key(desk, "Enter", "sheet of a month, copied")
        desk.expect_text("まだ申告していません。変更した日は4日")


def tab_to(desk, selector, most=200):
    """Goes on by Tab until something has the focus."""
    for _ in range(most):
        desk.page.keyboard.press("Tab")
        if desk.has_focus(selector):
            return
    desk.expect(False, f"Tab does not reach {selector}")


def key_through(desk, selector, name, status=200):
    tab_to(desk, selector)
    key(desk, "Enter", name, status)


def key(desk, pressed, name, status=200):
    """Presses a key that leads to another page."""
    with desk.page.expect_navigation() as navigation:
        desk.page.keyboard.press(pressed)
    answer = navigation.value
    desk.expect(answer is not None and answer.status == status, f"{name} answered {answer and answer.status}")
    desk.seen(name)


def key_to_fault(desk):
    """From the summary of the faults to the field that is to be mended."""
    tab_to(desk, ".error-summary a")
    desk.page.keyboard.press("Enter")
