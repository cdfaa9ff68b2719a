"""What is checked on every page, whatever its job."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Labels of figures must stay readable when the page is narrow.
SMALL_LABELS = """() => [...document.querySelectorAll('svg text')].filter(label => {
  const box = label.getBoundingClientRect();
  return box.height && parseFloat(getComputedStyle(label).fontSize) * label.getScreenCTM().a < 11.5;
}).length"""

# A table whose rows are stacked where the page is narrow shows all its words without scrolling sideways.
CUT_OFF = """() => [...document.querySelectorAll('table.stacked')].flatMap(table => {
  if (getComputedStyle(table).display !== 'block' || !table.checkVisibility()) return [];
  const edge = (table.closest('.scroll') ?? table).getBoundingClientRect().right + 1;
  const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (!node.data.trim() || node.parentElement.closest('thead, .hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some(box => box.right > edge)) return [node.data.trim().slice(0, 40)];
  }
  return [];
})"""

# What Tab should reach; of a group of radio buttons it reaches one.
CONTROLS = """() => {
  const wanted = 'a[href], button:not(:disabled), input:not([type=hidden]):not(:disabled), select, textarea, ' +
    'summary, [tabindex="0"]';
  const shown = [...document.querySelectorAll(wanted)].filter(one =>
    one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }));
  const keys = shown.map((one, place) => one.type === 'radio' ? 'radio ' + one.name : place);
  return new Set(keys).size;
}"""

# Tab goes on from where the focus was last: put that before everything.
FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
}"""

SUMMARY_HAS_FOCUS = "document.activeElement?.classList.contains('error-summary')"

FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one === document.documentElement) return null;
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const x = Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2));
  const y = Math.min(innerHeight - 1, Math.max(0, box.top + Math.min(box.height, innerHeight) / 2));
  const top = document.elementFromPoint(x, y);
  one.dataset.stop ||= String(Math.random());
  return {
    stop: one.dataset.stop,
    name: (one.getAttribute('aria-label') || one.textContent || one.name || one.tagName).trim().slice(0, 30),
    ring: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none',
    covered: box.width > 1 && !!top && !(one.contains(top) || top.contains(one)),
  };
}"""


def examine(page, mode, errors, service):
    """Everything wrong with the page as it stands."""
    found = [f"console: {text[:200]}" for text in errors]
    if page.locator("h1").count() != 1:
        found.append(f"{page.locator('h1').count()} first-level headings instead of one")
    if page.locator("html").get_attribute("lang") != "ja":
        found.append("the language of the page is not ja")
    if not page.title().endswith(service):
        found.append(f"the title is {page.title()!r}")
    found += reflow(page)
    if mode.scripts:
        if page.locator(".error-summary").count() and not page.evaluate(SUMMARY_HAS_FOCUS):
            found.append("the summary of the faults has not the focus")
        found += axe(page)
        if mode.walks:
            found += walk(page)
    return found


def reflow(page):
    found = []
    whole, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if whole > seen:
        found.append(f"the page scrolls sideways: {whole} in {seen} pixels")
    found += [f"cut off in a stacked table: {one}" for one in page.evaluate(CUT_OFF)]
    small = page.evaluate(SMALL_LABELS)
    if small:
        found.append(f"{small} labels of figures are smaller than 11.5 pixels")
    return found


def axe(page):
    answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
    return [
        f"axe {fault['id']} ({fault['impact']}), {len(fault['nodes'])} times: {fault['nodes'][0]['html'][:140]}"
        for fault in answer["violations"]
    ]


def walk(page):
    """Goes through the page by Tab: each stop shows a ring, nothing covers it, all are reached, none traps."""
    found, stops = [], set()
    page.evaluate(FROM_THE_TOP)
    wanted = page.evaluate(CONTROLS)
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or stop["stop"] in stops:
            break
        stops.add(stop["stop"])
        if not stop["ring"]:
            found.append(f"no focus ring: {stop['name']}")
        if stop["covered"]:
            found.append(f"covered while in focus: {stop['name']}")
    if len(stops) < wanted:
        found.append(f"Tab reaches {len(stops)} of {wanted} controls")
    return found
