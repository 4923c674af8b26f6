// Filters the headlines that stand on the page. It asks for nothing and keeps nothing; without it
// all headlines are there in the order of the alphabet.
"use strict";
(() => {
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const form = document.getElementById("search");
  const field = document.getElementById("q");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const sections = [...document.querySelectorAll("section.letter")].map((section) => ({
    section,
    rows: [...section.querySelectorAll("li")].map((row) => ({ row, text: fold(row.textContent) })),
  }));
  const search = () => {
    const words = fold(field.value).split(/\s+/u).filter((word) => word !== "");
    let count = 0;
    let all = 0;
    for (const { section, rows } of sections) {
      let shown = 0;
      for (const { row, text } of rows) {
        const hit = words.every((word) => text.includes(word));
        row.hidden = !hit;
        shown += hit ? 1 : 0;
      }
      section.hidden = shown === 0;
      count += shown;
      all += rows.length;
    }
    document.getElementById("letters").hidden = words.length > 0;
    found.textContent = words.length > 0 ? `${count} of ${all} headlines` : "";
    if (more !== null) {
      more.hidden = words.length === 0;
      more.hash = "q=" + encodeURIComponent(field.value);
    }
  };
  const asked = /^#q=(.*)$/u.exec(location.hash);
  if (asked !== null) {
    try {
      field.value = decodeURIComponent(asked[1]);
    } catch {
      field.value = "";
    }
  }
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", search);
  search();
})();
