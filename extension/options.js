// Where the server is, and what it is asked with.

import { api, find, hostPattern, normalized, settings } from "./stet.js";

const part = (id) => document.getElementById(id);
const say = (text) => {
  part("told").textContent = text;
};

/** Takes back what was allowed for a server that is asked no more. */
async function takeBack(base) {
  if (base) {
    await api.permissions.remove({ origins: [hostPattern(base)] }).catch(() => {});
  }
}

async function save(event) {
  event.preventDefault();
  let base;
  try {
    base = normalized(part("base").value);
  } catch (problem) {
    say(problem.message);
    return;
  }
  const token = part("token").value.trim();
  // Asked for at once: a browser asks its user only right after a click.
  const allowed = await api.permissions
    .request({ permissions: ["tabs"], origins: [hostPattern(base)] })
    .catch(() => false);
  if (!allowed) {
    say("Your browser does not allow it. Nothing was saved.");
    return;
  }
  const before = await settings();
  await api.storage.local.set({ base, token });
  if (before.base && hostPattern(before.base) !== hostPattern(base)) {
    await takeBack(before.base);
  }
  part("base").value = base;
  try {
    await find({ base, token }, base);
    say("Saved; the server answers.");
  } catch (problem) {
    say(`Saved, but the server does not answer as it should: ${problem.message}`);
  }
}

async function forget() {
  const before = await settings();
  await api.storage.local.clear();
  await takeBack(before.base);
  await api.permissions.remove({ permissions: ["tabs"] }).catch(() => {});
  part("base").value = "";
  part("token").value = "";
  say("Forgotten. Nothing is sent any more.");
}

async function begin() {
  const { base, token } = await settings();
  part("base").value = base;
  part("token").value = token;
  part("form").addEventListener("submit", save);
  part("forget").addEventListener("click", forget);
}

begin();
