// The decisions on a proof: what is accepted and rejected, how the text looks then, and their export.
// It changes no text but through textContent, so that nothing in an article can become markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);

  const notes = []; // every note of the page, in its order
  data.files.forEach((file, f) =>
    file.notes.forEach((note, n) => {
      const element = byId(`note-${f}-${n}`);
      const marks = file.marks.flatMap((mark, m) => (n in mark.edits ? [{ mark, element: byId(`mark-${f}-${m}`) }] : []));
      notes.push({ ...note, f, n, element, marks, verdict: null, choice: 0, seen: true });
    }),
  );
  const order = new Map(notes.map((note) => [note.element, note]));
  notes.sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const index = new Map(notes.map((note) => [`${note.f} ${note.n}`, note]));
  const at = (f, n) => index.get(`${f} ${n}`);
  const noteOf = (element) => order.get(element.closest(".note"));

  let current = null;
  const past = []; // what undo goes back to: [note, verdict, choice] for each change of a step

  // ---- what the text looks like ----

  const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffc]/gu;
  const visible = (text) =>
    text.replace(ACTING, (letter) => {
      const code = letter.codePointAt(0);
      if (code === 0xfffc) return "▢";
      if (code < 0x20 || code === 0x7f) return code < 0x20 ? String.fromCodePoint(0x2400 + code) : "␡";
      return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
    });
  const LONG = 240;
  const shown = (text, blank) => {
    const letters = Array.from(text);
    if (letters.length > LONG)
      text = `${letters.slice(0, LONG / 2).join("").trimEnd()} … ${letters.slice(-LONG / 2).join("").trimStart()}`;
    text = visible(text.replaceAll("\n", "↵"));
    return blank ? text.replaceAll(" ", "·") : text;
  };

  const touches = ([a, b], [c, d]) => (a === b || c === d ? (a === c && b === d) || (c < a && a < d) || (a < c && c < b) : a < d && c < b);
  // Two edits that want the same words; the same edit twice is no quarrel.
  const quarrel = (one, other) => touches(one, other) && String(one) !== String(other);
  const splice = (old, edits) => {
    const letters = Array.from(old); // offsets count code points
    for (const [start, end, text] of [...edits].sort((a, b) => b[0] - a[0] || b[1] - a[1])) letters.splice(start, end - start, text);
    return letters.join("");
  };

  // The edits that stand in a mark: those that were accepted, then those that are still proposed, where they fit.
  const standing = (mark, own) => {
    const made = [];
    const wanted = [...own.filter((note) => note.verdict === "accept"), ...own.filter((note) => !note.verdict && note.wins && note.seen)];
    for (const note of wanted) {
      const edits = mark.edits[note.n][note.choice] || [];
      if (!edits.some((edit) => made.some((other) => touches(edit, other)))) made.push(...edits);
    }
    return made;
  };

  const put = (parent, name, text) => {
    const child = document.createElement(name);
    child.textContent = text;
    parent.append(child);
  };

  const setMark = ({ mark, element }, f) => {
    const own = Object.keys(mark.edits).map((n) => at(f, Number(n)));
    const seen = own.filter((note) => note.seen);
    const verdicts = new Set(own.map((note) => note.verdict));
    const verdict = verdicts.size === 1 ? [...verdicts][0] : null;
    const edits = standing(mark, own);
    const words = element.querySelector(".words");
    words.replaceChildren();
    const next = edits.length ? splice(mark.old, edits) : null;
    const blank = !(mark.old + (next ?? "")).trim();
    const bare = (text) => (mark.old.trim() && mark.old.endsWith(" ") ? text.replace(/ +$/, "") : text); // the space stands after the number
    if (next !== null) {
      const later = bare(next);
      if (mark.old && (verdict !== "accept" || !later)) put(words, "del", shown(bare(mark.old), blank));
      if (later) put(words, "ins", shown(later, blank));
    } else if (verdict === "reject" || !seen.length || own.some((note) => note.puts.length)) words.append(shown(bare(mark.old), false));
    else put(words, "mark", shown(bare(mark.old), false));
    element.classList.toggle("accept", verdict === "accept");
    element.classList.toggle("reject", verdict === "reject");
    element.classList.toggle("off", !seen.length && !own.some((note) => note.verdict));
    element.classList.toggle("now", own.includes(current));
  };

  const draw = (note) => {
    note.element.hidden = !note.seen;
    for (const [verdict, name] of [["accept", "accept"], ["reject", "reject"]]) {
      note.element.classList.toggle(name, note.verdict === verdict);
      const button = note.element.querySelector(`button.${name}`);
      if (button) button.setAttribute("aria-pressed", String(note.verdict === verdict));
    }
    const radio = note.element.querySelectorAll("input[type=radio]")[note.choice];
    if (radio) radio.checked = true;
    const now = note === current;
    note.element.classList.toggle("now", now);
    if (now) note.element.setAttribute("aria-current", "true");
    else note.element.removeAttribute("aria-current");
    note.marks.forEach((mark) => setMark(mark, note.f));
  };

  const count = () => {
    const decided = notes.filter((note) => note.verdict).length;
    const hidden = notes.filter((note) => !note.seen).length;
    byId("progress").textContent = notes.length ? `${decided} of ${notes.length} decided${hidden ? `, ${hidden} hidden` : ""}.` : "";
    byId("undo").disabled = !past.length;
    byId("export").disabled = !decided;
  };

  // ---- decisions ----

  const say = (text) => { byId("news").textContent = text; };
  const change = (note, verdict, choice, step) => {
    step.push([note, note.verdict, note.choice]);
    note.verdict = verdict;
    note.choice = choice;
  };
  // Accepting takes back what was accepted for the same words.
  const rivals = (note, choice) =>
    notes.filter((other) => other !== note && other.f === note.f && other.verdict === "accept" &&
      note.marks.some(({ mark }) => other.n in mark.edits &&
        (mark.edits[note.n][choice] || []).some((edit) => (mark.edits[other.n][other.choice] || []).some((theirs) => quarrel(edit, theirs)))));
  const decide = (note, verdict, choice = note.choice) => {
    if (!note || (verdict === "accept" && !note.puts.length)) return;
    const step = [];
    if (verdict === "accept") rivals(note, choice).forEach((other) => change(other, null, other.choice, step));
    change(note, verdict, choice, step);
    past.push(step);
    step.forEach(([changed]) => draw(changed));
    say(`note ${note.n + 1} ${verdict ? `${verdict}ed` : "open again"}${step.length > 1 ? "; another repair of the same words is open again" : ""}`);
    keep();
    count();
  };
  const undo = () => {
    const step = past.pop();
    if (!step) return;
    for (const [note, verdict, choice] of step.reverse()) {
      note.verdict = verdict;
      note.choice = choice;
      draw(note);
    }
    filter();
    go(step[step.length - 1][0]);
    say("undone");
    keep();
    count();
  };

  const exported = () => ({
    mtcheck: "decisions",
    version: data.version,
    folder: data.folder,
    files: data.files.map((file, f) => ({
      path: file.path, from: file.from, format: file.format, encoding: file.encoding, source: file.source,
      decisions: notes.filter((note) => note.f === f && note.verdict).map((note) => ({
        fingerprint: note.fingerprint, occurrence: note.occurrence, rule: note.rule, text: note.text,
        verdict: note.verdict, put: note.verdict === "accept" ? note.puts[note.choice] : "",
      })),
    })).filter((file) => file.decisions.length),
  });
  const save = () => {
    if (byId("export").disabled) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(exported(), null, 1)}\n`], { type: "application/json" }));
    link.download = "mtcheck-decisions.json";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    say("decisions exported");
  };

  // ---- what is kept in the browser: by the fingerprints, so that another report of the same text finds it again ----

  const KEY = `mtcheck ${data.folder} ${data.files.map((file) => file.path).join("\n")}`;
  const name = (note) => `${data.files[note.f].path}\n${note.fingerprint} ${note.occurrence}`;
  const keep = () => {
    try {
      const verdicts = notes.filter((note) => note.verdict || note.choice).map((note) => [name(note), [note.verdict, note.choice]]);
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(verdicts)));
    } catch { /* a browser that keeps nothing: the export still works */ }
  };
  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "{}");
      for (const note of notes) {
        const [verdict, choice] = kept[name(note)] || [null, 0];
        if (["accept", "reject", null].includes(verdict) && choice >= 0 && choice < Math.max(note.puts.length, 1))
          if (verdict !== "accept" || note.puts.length) Object.assign(note, { verdict, choice });
      }
    } catch { /* nothing is recalled */ }
  };

  // ---- moving ----

  const make = (note) => {
    const before = current;
    current = note;
    if (before) draw(before);
    draw(note);
    document.querySelectorAll(".source .now").forEach((sentence) => sentence.classList.remove("now"));
    const sentence = note.at !== null && note.element.closest(".row").querySelector(`.source [data-at="${note.at}"]`);
    if (sentence) sentence.classList.add("now");
    byId("thumb-accept").disabled = !note.puts.length;
    byId("thumb-reject").textContent = note.puts.length ? "Reject" : "Dismiss";
  };
  const go = (note) => {
    if (!note) return;
    make(note);
    note.element.focus({ preventScroll: true });
    const narrow = matchMedia("(max-width: 46rem)").matches;
    (narrow ? note.element : note.marks[0]?.element ?? note.element).scrollIntoView({ block: narrow ? "end" : "center" });
  };
  const seen = () => notes.filter((note) => note.seen);
  const move = (by) => {
    const all = seen();
    if (!all.length) return say("no note is shown");
    const place = all.indexOf(current);
    go(all[place < 0 ? (by > 0 ? 0 : all.length - 1) : (place + by + all.length) % all.length]);
  };
  const onward = (verdict) => {
    const note = current;
    if (!note) return move(1);
    if (verdict === "accept" && !note.puts.length) return say("there is no repair to accept; reject dismisses it");
    decide(note, note.verdict === verdict ? null : verdict);
    const all = seen();
    const later = all.slice(all.indexOf(note) + 1).find((other) => !other.verdict) ?? all.find((other) => !other.verdict);
    if (note.verdict && later) go(later);
    else if (note.verdict) say("every note is decided; e exports the decisions");
  };

  // ---- filter ----

  const form = byId("filter");
  const filter = () => {
    const claims = new Set([...form.elements.safety].filter((box) => box.checked).map((box) => box.value));
    const { rule, confidence, state, least } = form.elements;
    least.value = `${confidence.value}%`;
    for (const note of notes) {
      note.seen = claims.has(note.safety) && (!rule.value || note.rule === rule.value) &&
        Math.floor(note.confidence * 100 + 1e-9) >= Number(confidence.value) &&
        (!state.value || (note.verdict ?? "open") === state.value);
    }
    if (current && !current.seen) {
      const old = current;
      current = null;
      draw(old);
    }
    notes.forEach(draw);
    count();
  };
  form.addEventListener("input", filter);
  byId("show-all").addEventListener("click", () => {
    form.reset();
    filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const showFilter = () => {
    form.hidden = !form.hidden;
    byId("show-filter").setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.elements.rule.focus();
  };

  // ---- events ----

  const main = byId("proofs");
  main.addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark");
    if (mark) {
      event.preventDefault();
      const under = notes.filter((note) => note.seen && note.marks.some(({ element }) => element === mark));
      go(under[(under.indexOf(current) + 1) % under.length]);
      return;
    }
    const note = noteOf(event.target);
    if (!note) return;
    const button = event.target.closest("button");
    if (button) {
      const verdict = button.classList.contains("accept") ? "accept" : "reject";
      decide(note, note.verdict === verdict ? null : verdict);
    } else if (!event.target.closest("label")) go(note);
  });
  main.addEventListener("change", (event) => {
    const note = noteOf(event.target);
    if (note && event.target.type === "radio") decide(note, note.verdict, Number(event.target.value));
  });
  main.addEventListener("focusin", (event) => {
    const note = noteOf(event.target);
    // only for the keyboard: a note that opened under a finger would move the button away
    if (note && note !== current && event.target.matches(":focus-visible")) make(note);
  });

  const help = byId("help");
  const keys = {
    j: () => move(1), n: () => move(1), k: () => move(-1), p: () => move(-1),
    a: () => onward("accept"), y: () => onward("accept"), r: () => onward("reject"), x: () => onward("reject"),
    u: undo, f: showFilter, e: save, "?": () => help.showModal(),
  };
  for (let digit = 1; digit <= 9; digit += 1)
    keys[digit] = () => { if (current && digit <= current.puts.length && current.puts.length > 1) decide(current, current.verdict, digit - 1); };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || !byId("keys").checked) return;
    if (event.target.matches("input:not([type=radio]):not([type=checkbox]), select, textarea")) return;
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  byId("show-filter").addEventListener("click", showFilter);
  byId("show-help").addEventListener("click", keys["?"]);
  byId("undo").addEventListener("click", undo);
  byId("export").addEventListener("click", save);
  byId("thumb-previous").addEventListener("click", () => move(-1));
  byId("thumb-next").addEventListener("click", () => move(1));
  byId("thumb-accept").addEventListener("click", () => onward("accept"));
  byId("thumb-reject").addEventListener("click", () => onward("reject"));

  document.documentElement.classList.remove("still");
  recall();
  filter();
})();
