"use strict";
// Filters of the contradictions. They live in the page's address, so that a
// view can be sent to somebody. Without this script all of them are shown.
const filters = (() => {
  const form = document.getElementById("filters");
  const items = Array.from(document.querySelectorAll("[data-f]"), (el) => ({
    el, keys: ` ${el.dataset.f} `, severity: Number(el.dataset.sev), text: null, shown: true,
    groups: [el.closest(".topic"), el.closest(".briefs"), el.closest(".pair")].filter(Boolean),
  }));
  const tests = []; // of others, called with an item
  const listeners = [];
  const shown = document.getElementById("shown");
  const entries = new Map(Array.from(document.querySelectorAll(".pairs a"), (a) => [a.hash.slice(1), a.parentElement]));

  // words of an item in lower case, gathered when first asked for.
  const text = (item) => item.text ??= item.el.textContent.toLowerCase().replace(/\s+/g, " ");

  const matcher = () => {
    const keys = [], data = new FormData(form);
    for (const select of form.querySelectorAll("select")) {
      const option = select.selectedOptions[0];
      if (option && option.dataset.key) keys.push(` ${option.dataset.key} `);
    }
    const severity = Number(data.get("severity") || 0);
    const words = String(data.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean);
    return (item) => item.severity >= severity && keys.every((key) => item.keys.includes(key)) &&
      tests.every((test) => test(item, data)) && words.every((word) => text(item).includes(word));
  };

  const apply = () => {
    const match = matcher(), counts = new Map();
    let n = 0;
    for (const item of items) {
      const show = match(item);
      if (show !== item.shown) {
        item.shown = show;
        item.el.hidden = !show;
      }
      if (show) n++;
      for (const group of item.groups) counts.set(group, (counts.get(group) || 0) + (show ? 1 : 0));
    }
    for (const [group, count] of counts) {
      if (group.hidden === count > 0) group.hidden = count === 0;
      const entry = group.id && entries.get(group.id);
      if (entry) {
        entry.hidden = count === 0;
        entry.querySelector(".n").textContent = count.toLocaleString("en");
      }
    }
    const all = Number(shown.dataset.total);
    shown.textContent = n === all ? `${all.toLocaleString("en")} shown` : `${n.toLocaleString("en")} of ${all.toLocaleString("en")} shown`;
    for (const listener of listeners) listener();
  };

  // remember puts an address into the bar; a browser may refuse too many.
  const remember = (address, push) => {
    try {
      history[push ? "pushState" : "replaceState"](null, "", address);
    } catch { /* the page goes on without */ }
  };

  // read sets the form from the address; write does the reverse.
  const read = () => {
    const params = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (!field.name) continue;
      field.value = params.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = ""; // a value that this run doesn't have
    }
    apply();
  };
  const write = (push) => {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) params.set(name, value);
    remember(params.size ? `?${params}` : location.pathname, push);
  };

  const start = () => {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      write(event.target.name !== "q");
      apply();
    });
    form.addEventListener("reset", () => setTimeout(() => {
      write(true);
      apply();
    }));
    addEventListener("popstate", read);
    // A link that only sets a filter needs no new page.
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='?']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      remember(link.href, true);
      read();
      document.getElementById("contradictions").scrollIntoView();
    });
    read();
    // The words are gathered while nothing else is to do.
    let next = 0;
    const gather = (deadline) => {
      while (next < items.length && deadline.timeRemaining() > 1) text(items[next++]);
      if (next < items.length) requestIdleCallback(gather);
    };
    if (window.requestIdleCallback) requestIdleCallback(gather);
  };
  if (form) start();
  return { form, items, tests, listeners, read, remember };
})();
// What is folded away is printed too.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details:not([open])")) {
    fold.open = true;
    fold.dataset.folded = "";
  }
});
addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("details[data-folded]")) fold.open = false;
});
