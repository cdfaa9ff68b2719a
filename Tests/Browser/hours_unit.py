"""A unit's hours: what a day asks, why presence went beyond the claim, and the limits over all units."""

from datetime import timedelta

from desk import NUMBER
from hours import fill, written
from office import month, today

PATTERN = "早出（試行）"


def allotted_hours(desk, office):
    """An early pattern and a swap are asked for and decided; today's page tells the hours."""
    desk.sign_in("hr")
    offer(desk)
    desk.sign_out()
    desk.sign_in("staff")
    employee = own_number(desk)
    ask_pattern(desk)
    worked = ask_swap(desk)
    desk.open("/schedules/flextime", "flextime")
    desk.open("/schedules/telework", "telework")
    desk.sign_out()
    decide_pattern(desk, employee)
    decide_swap(desk, employee)
    desk.sign_in("staff")
    desk.open("/working-time", "today with a pattern")
    desk.expect_text("8:30")
    desk.open("/schedules", "own schedule, decided")
    desk.expect_text(f"型「{PATTERN}」")
    desk.expect_text("振替", "#moves")
    desk.expect(f"{worked.month}月{worked.day}日" in desk.text("#moves"), "the day worked is not told")


def own_number(desk):
    desk.open("/overtime", "own overtime")
    return desk.page.locator("main a[href*='/book/']").first.get_attribute("href").split("/")[3]


def offer(desk):
    """Personnel writes down an early pattern; a day that ends before it begins is told."""
    form = "form[action='/schedules/rules/patterns']"
    desk.open("/schedules/rules", "rules of schedules")
    desk.unfold("型を登録する")
    desk.page.fill("#pattern-name", PATTERN)
    desk.page.locator("input[name=pattern-kind]").first.check()
    times(desk, "start", "8:30")
    times(desk, "end", "7:15")
    times(desk, "pause-start", "12:00")
    times(desk, "pause-end", "13:00")
    desk.press("登録する", "rules, to mend", within=form, status=422)
    desk.expect(desk.page.input_value("#pattern-name") == PATTERN, "the name of the pattern was not kept")
    times(desk, "end", "17:15")
    desk.press("登録する", "pattern offered", within=form)
    desk.expect_notice("登録しました")


def times(desk, end, value):
    for box in desk.page.locator(f"input[name^=pattern-][name$=-{end}]").all():
        # The end of the day alone, not that of its break.
        if end in ("pause-start", "pause-end") or "pause" not in box.get_attribute("name"):
            box.fill(value)


def ask_pattern(desk):
    desk.open("/schedules", "own schedule")
    button = "申し出る"
    desk.page.get_by_label(PATTERN).first.check()
    desk.page.fill("#from", written(today()))
    desk.page.fill("#to", written(today() - timedelta(days=9)))
    desk.page.fill("#why", "子の送迎のため")
    desk.press_to_mend(button, "pattern, to mend", {"#from": written(today()), "#why": "子の送迎のため"})
    desk.page.fill("#to", "")
    desk.press(button, "pattern asked for")
    desk.expect_notice("申出を送りました")


def ask_swap(desk):
    """Works next Saturday instead of a day that the page offers."""
    saturday = today() + timedelta(days=(5 - today().weekday()) % 7 or 7)
    desk.follow("振替・代休を申し出る", "swap")
    desk.page.select_option("#kind", index=0)
    desk.page.fill("#worked", written(today() - timedelta(days=400)))
    desk.press("選べる日を見る", "swap, long past")
    desk.page.fill("#worked", written(saturday))
    desk.press("選べる日を見る", "days that may be freed")
    desk.page.select_option("#freed", index=1)
    desk.press("申し出る", "swap, to mend", status=422)
    desk.page.fill("#reason", "審議会の運営のため")
    desk.press("申し出る", "swap asked for")
    desk.expect_notice("申出")
    return saturday


def waiting(desk, employee):
    desk.open("/schedules/units", "requests about schedules")
    desk.expect_text("件の申出が決定を待っています")
    desk.follow_path(f"/schedules/people/{employee}", "schedule of somebody")


def grant(desk, kind):
    """Grants all that waits of a kind."""
    forms = desk.page.locator(f"form[action*='/schedules/{kind}/']")
    desk.expect(forms.count() >= 1, f"nothing of {kind} waits on {desk.page.url}")
    for _ in range(forms.count()):
        desk.press("認める", f"{kind}, granted", within=f"form[action*='/schedules/{kind}/']")
        desk.expect_notice("認めました")


def decide_pattern(desk, employee):
    desk.sign_in("time-keeper")
    waiting(desk, employee)
    grant(desk, "pattern-requests")
    desk.sign_out()


