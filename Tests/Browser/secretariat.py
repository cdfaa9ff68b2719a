"""The secretariat keeps the plan going: what is late, the yearly follow-up, what is published."""

from desk import NUMBER
from office import fiscal_year, today

MEASURE = "measure:II-1-1-1"
TARGET = "target:T04"


def secretariat(desk, office):
    """Looks through the plan, reminds, writes and freezes the follow-up, prints it, and checks what is published."""
    desk.sign_in("secretariat")
    plan(desk)
    reminders(desk)
    report = f"/plan/report/{fiscal_year(today())}"
    desk.follow("年次フォローアップに記入する", "follow-up")
    desk.expect_text("下書き")
    write(desk, report)
    printed(desk, report)
    stages(desk, report)
    files(desk, report)
    publication(desk)


def plan(desk):
    desk.follow("取組と指標", "plan")
    if desk.mode.scripts:
        desk.expect_prints("plan", landscape=True)
    desk.follow("遅れの取組を見る", "plan, only what is late")
    desk.page.go_back()
    desk.follow_path(r"/plan/measures/III-2-1-b(\?.*)?", "measure")
    desk.open("/plan/targets/T04", "target")
    if desk.mode.scripts:
        desk.expect_prints("target", landscape=True)
    desk.open("/plan/year", "year of the plan")
    if desk.mode.scripts:
        desk.expect_prints("year of the plan", landscape=True)
    desk.open("/plan/versions", "editions of the plan")


def reminders(desk):
    desk.open("/plan/desk", "desk")
    desk.expect_text("期限超過")
    desk.expect_text("報告のない取組")
    if desk.mode.scripts:
        desk.expect_prints("desk", landscape=True)
    desk.press("催促する", "desk, reminded")
    desk.expect_notice("催促しました")
    name, content = desk.download("a[href*='outstanding.csv']")
    desk.expect(name.endswith(".csv") and content.startswith(b"\xef\xbb\xbf"), f"{name} has no mark of its letters")


def write(desk, report):
    """Writes of a measure and of a target; a text that is too long comes back."""
    desk.follow_path(rf"{report}/subjects/{MEASURE}", "text of a measure")
    long = "長" * 5001
    desk.page.fill("#done", long)
    desk.press_to_mend("保存する", "text of a measure, to mend", {"#done": long})
    desk.page.fill("#done", "全管理職が宣言を職場に掲示しました。")
    desk.page.fill("#next", "来年度は宣言の振り返りを加えます。")
    desk.press("保存する", "follow-up, written")
    desk.expect_notice("記入を保存しました")
    desk.open(f"{report}/subjects/{TARGET}", "text of a target")
    desk.page.fill("#reason", "課長級への登用の候補が少ない年でした。")
    desk.press("保存する", "follow-up, written again")


def printed(desk, report):
    if desk.mode.scripts:
        desk.expect_prints("follow-up", landscape=True)
    desk.follow("前年度との違い", "differences")
    if desk.mode.scripts:
        desk.expect_prints("differences", landscape=True)
    desk.open(report, "follow-up again")


def stages(desk, report):
    """Freezes, tries to write, goes back with a reason, and forward again."""
    desk.page.fill("#day", "いつか")
    desk.press_to_mend("「事務局確認」へ進める", "stage, to mend", {"#day": "いつか"})
    desk.page.fill("#day", today().isoformat())
    desk.press("「事務局確認」へ進める", "follow-up, frozen")
    desk.expect_notice("事務局確認")
    desk.expect_text("凍結しています")
    desk.open(f"{report}/subjects/{MEASURE}", "text that is frozen")
    desk.expect(desk.page.locator("#done").count() == 0, "a frozen report can be written")
    desk.open(report, "follow-up, to go back")
    desk.press_to_mend("下書きに戻す", "going back without a reason", {"#note": ""})
    desk.page.fill("#note", "人数を確かめ直します。")
    desk.press("下書きに戻す", "follow-up, a draft again")
    desk.press("「事務局確認」へ進める", "follow-up, frozen again")
    desk.press("「推進委員会」へ進める", "follow-up before the committee")
    desk.unfold("段階の履歴")
    desk.expect_text("人数を確かめ直します。")
    desk.follow("凍結した版", "an older version")


def files(desk, report):
    desk.open(report, "follow-up, its files")
    name, content = desk.download("a[href*='/markdown']")
    text = content.decode("utf-8")
    desk.expect(text.startswith("#") and "II-1-1-1" in text and "職場に掲示しました" in text, f"{name} is not the follow-up")
    _, figures = desk.download("a[href$='/csv']")
    desk.expect(figures.startswith(b"\xef\xbb\xbf"), "the figures have no mark of their letters")


def publication(desk):
    desk.open(f"/plan/publication/{fiscal_year(today())}", "publication")
    if desk.mode.scripts:
        desk.expect_prints("publication")
    for file in ["implementation", "disclosure"]:
        name, content = desk.download(f"a[href$='/{file}']")
        desk.expect(content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content, f"{name} is not for the government's site")
    desk.follow_path(rf"/plan/publication/\d+/employers/{NUMBER}", "publication of an employer")
    desk.page.fill("#month", "来月")
    desk.press_to_mend("設定を保存する", "settings, to mend", {"#month": "来月"})
