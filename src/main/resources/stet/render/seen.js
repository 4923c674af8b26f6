() => {
  // Runs in a world of its own: the page's scripts neither see nor change what is here, but the
  // document they share. Reads what is to be seen of the page, and writes it as a page without
  // scripts.
  const KEPT_UNSEEN = new Set(["META", "LINK", "TITLE", "BASE"]);
  const LEFT_OUT = new Set([
    "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "OBJECT", "EMBED", "CANVAS", "AUDIO", "INPUT", "TEXTAREA", "SELECT"
  ]);
  const VOID = new Set([
    "AREA", "BASE", "BR", "COL", "HR", "IMG", "LINK", "META", "SOURCE", "TRACK", "WBR"
  ]);
  const DEEPEST = 500;
  let changes = 0;
  let watched = [];

  const observer = new MutationObserver((list) => { changes += list.length; });
  const watch = (root) => {
    if (!watched.includes(root) && watched.length < 2000) {
      watched.push(root);
      observer.observe(root, { subtree: true, childList: true, characterData: true });
    }
  };
  watch(document);

  // Closed trees by their hosts, as the browser's debugger hands them over.
  const closed = new WeakMap();
  const shadow = (element) => element.shadowRoot || closed.get(element) || null;
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const quoted = (text) => escaped(text).replace(/"/g, "&quot;");

  class TooLong extends Error {}

  const write = (out, text) => {
    out.length += text.length;
    if (out.length > out.most) throw new TooLong();
    out.parts.push(text);
  };

  const attributes = (out, element) => {
    for (const { name, value } of element.attributes) {
      if (/^[a-z][a-z0-9:_-]*$/i.test(name) && !/^on|^style$/i.test(name)) {
        write(out, " " + name + "=\"" + quoted(value) + "\"");
      }
    }
  };

  const children = (out, nodes, depth, visible) => {
    for (const child of nodes) node(out, child, depth + 1, visible);
  };

  const inner = (out, element, depth, visible) => {
    const tree = shadow(element);
    if (tree) {
      watch(tree);
      children(out, tree.childNodes, depth, visible);
    } else if (element.tagName === "SLOT" && element.assignedNodes) {
      const given = element.assignedNodes();
      children(out, given.length ? given : element.childNodes, depth, visible);
    } else {
      children(out, element.childNodes, depth, visible);
    }
  };

  const node = (out, at, depth, visible) => {
    if (at.nodeType === 3) {
      if (visible) write(out, escaped(at.data));
      return;
    }
    if (at.nodeType !== 1 || depth > DEEPEST) return;
    const tag = at.tagName.toUpperCase();
    if (tag === "SCRIPT") {
      if (/^application\/ld\+json/i.test(at.type)) {
        write(out, "<script type=\"application/ld+json\">");
        write(out, at.textContent.replace(/<\/(script)/gi, "<\\/$1"));
        write(out, "</script>");
      }
      return;
    }
    if (LEFT_OUT.has(tag)) return;
    const style = KEPT_UNSEEN.has(tag) ? null : getComputedStyle(at);
    if (style && style.display === "none") return;
    const shown = style ? style.visibility === "visible" : visible;
    const name = tag === "SLOT" ? "span" : tag.toLowerCase();
    if (!/^[a-z][a-z0-9-]*$/.test(name)) return;
    write(out, "<" + name);
    attributes(out, at);
    write(out, ">");
    if (VOID.has(tag)) return;
    inner(out, at, depth, shown);
    write(out, "</" + name + ">");
  };

  const page = (most) => {
    const out = { parts: [], length: 0, most };
    write(out, "<!DOCTYPE html>\n<html");
    attributes(out, document.documentElement);
    write(out, "><head>");
    for (const child of document.head ? document.head.childNodes : []) {
      if (child.nodeType === 1 && (KEPT_UNSEEN.has(child.tagName) || child.tagName === "SCRIPT")) {
        if (child.tagName === "TITLE") write(out, "<title>" + escaped(child.textContent) + "</title>");
        else if (!/charset|http-equiv/i.test(child.outerHTML.slice(0, 200)) || child.tagName === "SCRIPT") {
          node(out, child, 0, true);
        }
      }
    }
    write(out, "</head>");
    if (document.body) node(out, document.body, 0, true);
    write(out, "</html>\n");
    return out.parts.join("");
  };

  const root = () => document.scrollingElement || document.documentElement;

  // What lies over the page and asks for consent. A tree may be closed to the page and open to people.
  const trees = () => {
    const found = [document];
    for (let i = 0; i < found.length && found.length < 500; i++) {
      for (const element of [...found[i].querySelectorAll("*")].slice(0, 50000)) {
        if (shadow(element)) found.push(shadow(element));
      }
    }
    return found;
  };
  const area = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return style.visibility === "visible" && style.display !== "none" ? box.width * box.height : 0;
  };
  const all = (selector, among) => {
    const found = [];
    for (const tree of among) {
      try { found.push(...tree.querySelectorAll(selector)); } catch (e) { /* Not of this browser. */ }
    }
    return found;
  };
  const up = (element) => element.parentElement || (element.getRootNode().host || null);
  const overlay = (element) => {
    for (let at = element, n = 0; at && n < 40; at = up(at), n++) {
      const position = getComputedStyle(at).position;
      if (position === "fixed" || position === "sticky" || at.matches("dialog,[role=dialog],[role=alertdialog],[aria-modal=true]")) {
        return at;
      }
    }
    return null;
  };
  const written = (element) =>
    (element.innerText || element.value || "").trim().toLowerCase().replace(/\s+/g, " ");
  const refusing = (rules) => {
    const among = trees();
    for (const selector of rules.click) {
      const found = all(selector, among).find((e) => area(e) > 0);
      if (found) return found;
    }
    for (const button of all("button,a,[role=button],input[type=button],input[type=submit]", among).slice(0, 3000)) {
      if (area(button) === 0 || !rules.button.includes(written(button))) continue;
      const over = overlay(button);
      const text = over ? (over.innerText || "").toLowerCase().slice(0, 5000) : "";
      if (rules.about.some((word) => text.includes(word))) return button;
    }
    return null;
  };

  globalThis.stet = {
    refuse: (rules) => {
      const button = refusing(rules);
      if (button) button.click();
      return button !== null;
    },
    uncover: (rules) => {
      let covered = 0;
      const among = trees();
      for (const selector of rules.hide) {
        for (const element of all(selector, among)) {
          if (area(element) > 0) covered++;
          element.style.setProperty("display", "none", "important");
        }
      }
      if (covered > 0) {
        for (const element of [document.documentElement, document.body]) {
          if (element && getComputedStyle(element).overflowY === "hidden") {
            element.style.setProperty("overflow", "visible", "important");
          }
        }
      }
      return covered;
    },
    changes: () => changes,
    open: (tree) => { closed.set(tree.host, tree); },
    scroll: (screen) => {
      const height = innerHeight;
      const end = root().scrollHeight;
      if ((screen - 1) * height >= end) return false;
      scrollTo(0, screen * height);
      return true;
    },
    top: () => { scrollTo(0, 0); return true; },
    still: () => {
      for (const animation of document.getAnimations()) {
        try { animation.finish(); } catch (e) { animation.cancel(); }
      }
      return true;
    },
    seen: (most) => {
      let html = "";
      try {
        html = page(most);
      } catch (e) {
        if (!(e instanceof TooLong)) throw e;
      }
      return { html, width: root().clientWidth, height: root().scrollHeight };
    }
  };
  return true;
}