def decide_swap(desk, employee):
    """A refusal needs its reason."""
    desk.sign_in("superior")
    waiting(desk, employee)
    form = "form[action*='/schedules/move-requests/']"
    desk.press("認めない", "swap, refusal to mend", within=form, status=422)
    grant(desk, "move-requests")
    desk.open("/schedules/units", "units' schedules")
    desk.follow_path(rf"/schedules/units/{NUMBER}", "week of a unit")
    desk.expect_text(PATTERN)
    if desk.mode.scripts:
        desk.expect_prints("week of a unit", landscape=True)
    desk.sign_out()


def presence(desk, office):
    """One tap gives the reason of a gap; the unit's board shows it, and asks about another."""
    desk.sign_in("staff")
    employee = own_number(desk)
    date = tap(desk)
    desk.sign_out()
    desk.sign_in("time-keeper")
    desk.open("/presence/units", "units' gaps")
    unit = desk.page.locator("main a[href*='/presence/units/']").first.get_attribute("href").split("?")[0]
    desk.open(f"{unit}?month={date[:7]}", "gap board")
    desk.expect_text("休憩・食事", "#gap-list")
    for label, name in [("日ごとに見る", "gap board by days"), ("理由なしだけ見る", "gaps that wait")]:
        desk.follow(label, name)
    if desk.mode.scripts:
        desk.expect_prints("gaps that wait", landscape=True)
    file, content = desk.download("main a[href*='/csv']")
    desk.expect(content.startswith(b"\xef\xbb\xbf"), f"{file} has no mark of its letters")
    question = ask_back(desk, f"{unit}?month={date[:7]}", employee, date)
    desk.sign_out()
    desk.sign_in("staff")
    desk.open(question, "gap, asked about")
    desk.expect_text("会議は何時まででしたか")


def tap(desk):
    """Tells the day whose gap was explained."""
    desk.open("/presence", "own gaps")
    form = desk.page.locator("form[action^='/presence/days/']")
    if form.count() == 0:
        late(desk)
        desk.open("/presence", "own gaps")
    action = form.first.get_attribute("action")
    date = action.split("/")[3]
    desk.press("その他", "gap, other without words", status=422)
    desk.expect(desk.page.locator(".error-summary").count() == 1, "no summary of the faults of a gap")
    desk.open("/presence", "own gaps again")
    desk.press("休憩・食事", "gap explained", within=f"form[action='{action}']")
    desk.expect_notice("と記録しました")
    desk.open(f"/presence/days/{date}", "presence of a day")
    desk.expect_text("差の理由は「休憩・食事」です")
    return date


def late(desk):
    """Makes a gap: a day from morning to night without a claim."""
    day = f"/working-time/days/{(today() - timedelta(days=1)).isoformat()}"
    for kind, time in [("in", "7:00"), ("out", "23:30")]:
        desk.open(day, "day to fill in")
        desk.page.check(f"input[name=kind][value={kind}]")
        desk.page.fill("#time", time)
        desk.page.fill("#reason", "出張先から直行したため")
        desk.press("打刻を追加する", "forgotten punch")


def ask_back(desk, board, employee, date):
    """Asks about the gap that was explained; tells where its owner reads the question."""
    desk.open(board, "gap board to ask from")
    desk.follow_path(rf"/presence/people/{employee}/days/{date}", "somebody's presence")
    desk.press("確認を依頼する", "question without words", status=422)
    desk.page.fill("#words", "会議は何時まででしたか")
    desk.press("確認を依頼する", "question asked")
    desk.expect_notice("本人に確認を依頼しました")
    return f"/presence/days/{date}"


def watch(desk, office):
    """The limits from the register of units to what the committee and the executive may see."""
    desk.sign_in("staff")
    for path, seen in [
        ("/limits/own-interviews", "own interviews"), ("/limits/own-protections", "own protections"),
        ("/limits/designations", "register of designations"), ("/limits", "limits and rests"),
    ]:
        desk.open(path, seen)
    desk.open("/limits/interviews", "no list of interviews for staff", status=403)
    desk.sign_out()
    designate(desk)
    personnel(desk)
    desk.sign_out()
    names = analyse(desk)
    shared(desk, names)
    overview(desk)
    desk.sign_in("auditor")
    desk.open("/presence/patterns", "patterns of claims")
    desk.expect_text("確かめるきっかけです")
    if desk.mode.scripts:
        desk.expect_prints("patterns of claims", landscape=True)
    if desk.page.locator("#patterns").count():
        desk.follow_path(r"/presence/patterns/\d+.*", "patterns of a person")
        desk.press("確認の記録を加える", "note of a pattern, to mend", status=422)
    desk.open("/overtime/changes", "changes by others")


