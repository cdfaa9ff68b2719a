/// Comfort for those whose browser runs scripts.
///
/// No page needs it.
enum SiteScript {
  static let text: StaticString = #"""
    "use strict";
    (() => {
      // What to mend comes first, also for browsers that know no autofocus on a block.
      document.querySelector("[data-error-summary]")?.focus();

      // The clock goes by the server: only the distance to it is taken from this device.
      const hourAndMinute = new Intl.DateTimeFormat("ja-JP", {
        timeZone: "Asia/Tokyo", hour: "numeric", minute: "2-digit", hourCycle: "h23",
      });
      for (const clock of document.querySelectorAll("[data-clock]")) {
        const distance = Number(clock.dataset.clock) - Date.now();
        const show = () => {
          const text = hourAndMinute.format(Date.now() + distance);
          if (clock.textContent !== text) clock.textContent = text;
        };
        if (Number.isFinite(distance)) setInterval(show, 1000);
      }

      // Paper tells when it was printed, not when the page was drawn.
      const printed = new Intl.DateTimeFormat("ja-JP", {
        timeZone: "Asia/Tokyo", year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit",
        hourCycle: "h23",
      });
      addEventListener("beforeprint", () => {
        for (const stamp of document.querySelectorAll("[data-stamp]")) {
          stamp.textContent = "印刷: " + printed.format(Date.now());
        }
      });

      // A second press within three seconds is a slip. The button stays as it is, so that it can be read.
      const lastSent = new WeakMap();
      document.addEventListener("submit", (event) => {
        if (event.target.method !== "post") return;
        const now = Date.now();
        if (now - (lastSent.get(event.target) ?? -3000) < 3000) event.preventDefault();
        else lastSent.set(event.target, now);
      });

      // A sheet of days: Enter and the arrows go up and down a column, Ctrl+Enter fills a row like the one above it.
      for (const sheet of document.querySelectorAll("[data-sheet]")) {
        for (const hint of sheet.querySelectorAll("[data-with-script]")) hint.hidden = false;
        const ofRow = (row) => [...row.querySelectorAll("[data-column]")];
        const rows = [...sheet.querySelectorAll("tr")].filter((row) => ofRow(row).length);
        const copyAbove = (place) => {
          const above = rows.slice(0, place).reverse().find((row) => ofRow(row)[0].value.trim());
          ofRow(above ?? rows[place]).forEach((control, column) => {
            ofRow(rows[place])[column].value = control.value;
          });
        };
        sheet.addEventListener("keydown", (event) => {
          const column = event.target.dataset.column;
          const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
          // A word that is still being converted takes these keys itself.
          if (!column || !step || event.altKey || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          const place = rows.indexOf(event.target.closest("tr"));
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) copyAbove(place);
          const next = rows[place + step] && ofRow(rows[place + step]).find((one) => one.dataset.column === column);
          next?.focus();
          next?.select();
        });
      }

      // Long work: the same page is asked again, and only the element with the same id is exchanged.
      const refresh = async (element) => {
        if (!document.hidden) {
          try {
            const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
            const text = answer.ok ? await answer.text() : "";
            const fresh = new DOMParser().parseFromString(text, "text/html").getElementById(element.id);
            if (fresh) element.replaceChildren(...fresh.childNodes);
            if (fresh && !fresh.dataset.refreshSeconds) return;
          } catch {
            // The network may come back; the next turn asks again.
          }
        }
        wait(element);
      };
      const wait = (element) => {
        const seconds = Math.max(Number(element.dataset.refreshSeconds) || 5, 5);
        setTimeout(refresh, seconds * 1000, element);
      };
      for (const element of document.querySelectorAll("[data-refresh-seconds][id]")) wait(element);
    })();
    """#
}
