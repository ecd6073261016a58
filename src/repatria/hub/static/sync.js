// Talking to the hub: everything goes to it as often as it takes, and nothing is forgotten before the hub has said
// that it lies on its disk.

const AT_ONCE = 500;
const PATIENCE = 15000;

export class Ended extends Error {}
export class Away extends Error {}
export class Refused extends Error {}

export async function ask(path, body, token = "") {
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}),
        "Accept-Language": document.documentElement.lang },
      body: JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    throw new Away();
  }
  let found = {};
  try {
    found = await answer.json();
  } catch {
    throw new Away();  // something else than the hub answers on this network
  }
  if (answer.status === 401) throw new Ended(found.why);
  if (answer.status === 400) throw new Refused(found.why);
  if (!answer.ok) throw new Away();
  return found;
}

// One exchange; true where more is waiting on either side.
export async function exchange(state) {
  const unsent = [...state.unsent].sort((a, b) => a - b).slice(0, AT_ONCE);
  const found = await ask("/api/sync", {
    events: unsent.map((sequence) => state.own.get(sequence)), made: state.sequence, after: state.after,
  }, state.me.token);
  const turnedAway = found.refused.filter((one) => unsent.includes(one.sequence));
  if (found.heard.length) {
    await state.vault.addHeard(found.heard);
    state.after = found.heard.at(-1)[0];
    found.heard.forEach(([, body]) => state.ledger?.add(JSON.parse(body)));
  }
  if (turnedAway.length) {
    state.refused.push(...turnedAway);
    await state.vault.putHead("refused", state.refused);
  }
  const done = [...found.kept, ...turnedAway.map((one) => one.sequence)];
  if (done.length) await state.vault.markSent(done);
  done.forEach((sequence) => state.unsent.delete(sequence));
  state.offset = Date.parse(found.time) - Date.now();
  state.lastHub = found.time;
  return found.more || state.unsent.size > 0;
}