def designate(desk):
    """A designation with the day on which the staff was told; a day that is none is told, nothing is lost."""
    desk.sign_in("hr")
    desk.open("/limits/designations", "designations")
    reason = "国会対応が業務の大半を占めるため"
    desk.page.select_option("#unit", undesignated(desk))
    desk.page.fill("#from", "令和8年13月1日")
    desk.page.fill("#reason", reason)
    desk.page.fill("#known", written(today()))
    kept = {"#from": "令和8年13月1日", "#reason": reason, "#known": written(today())}
    desk.press_to_mend("指定を記録する", "designation, to mend", kept)
    desk.page.fill("#from", written(today()))
    desk.press("指定を記録する", "designated")
    desk.expect_notice("指定を台帳に記録しました")
    desk.expect_text(reason)
    desk.follow_path(r"/limits/designations/\d+", "a designation")


def undesignated(desk):
    """A unit that the register does not name yet."""
    named = set(desk.page.locator("#designations tbody th").all_inner_texts())
    offered = desk.page.locator("#unit option").all()[1:]
    free = [one.get_attribute("value") for one in offered if one.inner_text().strip() not in named]
    desk.expect(bool(free), "every unit is designated")
    return free[0]


def personnel(desk):
    desk.open("/limits/overview", "overview of limits")
    desk.expect_text("45時間を超えた職員")
    if desk.mode.scripts:
        desk.expect_prints("overview of limits", landscape=True)
    desk.open("/limits/interviews", "interviews")
    desk.follow("前の月", "interviews, a month before")
    if desk.page.locator("#interviews").count():
        desk.follow_path(rf"/limits/interviews/{NUMBER}/\d{{4}}-\d\d", "an interview")
    desk.open("/overtime/pay", "pay")
    name, content = desk.download("main a[href*='/overtime/pay/csv']")
    desk.expect(content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content, f"{name} is no table for a spreadsheet")
    for path, seen in [
        ("/overtime/budgets", "budgets"), ("/overtime/changes", "changes downward of personnel"),
        ("/presence/settings", "settings of presence"), ("/presence/logs", "logs"),
        ("/presence/patterns", "patterns of personnel"), ("/limits/protections", "protections"),
        (f"/closing/overview/{month(today() - timedelta(days=today().day))}", "closing, overview"),
    ]:
        desk.open(path, seen)


def analyse(desk):
    """The head of a unit where a limit was exceeded writes why; tells the names that must not go further."""
    desk.sign_in("superior")
    for path, seen in [
        ("/limits/special-work", "special work"), ("/limits/units", "rests of units"), ("/limits/analyses", "analyses"),
    ]:
        desk.open(path, seen)
    more(desk)
    desk.follow_path(rf"/limits/analyses/{NUMBER}/\d+", "analysis")
    names = [row.inner_text().strip() for row in desk.page.locator("#exceeded tbody th").all()]
    desk.expect(bool(names), "nobody exceeded a limit")
    staffing = {"#staffing": "定員14人、欠員はありません。", "#measures": ""}
    fill(desk, staffing)
    desk.press_to_mend("提出する", "analysis, to mend", staffing)
    for group in desk.page.locator("fieldset.group").all():
        group.locator("select").first.select_option(index=1)
    desk.page.fill("#measures", "答弁の分担を変えました。")
    desk.press("提出する", "analysis, submitted")
    desk.expect_notice("分析を提出しました")
    desk.sign_out()
    return names


def more(desk):
    """What else the head of a unit keeps an eye on."""
    unit = desk.page.locator("main a[href^='/limits/analyses/']").first.get_attribute("href").split("/")[3]
    for path, seen in [
        (f"/limits/units/{unit}", "rests of a unit"), (f"/limits/special-work/units/{unit}", "special work of a unit"),
        (f"/overtime/budgets/{unit}", "budget of a unit"), (f"/schedules/telework/units/{unit}", "telework of a unit"),
        ("/limits/protections", "protections of a unit"), ("/limits/analyses", "analyses again"),
    ]:
        desk.open(path, seen)


def shared(desk, names):
    """The committee reads what was submitted, without a name."""
    desk.sign_in("committee")
    desk.open("/limits/shared-analyses", "shared analyses")
    desk.expect_text("答弁の分担を変えました。")
    told = desk.text()
    desk.expect(not any(name in told for name in names), "the shared analyses tell a name")
    desk.sign_out()


def overview(desk):
    """An executive sees bureaus and nothing smaller, whatever is asked for."""
    desk.sign_in("executive")
    desk.open("/limits/overview", "overview of an executive")
    choices = [one.get_attribute("value") for one in desk.page.locator("select[name=by] option").all()]
    desk.expect(choices == ["bureau"], f"an executive may split by {choices}")
    bureaus = desk.page.locator("main tbody th").all_inner_texts()
    desk.open("/limits/overview?by=both&show=over45", "overview by what is not offered")
    told = desk.page.locator("main tbody th").all_inner_texts()
    desk.expect(told == bureaus, f"an executive sees more than bureaus: {told}")
    desk.open("/limits/interviews", "no interviews for an executive", status=403)
    desk.sign_out()
