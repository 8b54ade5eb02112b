// The review: verdicts on the contradictions that the filters show, the queue.
// The server keeps them; what is shown as judged is on its disk.
(() => {
  const byId = (id) => document.getElementById(id);
  const dock = byId("dock"), reader = byId("reader"), said = byId("said");
  const { form, items } = filters;
  if (!form) return; // nothing to judge
  const judged = new Map(); // by id: what each reviewer says
  let reviewer = "", version = 0, queue = [], current = null, waiting = Promise.resolve(), unsaved = 0;
  const names = {
    "confirmed": "confirmed", "dismissed": "dismissed", "unsure": "unsure", "open": "note",
    "same-meaning": "same meaning", "other-scope": "other scope", "wrong-role": "wrong role", "wrong-amount": "wrong amount", "not-a-claim": "not a claim", "other": "other reason",
  };
  for (const item of items) item.id = item.el.id.slice(2);
  const byFinding = new Map(items.map((item) => [item.id, item]));

  const make = (name, className, ...children) => {
    const el = document.createElement(name);
    if (className) el.className = className;
    el.append(...children);
    return el;
  };
  const own = (item) => (judged.get(item.id) || []).find((v) => v.reviewer === reviewer);
  const outcome = (item) => {
    const mine = own(item);
    if (!mine || mine.verdict === "open") return "open";
    return mine.stale ? "stale" : mine.verdict;
  };
  const isOpen = (item) => outcome(item) === "open" || outcome(item) === "stale";

  // The filter by verdict.
  const select = make("select");
  select.name = "verdict";
  for (const [value, label] of [["", "All"], ["open", "Open"], ["stale", "Stale: the words changed"], ["confirmed", "Confirmed"], ["dismissed", "Dismissed"], ["unsure", "Unsure"]]) select.append(new Option(label, value));
  form.insertBefore(make("label", "", "Verdict ", select), form.querySelector(".shown"));
  filters.tests.push((item, data) => !data.get("verdict") || outcome(item) === data.get("verdict"));

  const progress = () => {
    const open = queue.filter(isOpen).length, at = queue.indexOf(current);
    byId("progress").max = Math.max(queue.length, 1);
    byId("progress").value = queue.length - open;
    byId("where").textContent = `${at >= 0 ? `${at + 1} of ` : ""}${queue.length} in the queue, ${queue.length - open} judged`;
  };
  filters.listeners.push(() => {
    queue = items.filter((item) => item.shown);
    progress();
  });

  // show lists the verdicts under a contradiction.
  const show = (item) => {
    item.el.querySelector(":scope > .verdicts")?.remove();
    const list = judged.get(item.id) || [];
    if (list.length === 0) return;
    item.el.append(make("ul", "verdicts", ...list.map((v) => {
      const words = [names[v.verdict], v.reason && names[v.reason]].filter(Boolean).join(", ");
      const line = make("li", v.stale ? `${v.verdict} stale` : v.verdict, make("b", "", v.stale ? `stale: ${words}` : words), ` by ${v.reviewer}, `, make("time", "", v.date));
      if (v.note) line.append(": ", make("q", "", v.note));
      return line;
    })));
  };
  const take = (state) => {
    reviewer = state.reviewer;
    version = state.version;
    for (const [id, list] of Object.entries(state.judged)) {
      judged.set(id, list);
      if (byFinding.has(id)) show(byFinding.get(id));
    }
    progress();
  };
  const say = (text, bad) => {
    said.textContent = text;
    said.classList.toggle("bad", Boolean(bad));
  };

  // ask sends a request after those before it; null if it was not kept.
  const ask = (path, body) => {
    unsaved++;
    const step = waiting.then(async () => {
      try {
        const reply = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...body, since: version }) });
        if (!reply.ok) throw new Error(await reply.text());
        const state = await reply.json();
        take(state);
        return state;
      } catch (error) {
        say(error instanceof TypeError ? "Not kept: the server does not answer. Is the command still running?" : `Not kept: ${error.message}`, true);
        return null;
      } finally {
        unsaved--;
      }
    });
    waiting = step;
    return step;
  };
  addEventListener("beforeunload", (event) => {
    if (unsaved > 0) event.preventDefault();
  });

  // open shows a contradiction that stands in a line in full.
  const open = async (item) => {
    if (!item.el.classList.contains("brief") || item.opened) return;
    item.opened = true;
    const reply = await fetch(`/finding/${encodeURIComponent(item.id)}`).catch(() => null);
    if (!reply || !reply.ok) {
      item.opened = false;
      say("The quotes can't be had: the server does not answer.", true);
      return;
    }
    const full = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("article");
    full.removeAttribute("id");
    delete full.dataset.f;
    item.el.classList.add("opened");
    item.el.insertBefore(full, item.el.querySelector(":scope > .verdicts"));
    offer(item);
  };
  // offer puts a button to the whole article under each quote.
  const offer = (item) => {
    for (const figure of item.el.querySelectorAll("figure[data-doc]:not(:has(button))")) {
      const button = make("button", "whole", "Whole article");
      button.type = "button";
      button.addEventListener("click", () => read(item, figure));
      figure.append(button);
    }
  };
  const go = (item, scroll = true) => {
    if (!item) return;
    if (current) {
      current.el.classList.remove("current");
      current.el.removeAttribute("aria-current");
    }
    current = item;
    item.el.classList.add("current");
    item.el.setAttribute("aria-current", "true");
    item.el.tabIndex = -1;
    offer(item);
    if (scroll) {
      item.el.focus({ preventScroll: true });
      // What stands above may be laid out only now, and move it.
      const place = () => item.el.scrollIntoView({ block: "start" });
      open(item).then(place);
      place();
      requestAnimationFrame(place);
      filters.remember(`#c-${item.id}`);
    } else open(item);
    progress();
  };
  const step = (by) => {
    const at = queue.indexOf(current);
    go(queue[at < 0 ? 0 : Math.min(Math.max(at + by, 0), queue.length - 1)]);
  };
  const nextOpen = () => {
    const at = queue.indexOf(current);
    const next = queue.slice(at + 1).find(isOpen) || queue.slice(0, at + 1).find((item) => item !== current && isOpen(item));
    if (next) go(next);
    else say("Nothing in the queue is open.");
  };
  const judge = (verdict, reason) => {
    if (!current || !current.shown) return step(0);
    const item = current;
    ask("/verdicts", { ids: [item.id], verdict, reason, note: null }).then((state) => {
      if (state) say(`${names[reason || verdict]}, kept.`);
      else go(item);
    });
    if (queue.indexOf(item) < queue.length - 1) step(1);
  };

  // read shows the article of a quote beside it.
  let before = null;
  const read = async (item, figure) => {
    if (!figure) return;
    const reply = await fetch(`/article?${new URLSearchParams({ finding: item.id, doc: figure.dataset.doc })}`).catch(() => null);
    if (!reply || !reply.ok) {
      say(reply ? await reply.text() : "The article can't be had: the server does not answer.", true);
      return;
    }
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    byId("article").replaceChildren(...page.body.childNodes);
    before = document.activeElement;
    reader.hidden = false;
    document.body.classList.add("reading");
    const side = figure.closest(".side.b") ? "b" : "a";
    (byId("article").querySelector(`mark.${side}`) || byId("article").querySelector("mark"))?.scrollIntoView({ block: "center" });
    byId("article-title").focus({ preventScroll: true });
    item.el.scrollIntoView({ block: "start" });
  };
  const close = () => {
    reader.hidden = true;
    document.body.classList.remove("reading");
    (before?.isConnected ? before : current?.el)?.focus({ preventScroll: true });
    current?.el.scrollIntoView({ block: "start" });
  };
  byId("close-reader").addEventListener("click", close);

  const noteDialog = byId("note-dialog"), noteText = byId("note-text");
  noteDialog.addEventListener("close", () => {
    if (noteDialog.returnValue !== "save") return;
    const item = current;
    ask("/verdicts", { ids: [item.id], verdict: "", reason: "", note: noteText.value.trim() }).then((state) => state && say("Note kept."));
  });
  noteText.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) noteDialog.querySelector("[value=save]").click();
  });

  const bulkDialog = byId("bulk-dialog");
  const bulk = () => byId("bulk-open").checked ? queue.filter(isOpen) : queue;
  const describe = () => {
    const n = bulk().length, chosen = byId("bulk-verdict").selectedOptions[0].text;
    byId("bulk-what").textContent = `The filters show ${queue.length.toLocaleString("en")}; ${n.toLocaleString("en")} will be judged. Undo takes all of them back at once.`;
    byId("bulk-go").textContent = `${chosen}: judge ${n.toLocaleString("en")}`;
    byId("bulk-go").disabled = n === 0;
  };
  bulkDialog.addEventListener("change", describe);
  bulkDialog.addEventListener("close", () => {
    if (bulkDialog.returnValue !== "judge") return;
    const { verdict, reason } = byId("bulk-verdict").selectedOptions[0].dataset;
    ask("/verdicts", { ids: bulk().map((item) => item.id), verdict, reason, note: null }).then((state) => state && say(`${state.step.toLocaleString("en")} judged, kept.`));
  });
  const pop = (dialog) => {
    dialog.returnValue = "";
    dialog.showModal();
  };

  const acts = {
    next: () => step(1),
    previous: () => step(-1),
    open: nextOpen,
    filter: () => form.elements.q.focus(),
    undo: () => ask("/undo", {}).then((state) => {
      if (!state) return;
      say(state.step === 0 ? "There is nothing to undo." : state.step === 1 ? "Undone." : `Undone: ${state.step.toLocaleString("en")} verdicts.`);
      if (state.step === 1) go(byFinding.get(Object.keys(state.judged).at(-1)));
    }),
    note: () => {
      if (!current) return step(0);
      noteText.value = own(current)?.note || "";
      pop(noteDialog);
    },
    bulk: () => {
      describe();
      pop(bulkDialog);
    },
  };
  for (const side of ["a", "b"]) {
    acts[`article-${side}`] = () => {
      if (!current) step(0);
      read(current, current.el.querySelector(`.side.${side} figure`));
    };
  }
  const buttons = new Map();
  for (const button of dock.querySelectorAll("button[data-key]")) {
    buttons.set(button.dataset.key, button);
    button.addEventListener("click", () => button.dataset.verdict ? judge(button.dataset.verdict, button.dataset.reason) : acts[button.dataset.act]());
  }

  // Keys can be switched off: they get in the way of some who speak or touch.
  const remembered = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("keys") !== "off";
      localStorage.setItem("keys", value ? "on" : "off");
    } catch { /* a browser that keeps nothing */ }
    return true;
  };
  let keysOn = remembered();
  const keysButton = byId("keys");
  const showKeys = () => {
    keysButton.setAttribute("aria-checked", String(keysOn));
    dock.classList.toggle("no-keys", !keysOn);
  };
  keysButton.addEventListener("click", () => {
    keysOn = !keysOn;
    remembered(keysOn);
    showKeys();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !reader.hidden && !document.querySelector("dialog[open]")) close();
    if (!keysOn || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea, dialog, [popover]")) return;
    const button = buttons.get(event.key.toLowerCase());
    if (!button || event.repeat && button.dataset.verdict) return;
    event.preventDefault();
    button.click();
  });
  document.addEventListener("click", (event) => {
    const el = event.target.closest("[data-f]");
    if (el && !event.target.closest("a, button, summary, input") && String(getSelection()) === "") go(byFinding.get(el.id.slice(2)), false);
  });

  // Other tabs judge too.
  const sync = async () => {
    const reply = await fetch(`/state?since=${version}`).catch(() => null);
    if (!reply || !reply.ok) return null;
    const state = await reply.json();
    take(state);
    return state;
  };
  setInterval(() => document.visibilityState === "visible" && waiting.then(sync), 4000);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && waiting.then(sync));
  new ResizeObserver(() => document.documentElement.style.setProperty("--dock", `${dock.offsetHeight}px`)).observe(dock);

  sync().then((state) => {
    if (!state) return;
    if (state.unread > 0) say(`${state.unread} ${state.unread === 1 ? "line" : "lines"} of the file can't be read, and stays as it is.`, true);
    dock.hidden = false;
    document.documentElement.dataset.review = "ready";
    showKeys();
    filters.read(); // the verdicts are known now
    if (byFinding.has(location.hash.slice(3))) go(byFinding.get(location.hash.slice(3)));
  });
})();
