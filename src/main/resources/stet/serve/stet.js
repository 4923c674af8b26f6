"use strict";
// Comfort only: every page works without it.
(() => {
  const news = document.getElementById("news");
  if (news && window.EventSource) {
    const source = new EventSource("news?since=" + news.dataset.since);
    source.onmessage = () => {
      // Nothing on the page moves: who reads decides when to load what is new.
      if (!news.firstChild) {
        const link = document.createElement("a");
        link.href = location.href;
        link.textContent = "There are new edits. Show them.";
        news.append(link);
      }
    };
    addEventListener("pagehide", () => source.close());
  }

  const keys = [
    ["j", "next"], ["k", "previous"], ["Enter", "open"],
    ["→", "later revision"], ["←", "earlier revision"], ["/", "search"], ["?", "these keys"]
  ];
  if (document.querySelector(".judge")) {
    keys.push(["1–9", "give that verdict"], ["i", "mark as important"], ["n", "write a note"]);
  }
  const steps = [...document.querySelectorAll(".step")];
  let at = -1;
  const step = (by) => {
    if (!steps.length) return;
    at = Math.min(steps.length - 1, Math.max(0, at + by));
    steps[at].scrollIntoView({ block: "nearest" });
    const link = steps[at].querySelector("a");
    if (link) link.focus();
  };
  // Verdicts are given to the edit that was stepped to, at first the topmost.
  const judge = (press) => {
    const form = steps.length && steps[Math.max(0, at)].querySelector(".judge");
    if (form) press(form);
  };
  const go = (start) => {
    const link = [...document.querySelectorAll("main a")].find((a) => a.textContent.startsWith(start));
    if (link) location.href = link.href;
  };
  const help = () => {
    let dialog = document.getElementById("keys");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.id = "keys";
      dialog.setAttribute("aria-label", "Keys");
      const list = document.createElement("dl");
      for (const [key, what] of keys) {
        const kbd = document.createElement("kbd");
        kbd.textContent = key;
        const dt = document.createElement("dt");
        dt.append(kbd);
        const dd = document.createElement("dd");
        dd.textContent = what;
        list.append(dt, dd);
      }
      const close = document.createElement("button");
      close.type = "button";
      close.textContent = "Close";
      close.onclick = () => dialog.close();
      dialog.append(list, close);
      document.body.append(dialog);
    }
    if (dialog.open) dialog.close(); else dialog.showModal();
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, select, textarea, dialog");
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (/^[1-9]$/.test(event.key)) {
      judge((form) => { const button = form.querySelectorAll("kbd")[event.key - 1]; if (button) button.parentNode.click(); });
    }
    switch (event.key) {
      case "j": step(1); break;
      case "k": step(-1); break;
      case "ArrowLeft": go("Earlier:"); break;
      case "ArrowRight": go("Later:"); break;
      case "?": help(); break;
      case "i": judge((form) => form.elements.important.click()); break;
      case "n": judge((form) => { form.elements.note.focus(); event.preventDefault(); }); break;
      case "/": {
        const field = document.querySelector("input[type=search]");
        if (field) field.focus(); else location.href = document.querySelector("nav a[href$=search]").href;
        event.preventDefault();
        break;
      }
    }
  });
})();
