"""The main job of each role, as its people would do it; those around the plan and the hours have files of their own."""

from citizen import citizen
from closing import month_close
from committee import committee
from desk import NUMBER
from hours import month_sheet, overtime
from hours_unit import allotted_hours, presence, watch
from office import month, today
from outsider import outsider
from secretariat import secretariat
from unit_head import unit_head


def guest(desk, office):
    """Finds help, is let in with a code, chooses a password, signs in; a wrong password is told gently."""
    desk.open("/sign-in", "sign-in")
    for path, name in [("/help", "help"), ("/contact", "contact"), ("/accessibility", "accessibility")]:
        desk.open(path, name)
    desk.open("/plan", "sign-in asked for")
    desk.expect(desk.page.url.startswith(desk.address + "/sign-in"), "a guest is not sent to sign in")
    desk.open("/no/such/page", "not found", status=404)

    desk.open("/first-sign-in", "first sign-in")
    desk.page.fill("#login", office.newcomer["login"])
    desk.page.fill("#code", office.newcomer["code"])
    desk.page.fill("#password", "short")
    desk.page.fill("#again", "short")
    desk.press_to_mend("パスワードを登録する", "first sign-in, to mend", {"#login": office.newcomer["login"]})
    desk.expect(desk.page.input_value("#password") == "", "a password was written back")
    password = "春はあけぼの やうやう白く"
    desk.page.fill("#code", office.newcomer["code"].lower())
    desk.page.fill("#password", password)
    desk.page.fill("#again", password)
    desk.press("パスワードを登録する", "sign-in after the code")
    desk.expect_notice("パスワードを登録しました")

    desk.page.fill("#login", office.newcomer["login"])
    desk.page.fill("#password", "not the password")
    desk.press("ログインする", "sign-in, to mend", status=422)
    desk.expect_text("利用者名かパスワードが違います", ".error-summary")
    desk.page.fill("#password", password)
    desk.press("ログインする", "home of a newcomer")
    desk.press("ログアウト", "signed out", within="header")
    desk.open("/working-time", "sign-in after signing out")
    desk.expect("/sign-in" in desk.page.url, "the session outlived signing out")


def staff(desk, office):
    """Clocks in, takes it back, clocks in again, looks at the month, declares overtime with a fault first."""
    desk.sign_in("staff")
    desk.follow("今日の勤務", "today")
    desk.press(main_button(desk), "today, clocked")
    desk.expect_notice("を記録しました")
    desk.press("取り消す", "today, undone")
    desk.expect_notice("を取り消しました")
    desk.expect_text("取り消し済み")
    desk.press(main_button(desk), "today, clocked again")
    desk.expect_notice("を記録しました")

    desk.follow("今月の勤務表", "my month")
    rows = desk.page.locator("#month-sheet tbody tr, table:has(caption:text('の勤務')) tbody tr").count()
    desk.expect(rows >= 28, f"the month has {rows} rows")
    desk.expect_one_printed_page()
    desk.follow("すべての上限と、その理由を見る", "my limits")
    desk.expect_text("人事院規則15―14")
    desk.expect_table_within("#limit-tests")
    desk.page.go_back()

    desk.follow_path(rf"/working-time/days/{month(today())}-\d\d", "my day")
    desk.page.fill("#length", "25時間半")
    desk.page.fill("#work", "国会答弁の作成")
    kept = {"#length": "25時間半", "#work": "国会答弁の作成"}
    desk.press_to_mend("超過勤務を申告する", "my day, to mend", kept)
    desk.page.locator(".error-summary").get_by_role("link").first.click()
    desk.page.fill("#length", "２：３０")
    desk.press("超過勤務を申告する", "my day, declared")
    desk.expect_notice("2時間30分と申告しました")
    desk.expect_text("国会答弁の作成")

    desk.page.check("input[name=kind][value=out]")
    desk.page.fill("#time", "47:00")
    desk.press_to_mend("打刻を追加する", "my day, forgotten punch to mend", {"#time": "47:00"})
    desk.open("/journal", "forbidden", status=403)


def main_button(desk):
    """The one large button of the day: coming or leaving, whichever is next."""
    return desk.page.locator("main button.large").first.inner_text().strip()


def superior(desk, office):
    """Looks at the unit's months, orders them, opens a person, and asks why."""
    desk.sign_in("superior")
    desk.follow("組織の勤務時間", "units")
    desk.follow_path(rf"/working-time/units/{NUMBER}\?month={month(today())}", "unit month")
    desk.follow("超過勤務の多い順に並べる", "unit month, ordered")
    desk.follow_path(rf"/working-time/people/{NUMBER}/months/\d{{4}}-\d\d", "a person's month")
    desk.follow("すべての上限と、その理由を見る", "a person's limits")
    desk.expect_text("人事院規則15―14")


def manager(desk, office):
    """Does the same for another unit, and cannot look beyond it."""
    desk.sign_in("manager")
    desk.follow("組織の勤務時間", "units of a manager")
    desk.follow_path(rf"/working-time/units/{NUMBER}\?month={month(today())}", "unit month of a manager")
    desk.follow("前の月まで", "unit month, a month before")
    desk.open("/working-time/units/1", "unit of others", status=404)


def executive(desk, office):
    """Sees the units below, and the plan."""
    desk.sign_in("executive")
    desk.follow("組織の勤務時間", "units of an executive")
    desk.follow_path(rf"/working-time/units/{NUMBER}\?month={month(today())}", "bureau")
    desk.open("/plan", "plan of an executive")


def time_keeper(desk, office):
    """Looks through the records of the unit."""
    desk.sign_in("time-keeper")
    desk.follow("組織の勤務時間", "units of a time-keeper")
    desk.follow_path(rf"/working-time/units/{NUMBER}\?month={month(today())}", "unit month of a time-keeper")
    desk.follow_path(rf"/working-time/people/{NUMBER}/months/\d{{4}}-\d\d", "month kept by a time-keeper")


def hr(desk, office):
    """Searches the directory, opens a person and a unit."""
    desk.sign_in("hr")
    desk.follow("職員・組織", "directory")
    name = desk.page.locator("main tbody th a").first.inner_text()
    desk.page.fill("#text", name.split()[0].split("　")[0])
    desk.press("探す", "directory, searched")
    desk.expect_text(name)
    desk.follow_path(rf"/people/{NUMBER}", "person")
    desk.open("/directory?text=%E5%AD%98%E5%9C%A8%E3%81%97%E3%81%AA%E3%81%84", "directory, nothing found")
    desk.open("/directory", "directory again")
    desk.follow_path(rf"/units/{NUMBER}", "unit")
    desk.open("/working-time/units", "units of personnel")


def auditor(desk, office):
    """Goes back in the journal."""
    desk.sign_in("auditor")
    desk.follow("記録の監査", "journal")
    desk.expect_text("封印")
    older = desk.page.get_by_role("link", name="これより前の記録")
    if older.count():
        desk.follow("これより前の記録", "journal, older")


def administrator(desk, office):
    """Sees the state of the system, and no people."""
    desk.sign_in("administrator")
    desk.follow("システムの状態", "administration")
    desk.open("/directory", "no people for an administrator", status=403)


JOBS = [
    guest, staff, superior, manager, executive, time_keeper, hr, unit_head, secretariat, committee, citizen, auditor,
    administrator, overtime, month_sheet, allotted_hours, presence, month_close, watch, outsider,
]
