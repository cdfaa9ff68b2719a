"""What is checked of a page on paper, and a small document to attach."""

import re

# The inside of an A4 page in pixels: 210 or 297 mm less two margins of 12 mm, at 96 dots an inch.
INSIDE = {False: 703, True: 1032}
A4 = {False: (595, 842), True: (842, 595)}

# What only a screen needs.
SCREEN_ONLY = ".menu, .skip, .breadcrumbs, .site-footer, .search, main button, main a.button, input, select, textarea"

# Lines of text that lie on each other. The middle half of a line's height is its letters.
OVERLAPS = """() => {
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('svg, option, .hidden') || !parent.checkVisibility({
      visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      lines.push({ left: box.left + 1, right: box.right - 1, top: box.top + box.height / 4,
        bottom: box.bottom - box.height / 4, text: node.data.trim().slice(0, 20) });
    }
  }
  lines.sort((one, other) => one.top - other.top);
  const found = [];
  lines.forEach((one, place) => {
    for (let next = place + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next];
      if (one.left < other.right && other.left < one.right) found.push(one.text + ' / ' + other.text);
    }
  });
  return found;
}"""

# What a screen folds away, paper shows: nobody can open it there.
FOLDED = """() => [...document.querySelectorAll('details:not([open]) > :not(summary)')].filter(one => {
  const fold = one.parentElement;
  return fold.getClientRects().length && !one.checkVisibility() && !one.querySelector('form');
}).map(one => one.parentElement.textContent.trim().slice(0, 30))"""

VISIBLE = """selector => [...document.querySelectorAll(selector)].filter(one =>
  one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && one.getClientRects().length
).map(one => one.outerHTML.slice(0, 80))"""


def examine(page, landscape):
    """Everything wrong with the page on paper."""
    return sheets(page, landscape) + layout(page, landscape)


def sheets(page, landscape):
    found = []
    document = page.pdf(tagged=True, outline=True, prefer_css_page_size=True)
    if not re.search(rb"/Marked\s+true", document):
        found.append("the printed page is not tagged")
    sides = {
        tuple(round(float(side)) for side in box.split()[2:])
        for box in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", document)
    }
    if sides != {A4[landscape]}:
        found.append(f"the printed page is not A4: {sides}")
    return found


def layout(page, landscape):
    found = []
    before = page.viewport_size
    page.set_viewport_size({"width": INSIDE[landscape], "height": 1000})
    page.emulate_media(media="print")
    whole, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if whole > seen:
        found.append(f"the paper cuts the page off: {whole} in {seen} pixels")
    found += [f"printed although only a screen needs it: {one}" for one in page.evaluate(VISIBLE, SCREEN_ONLY)[:5]]
    found += [f"folded away on paper: {one}" for one in page.evaluate(FOLDED)[:5]]
    found += [f"printed on top of each other: {one}" for one in page.evaluate(OVERLAPS)[:5]]
    page.emulate_media(media="null")
    page.set_viewport_size(before)
    return found


def document(words):
    """A PDF of one page with one line of ASCII."""
    text = f"BT /F1 18 Tf 72 760 Td ({words}) Tj ET".encode("ascii")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, entries, size, len(written))
    )
