// What all parts of the extension share: the settings, and the one server that is asked.

export const api = globalThis.browser ?? globalThis.chrome;

const PATIENCE = 10_000;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The settings; `base` is empty until somebody has set it. */
export async function settings() {
  const { base = "", token = "" } = await api.storage.local.get(["base", "token"]);
  return { base, token };
}

/**
 * The address of a server as it is kept, with a slash at its end.
 *
 * Every address that is visited is sent there, so it must not be readable on the way.
 */
export function normalized(address) {
  let url;
  try {
    url = new URL(address.trim());
  } catch {
    throw new Error("That is no address such as https://desk.example/.");
  }
  const own = url.protocol === "http:" && LOOPBACK.has(url.hostname);
  if (url.protocol !== "https:" && !own) {
    throw new Error("Only https, or http on this machine: every address that you visit is sent there.");
  }
  return url.origin + url.pathname.replace(/\/*$/, "/");
}

/** What the browser has to allow so that the server can be asked. Firefox takes no port here. */
export function hostPattern(base) {
  const url = new URL(base);
  return `${url.protocol}//${url.hostname}/*`;
}

/** The address of a page as the server is told it; null where nothing is asked about it. */
export function askable(tab, base) {
  if (!tab || tab.incognito || !base || !/^https?:\/\//.test(tab.url ?? "")) {
    return null;
  }
  const url = new URL(tab.url);
  if (url.href.startsWith(base)) {
    return null;
  }
  url.hash = "";
  url.username = "";
  url.password = "";
  return url.href;
}

/** Asks; what a browser says of an answer that did not come means nothing to a reader. */
async function reach(url, request) {
  try {
    return await fetch(url, request);
  } catch (problem) {
    throw new Error(
      problem.name === "TimeoutError"
        ? "Your stet did not answer in time."
        : "Your stet cannot be reached, or its address leads elsewhere."
    );
  }
}

async function ask({ base, token }, path, request = {}) {
  const headers = { Accept: "application/json", ...request.headers };
  if (token) {
    headers.Authorization = `Bearer ${token}`;
  }
  const response = await reach(base + path, {
    ...request,
    headers,
    cache: "no-cache",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE),
  });
  const told = await response.json().catch(() => ({}));
  if (told.schema !== "stet/1") {
    throw new Error("There is no stet at that address.");
  } else if (response.status === 404) {
    return null;
  } else if (!response.ok) {
    throw new Error(told.detail || `The server answers with ${response.status}.`);
  }
  return told;
}

/** What the server keeps of a page; null where it keeps nothing. */
export function find(server, url) {
  return ask(server, `api/v1/find?url=${encodeURIComponent(url)}`);
}

/** Has the server check a page; what came of it, in words. Needs an editor's token. */
export async function track(server, url) {
  const told = await ask(server, "api/v1/track", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ urls: [url] }),
  });
  const outcome = told?.addresses?.[0];
  if (!outcome) {
    throw new Error("The server cannot track pages.");
  }
  if (outcome.outcome === "refused") {
    throw new Error(`It is not tracked: ${outcome.detail}.`);
  }
  return outcome.outcome === "tracked" ? "It is tracked now." : "It was tracked already.";
}

/** Labels in words, the one first that says whether the publisher said so. */
export function labels(found) {
  return found.labels.map((l) => l.label.replaceAll("-", " "));
}

/** How often a page changed, and how it did last. */
export function summary(found) {
  const versions = found.counts.versions;
  const count = versions === 1 ? "1 version" : `${versions} versions`;
  const last = labels(found).join(", ");
  return last ? `${count}; last change: ${last}` : count;
}
