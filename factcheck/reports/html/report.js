"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filters"), keys = byId("keys"), main = byId("main");
  const count = form.querySelector("output");
  const names = ["verdict", "severity", "kind", "source", "rule", "text"];
  const fields = names.map((name) => form.elements[name]).filter(Boolean);
  const total = document.querySelectorAll("[data-kind]").length;
  const all = `${total.toLocaleString("en")} fact${total === 1 ? "" : "s"}`;
  let facts = null; // read from the page when something is first filtered
  let wanted = ""; // the filters that hold, as the address has them
  let opened = []; // what was opened to show what a filter has left

  // The address: #ID, #name=value&name=value, or both, the ID first.
  function address() {
    const parts = location.hash.slice(1).split("&");
    const id = parts[0].includes("=") ? "" : parts.shift();
    return { id: decode(id), filters: new URLSearchParams(parts.join("&")) };
  }

  function decode(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  function chosen() {
    const filters = new URLSearchParams();
    for (const field of fields) if (field.value.trim()) filters.set(field.name, field.value.trim());
    return filters.toString();
  }

  function choose(filters) {
    for (const field of fields) {
      const value = filters.get(field.name) || "";
      if (field.value.trim() !== value) field.value = value;
    }
  }

  function write(id, keep) {
    const hash = [id, chosen()].filter(Boolean).join("&");
    const url = location.pathname + location.search + (hash ? "#" + hash : "");
    history[keep ? "pushState" : "replaceState"](null, "", url);
  }

  function collect() {
    return Array.from(document.querySelectorAll("[data-kind]"), (part) => ({
      part,
      row: part.id && byId("r-" + part.id),
      verdict: part.dataset.verdict || "single",
      severity: part.dataset.severity || "",
      kind: part.dataset.kind,
      rule: " " + (part.dataset.rule || "") + " ",
      source: " " + part.dataset.source + " ",
      text: null,
    }));
  }

  function asked() {
    const value = (name) => form.elements[name]?.value.trim() || "";
    const source = form.elements.source;
    const number = value("source") ? String(source.selectedIndex - 1) : "";
    const words = value("text").toLowerCase().split(/\s+/).filter(Boolean);
    return (fact) =>
      (!value("verdict") || fact.verdict === value("verdict")) &&
      (!value("severity") || (fact.severity === value("severity") && fact.verdict === "discrepancy")) &&
      (!value("kind") || fact.kind === value("kind")) &&
      (!value("rule") || fact.rule.includes(" " + value("rule") + " ")) &&
      (!number || fact.source.includes(" " + number + " ")) &&
      words.every((word) => (fact.text ??= wording(fact.part)).includes(word));
  }

  // What a fact is searched for: all but what stands around the sentences of its passages.
  function wording(part) {
    let text = part.textContent;
    for (const around of part.querySelectorAll(".around")) text = text.replace(around.textContent, " ");
    return text.toLowerCase();
  }

  function filter() {
    const filters = chosen();
    if (filters === wanted) return;
    wanted = filters;
    facts ??= collect();
    const fits = asked(), full = new Set();
    let left = 0;
    for (const fact of facts) {
      const shown = !filters || fits(fact);
      fact.part.hidden = !shown;
      if (fact.row) fact.row.hidden = !shown;
      if (!shown) continue;
      left += 1;
      for (const part of [fact.part, fact.row])
        for (let around = part?.parentElement; around && around !== main && !full.has(around); around = around.parentElement)
          full.add(around);
    }
    for (const group of opened) group.open = false;
    opened = [];
    for (const around of document.querySelectorAll(".story, .calm, .facts, .group, .alone")) {
      around.hidden = Boolean(filters) && !full.has(around);
      if (filters && !around.hidden && around.matches("details:not([open])")) opened.push(around);
    }
    for (const group of opened) group.open = true;
    for (const line of document.querySelectorAll(".index tbody tr")) line.hidden = byId(line.id.slice(2)).hidden;
    main.classList.toggle("filtered", Boolean(filters));
    for (const field of fields) field.classList.toggle("on", Boolean(field.value.trim()));
    count.textContent = filters ? `${left.toLocaleString("en")} of ${all}` : all;
  }

  function reveal(id) {
    const target = byId(id);
    if (!target) return;
    for (let around = target; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
    document.querySelector(".here")?.classList.remove("here");
    target.classList.add("here");
    target.scrollIntoView();
    requestAnimationFrame(() => target.scrollIntoView()); // what comes into view on the way takes its real size
    target.closest("[tabindex]")?.focus({ preventScroll: true });
  }

  function follow() {
    const { id, filters } = address();
    choose(filters);
    filter();
    if (id) reveal(id);
  }

  function step(by) {
    const cases = Array.from(document.querySelectorAll("article[data-kind]")).filter(
      (part) => !part.closest("[hidden], details:not([open])"));
    const here = document.activeElement?.closest("article") || document.querySelector("article.here");
    const at = cases.indexOf(here);
    const next = cases[at < 0 ? (by > 0 ? 0 : cases.length - 1) : at + by];
    if (!next) return;
    write(next.id, false);
    reveal(next.id);
  }

  function clear() {
    choose(new URLSearchParams());
    write("", false);
    filter();
  }

  function copy(button) {
    const code = button.previousElementSibling;
    const told = (words) => {
      button.textContent = words;
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    };
    const select = () => {
      getSelection().selectAllChildren(code);
      told("Selected");
    };
    if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(() => told("Copied"), select);
    else select();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.classList.contains("copy")) return copy(button);
    if (button?.id === "ask") return keys.showModal();
    if (button?.id === "done") return keys.close();
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = link.getAttribute("href").slice(1);
    if (target.includes("=") || !chosen()) return; // the browser goes there, and "hashchange" does the rest
    event.preventDefault();
    write(target, true);
    reveal(target);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") {
      if (chosen()) clear();
      else if (typing) event.target.blur();
      else return;
    } else if (typing) return;
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") keys.showModal();
    else if (event.key === "/") form.elements.text.select();
    else return;
    event.preventDefault();
  });

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { write("", false); filter(); }, event.target.name === "text" ? 120 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
  addEventListener("hashchange", follow);

  document.documentElement.classList.add("js");
  form.hidden = false;
  count.textContent = all;
  follow();
})();
