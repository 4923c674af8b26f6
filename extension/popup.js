// What is kept of the page in the tab whose button was pressed.

import { api, askable, find, labels, settings, track } from "./stet.js";

const part = (id) => document.getElementById(id);

function say(id, text) {
  part(id).textContent = text;
  part(id).hidden = false;
}

function shown(window) {
  const from = new Date(window.not_before);
  const to = new Date(window.not_after);
  return `Changed between ${from.toLocaleString()} and ${to.toLocaleString()}.`;
}

function showFound(server, found) {
  const versions = found.counts.versions;
  say("headline", found.headline || found.article.uri);
  say("told", versions === 1 ? "One version was seen." : `${versions} versions were seen.`);
  if (found.labels.length > 0) {
    say("labels", `Last change: ${labels(found).join(", ")}`);
    part("labels").classList.toggle("silent", found.labels[0].label === "silent");
  }
  if (found.changed) {
    say("changed", shown(found.changed));
  }
  part("article").href = `${server.base}a/${encodeURIComponent(found.article.key)}/`;
  part("article").hidden = false;
}

async function trackIt(server, url) {
  if (!server.token) {
    // Without a token nobody but the server's own page may write.
    await api.tabs.create({ url: `${server.base}add?url=${encodeURIComponent(url)}` });
    return;
  }
  part("track").disabled = true;
  try {
    say("told", await track(server, url));
  } catch (problem) {
    say("told", problem.message);
    part("track").disabled = false;
  }
}

async function begin() {
  part("options").addEventListener("click", () => api.runtime.openOptionsPage());
  const server = await settings();
  if (!server.base) {
    say("told", "Tell it first where your stet is. Until then nothing is sent.");
    return;
  }
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  const url = askable(tab, server.base);
  if (!url) {
    say("told", "Nothing is asked about this page.");
    return;
  }
  part("track").addEventListener("click", () => trackIt(server, url));
  part("track").hidden = false;
  try {
    const found = await find(server, url);
    if (found) {
      showFound(server, found);
    } else {
      say("told", "Nothing is kept of this page.");
    }
  } catch (problem) {
    say("told", problem.message);
  }
}

begin();
