"""The head of a unit answers what the plan asks of it."""

import paper
from desk import NUMBER
from office import today

# Measures that ask a head for words with a link or a file; which of them are open depends on the day.
WITH_FILES = ["II-1-1-1", "II-1-1-3", "II-1-3i-1", "II-1-3i-2", "II-2-2-2"]
REMOVED = "取り下げられました"


def unit_head(desk, office):
    """Reports a duty with a file, mends a fault first, corrects and withdraws, answers several at once."""
    desk.sign_in("superior")
    desk.follow("担当の取組", "inbox")
    desk.expect_text("期限超過")
    if desk.mode.scripts:
        desk.expect_prints("inbox")
    duty = open_duty(desk)
    report(desk)
    correct(desk)
    desk.open(duty, "duty, fulfilled")
    desk.expect_text("済み")
    desk.expect_text("経過")
    withdraw(desk, duty)
    several(desk)
    unit_plan(desk)


def open_duty(desk):
    """Finds a duty that asks for a file; tells its path."""
    offered = [choice.get_attribute("value") for choice in desk.page.locator("#measure option").all()]
    measure = next((one for one in WITH_FILES if one in offered), None)
    desk.expect(measure is not None, f"no duty asks for a file among {offered}")
    desk.page.select_option("#measure", measure)
    desk.press("絞り込む", "inbox, one measure")
    desk.follow_path(rf"/duties/{NUMBER}", "duty")
    return desk.page.url.removeprefix(desk.address)


def report(desk):
    desk.follow("報告する", "report of a duty")
    desk.page.fill("#held-on", "令和8年13月1日")
    desk.page.fill("#text", "朝会で方針を話しました。")
    desk.press_to_mend(
        "報告する", "report, to mend", {"#held-on": "令和8年13月1日", "#text": "朝会で方針を話しました。"}
    )
    desk.page.fill("#held-on", today().isoformat())
    attach(desk, "houshin.pdf", paper.document("Houshin"))
    desk.press("報告する", "report, saved")
    desk.expect_notice("この取組を済みにしました")
    name, content = desk.download("main a[href*='/attachments/']")
    desk.expect(name == "houshin.pdf" and content == paper.document("Houshin"), f"the file came back as {name}")


def attach(desk, name, content):
    desk.page.set_input_files("#files", {"name": name, "mimeType": "application/pdf", "buffer": content})


def correct(desk):
    desk.follow("訂正する", "correction")
    desk.page.fill("#text", "")
    desk.press_to_mend("訂正する", "correction, to mend", {"#text": ""})
    desk.page.fill("#text", "朝会で方針を話し、質問に答えました。")
    attach(desk, "liar.pdf", b"MZ this is a program")
    desk.press_to_mend("訂正する", "correction with a false file", {"#text": "朝会で方針を話し、質問に答えました。"})
    attach(desk, "shitsumon.pdf", paper.document("Shitsumon"))
    desk.press("訂正する", "report, corrected")
    desk.expect_notice("訂正")
    desk.expect_text("質問に答えました")
    desk.expect_text("shitsumon.pdf")
    desk.follow("訂正前の報告を見る", "report before the correction")
    desk.expect_text("訂正されました")


def withdraw(desk, duty):
    desk.open(duty + "/evidence", "report that settled the duty")
    desk.follow("取り下げる", "withdrawal")
    desk.press_to_mend("取り下げる", "withdrawal, to mend", {"#reason": ""})
    desk.page.fill("#reason", "別の取組の報告でした。")
    desk.press("取り下げる", "report, withdrawn")
    desk.expect_notice("報告を取り下げました")
    desk.expect_text(REMOVED)


def several(desk):
    """Ticks duties of which only the day is asked, and gives one day for all."""
    desk.open("/duties", "inbox again")
    desk.press("選んだものをまとめて記録する", "inbox, nothing ticked")
    desk.expect_notice("選ばれていません")
    boxes = desk.page.locator("input[name=duty]")
    desk.expect(boxes.count() >= 2, f"{boxes.count()} duties can be ticked")
    chosen = [boxes.nth(place).get_attribute("value") for place in range(2)]
    for box in chosen:
        desk.page.check(f"#duty-{box}")
    desk.press("選んだものをまとめて記録する", "two duties at once")
    desk.page.fill("#day", "あさって")
    desk.press_to_mend("2件を記録する", "two duties, to mend", {"#day": "あさって"})
    desk.page.fill("#day", today().isoformat())
    desk.press("2件を記録する", "two duties, fulfilled")
    desk.expect_notice("2件を")
    for box in chosen:
        desk.expect(desk.page.locator(f"#duty-{box}").count() == 0, "a duty that was fulfilled is still open")


def unit_plan(desk):
    desk.open("/plan/units", "plans of one's units")
    desk.follow_path(rf"/plan/units/{NUMBER}\?.*", "plan of one's unit")
    desk.expect_text("この組織の担当")
    if desk.mode.scripts:
        desk.expect_prints("plan of one's unit", landscape=True)
    desk.follow("一件ずつ見る・答える", "duties of one's unit")
