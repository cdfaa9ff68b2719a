"""What somebody of another unit finds of a person's hours: nothing, in the words of an address that never existed."""

from datetime import timedelta

from office import month, today

# Nobody and no unit has this number.
NOBODY = "912345678901234567"


def outsider(desk, office):
    """A plain member of staff and the head of another unit open every address of one person and of the unit."""
    desk.sign_in("staff")
    desk.open("/overtime", "own overtime")
    employee = desk.page.locator("main a[href*='/book/']").first.get_attribute("href").split("/")[3]
    sent = [one.get_attribute("href") for one in desk.page.locator("#requests a[href^='/overtime/requests/']").all()]
    name = own_name(desk, employee)
    desk.sign_out()
    desk.sign_in("superior")
    desk.open("/closing", "months of a superior")
    unit = desk.page.locator("main a[href*='/closing/units/']").first.get_attribute("href").split("/")[3]
    desk.sign_out()
    desk.sign_in("secretariat")
    hidden(desk, person_paths(employee), employee)
    desk.sign_out()
    desk.sign_in("manager")
    hidden(desk, person_paths(employee) + led_paths(employee), employee)
    hidden(desk, unit_paths(unit), unit)
    for path in sent[:1]:
        hidden(desk, [path], path.rsplit("/", 1)[1])
    lists(desk, name)


def own_name(desk, employee):
    desk.open(f"/people/{employee}", "oneself in the directory")
    return desk.heading()


def person_paths(employee):
    day, of_month = (today() - timedelta(days=1)).isoformat(), month(today() - timedelta(days=today().day))
    return [
        f"/working-time/people/{employee}/days/{day}", f"/working-time/people/{employee}/months/{of_month}",
        f"/working-time/people/{employee}/limits/{of_month}", f"/overtime/people/{employee}/days/{day}",
        f"/overtime/people/{employee}/book/{of_month}", f"/overtime/people/{employee}/book/{of_month}/csv",
        f"/overtime/people/{employee}/time-off/{of_month}", f"/closing/people/{employee}/{of_month}",
        f"/closing/people/{employee}/{of_month}/sheet", f"/closing/people/{employee}/{of_month}/certificate",
        f"/schedules/people/{employee}", f"/schedules/telework/people/{employee}",
    ]


def led_paths(employee):
    """Pages for those who lead or keep somebody's time."""
    day = (today() - timedelta(days=1)).isoformat()
    return [
        f"/presence/people/{employee}/days/{day}", f"/overtime/people/{employee}/days/{day}/changes",
        f"/schedules/people/{employee}/moves",
    ]


def unit_paths(unit):
    of_month = month(today() - timedelta(days=today().day))
    year = today().year if today().month >= 4 else today().year - 1
    return [
        f"/working-time/units/{unit}", f"/working-time/units/{unit}/csv", f"/overtime/units/{unit}/book/{of_month}",
        f"/overtime/units/{unit}/book/{of_month}/csv", f"/presence/units/{unit}", f"/presence/units/{unit}/csv",
        f"/closing/units/{unit}/{of_month}", f"/closing/units/{unit}/{of_month}/sheets",
        f"/closing/units/{unit}/{of_month}/csv", f"/schedules/units/{unit}", f"/schedules/telework/units/{unit}",
        f"/limits/units/{unit}", f"/limits/units/{unit}/csv", f"/limits/special-work/units/{unit}",
        f"/limits/analyses/{unit}/{year}", f"/overtime/budgets/{unit}",
    ]


def hidden(desk, paths, number):
    """Each page is not found, and says of it what it says of a number that nobody has."""
    shown = []
    for path in paths:
        found = answer(desk, path)
        never = answer(desk, path.replace(number, NOBODY))
        if found[0] != 404 or found != never:
            words = "the same" if found[1:] == never[1:] else "other"
            shown.append(f"{path} answers {found[0]}, a number of nobody {never[0]} in {words} words")
    desk.expect(not shown, "; ".join(shown))
    desk.seen("not found")


def answer(desk, path):
    answered = desk.page.goto(desk.address + path)
    return answered.status, desk.page.title(), desk.text()


def lists(desk, name):
    """What the head of another unit may open counts and names nobody of this one."""
    for path in [
        "/overtime/approvals", "/overtime/budgets", "/presence/units", "/closing", "/schedules/units",
        "/limits/units", "/limits/analyses", "/limits/special-work", "/limits/protections", "/limits/designations",
        "/working-time/units",
    ]:
        desk.open(path, f"of another unit's head: {path}")
        desk.expect(name not in desk.text(), f"{path} tells of {name}")
