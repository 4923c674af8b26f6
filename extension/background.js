// The badge on the button: the number of versions of the page in the tab that is looked at.

import { api, askable, find, settings, summary } from "./stet.js";

const COLOURS = { silent: "#9c1f12", stamped: "#7a5200", noticed: "#1b6b3a" };
const OTHER = "#4a4742";
const FRESH = 60_000;
const MOST_KEPT = 200;

const kept = new Map();

async function told(server, url) {
  const before = kept.get(url);
  if (before && Date.now() - before.at < FRESH) {
    return before.found;
  }
  const found = await find(server, url);
  kept.delete(url);
  kept.set(url, { at: Date.now(), found });
  if (kept.size > MOST_KEPT) {
    kept.delete(kept.keys().next().value);
  }
  return found;
}

async function show(tabId, text, title, colour) {
  try {
    await api.action.setBadgeText({ tabId, text });
    await api.action.setTitle({ tabId, title });
    if (text) {
      await api.action.setBadgeBackgroundColor({ tabId, color: colour });
      await api.action.setBadgeTextColor({ tabId, color: "#ffffff" });
    }
  } catch {
    // The tab was closed meanwhile.
  }
}

async function look(tabId) {
  const server = await settings();
  const tab = await api.tabs.get(tabId).catch(() => null);
  const url = askable(tab, server.base);
  if (!url) {
    return show(tabId, "", server.base ? "stet" : "stet: not set up yet", OTHER);
  }
  let found;
  try {
    found = await told(server, url);
  } catch (problem) {
    return show(tabId, "", `stet: ${problem.message}`, OTHER);
  }
  const now = await api.tabs.get(tabId).catch(() => null);
  if (askable(now, server.base) !== url) {
    return;
  }
  if (!found) {
    return show(tabId, "", "stet keeps nothing of this page", OTHER);
  }
  const versions = found.counts.versions;
  const colour = COLOURS[found.labels[0]?.label] ?? OTHER;
  return show(tabId, versions > 999 ? "999+" : String(versions), summary(found), colour);
}

async function lookAtAll() {
  kept.clear();
  for (const tab of await api.tabs.query({ active: true })) {
    await look(tab.id);
  }
}

api.tabs.onActivated.addListener(({ tabId }) => look(tabId));
api.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (tab.active && (change.url || change.status === "complete")) {
    look(tabId);
  }
});
api.storage.onChanged.addListener(lookAtAll);
api.permissions.onAdded.addListener(lookAtAll);
api.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === "install") {
    api.runtime.openOptionsPage();
  }
});
