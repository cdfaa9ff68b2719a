"""The committee: its secretariat prepares and writes down, its members read."""

from desk import NUMBER
from office import fiscal_year, today

TITLE = "第2回推進委員会"
DECISION = "各課室の未報告の取組を、月末までに事務局へ報告する。"


def committee(desk, office):
    """A meeting from its agenda to a decision that becomes a duty; a voice is tabled; a member reads it all."""
    desk.sign_in("secretariat")
    meet(desk)
    agenda(desk)
    decide(desk)
    minutes(desk)
    voice(desk)
    intensive(desk)
    desk.sign_out()
    read(desk)


def meet(desk):
    desk.open("/plan/committee", "meetings")
    desk.page.fill("#title", TITLE)
    desk.page.fill("#day", "2月30日")
    desk.press_to_mend("会議を予定する", "meeting, to mend", {"#title": TITLE, "#day": "2月30日"})
    desk.page.fill("#day", today().isoformat())
    desk.press("会議を予定する", "meeting")
    desk.expect_notice("会議を予定しました")


def agenda(desk):
    """From what needs the committee, and one point of its own."""
    proposals = desk.page.locator("input[name=proposal]")
    desk.expect(proposals.count() >= 2, f"{proposals.count()} proposals for the agenda")
    proposals.nth(0).check()
    proposals.nth(1).check()
    desk.page.fill("#own", "来年度の予定")
    desk.press("選んだものを議題に加える", "agenda")
    desk.expect_notice("議題に加えました")
    rows = desk.page.locator("#agenda tbody tr")
    desk.expect(rows.count() == 3, f"{rows.count()} points on the agenda instead of 3")


def decide(desk):
    """A decision with an owner needs a day; then it lies on the owner's desk."""
    desk.page.fill("#decision", DECISION)
    owner = desk.page.locator("#owner option", has_text="推進事務局").first.get_attribute("value")
    desk.page.select_option("#owner", owner)
    desk.press_to_mend("決定を記録する", "decision, to mend", {"#decision": DECISION, "#owner": owner})
    desk.page.fill("#due", f"{today().year + 1}-03-31")
    desk.press("決定を記録する", "decision")
    desk.follow_path(rf"/duties/{NUMBER}", "duty from a decision")
    desk.expect_text(DECISION)
    desk.page.go_back()


def minutes(desk):
    desk.page.fill("#minutes", "議題1について説明し、質疑を行った。\n異議なく了承した。")
    desk.press("議事録を保存する", "minutes")
    desk.expect_notice("議事録を保存しました")
    desk.press("開催したと記録する", "meeting, held")
    desk.expect_notice("開催したことを記録しました")
    if desk.mode.scripts:
        desk.expect_prints("meeting")


def voice(desk):
    desk.open("/plan/voices", "voices")
    desk.page.fill("#theme", "会議の時間")
    desk.page.fill("#text", "夕方の会議を減らしてほしい。")
    desk.press_to_mend("声を記録する", "voice, to mend", {"#theme": "会議の時間", "#text": "夕方の会議を減らしてほしい。"})
    desk.page.fill("#received", today().isoformat())
    desk.press("声を記録する", "voice, recorded")
    desk.expect_text("夕方の会議を減らしてほしい。")
    desk.unfold("回答する")
    desk.page.locator("textarea[name^=answer-]").first.fill("会議は16時までに終えることにしました。")
    desk.press("回答を保存する", "voice, answered")
    desk.expect_notice("回答を保存しました")


def intensive(desk):
    desk.open("/plan/intensive", "intensive period")
    desk.page.fill("#first", "いつか")
    desk.press_to_mend("期間を決める", "intensive period, to mend", {"#first": "いつか"})
    year = fiscal_year(today())
    desk.page.fill("#first", f"{year}-07-01")
    desk.page.fill("#last", f"{year}-08-31")
    desk.page.fill("#name", "夏の働き方改革")
    desk.press("期間を決める", "intensive period, set")
    desk.expect_text("夏の働き方改革")


def read(desk):
    """A member sees agenda, decision and minutes, and changes nothing."""
    desk.sign_in("committee")
    desk.open("/plan/committee", "meetings of a member")
    desk.follow(TITLE, "meeting of a member")
    desk.expect_text(DECISION)
    desk.expect_text("異議なく了承した。")
    desk.expect(desk.page.locator("main form").count() == 0, "a member can change a meeting")
    desk.open("/plan/voices", "voices before the committee")
    desk.expect_text("会議は16時までに終えることにしました。")
    desk.open("/plan/intensive", "intensive period of a member")
    desk.expect_text("夏の働き方改革")
    desk.open("/plan", "plan of a member")
    desk.open(f"/plan/report/{fiscal_year(today())}", "follow-up of a member")
    desk.expect_text("推進委員会")
