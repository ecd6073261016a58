// What is on this tablet, and how it is kept: IndexedDB, every record encrypted (AES-GCM) under a key of its own,
// which is itself encrypted under the PIN (PBKDF2). Without the PIN the disk shows numbers of records and no more.
//
// A wrong PIN never erases anything: a queue of receipts is worth more than a stolen tablet is dangerous. From the
// fifth wrong PIN on each further try has to wait, twice as long each time.

const NAME = "repatria";
const ROUNDS = 600000;
const FREE_TRIES = 4;
const text = new TextEncoder();

export class WrongPin extends Error {}
export class MustWait extends Error {
  constructor(seconds) {
    super();
    this.seconds = seconds;
  }
}

function open() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("head");
      asked.result.createObjectStore("own");
      asked.result.createObjectStore("heard");
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

const bytes = (n) => crypto.getRandomValues(new Uint8Array(n));

async function keyOfPin(pin, salt) {
  const raw = await crypto.subtle.importKey("raw", text.encode(pin.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, raw, { name: "AES-GCM", length: 256 }, false,
    ["encrypt", "decrypt"],
  );
}

// `place` is bound to what is written: a record cannot be moved to another place unseen.
async function seal(key, place, value) {
  const iv = bytes(12);
  const data = text.encode(JSON.stringify(value));
  const options = { name: "AES-GCM", iv, additionalData: text.encode(place) };
  return { iv, data: await crypto.subtle.encrypt(options, key, data) };
}

async function unseal(key, place, sealed) {
  const options = { name: "AES-GCM", iv: sealed.iv, additionalData: text.encode(place) };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(options, key, sealed.data)));
}

export class Vault {
  static async open() {
    const vault = new Vault();
    vault.db = await open();
    vault.lock = (await vault.get("head", "lock")) || null;
    return vault;
  }

  get isMade() {
    return this.lock !== null;
  }

  get isOpen() {
    return Boolean(this.key);
  }

  transact(stores, write, work) {
    return new Promise((done, failed) => {
      // strict: the tablet says "saved" when the disk has it, not when the browser means to write it.
      const all = this.db.transaction(stores, write ? "readwrite" : "readonly", write ? { durability: "strict" } : {});
      const answer = work(all);
      all.oncomplete = () => done(answer && "result" in answer ? answer.result : undefined);
      all.onerror = all.onabort = () => failed(all.error || new Error("not saved"));
    });
  }

  get(store, place) {
    return this.transact([store], false, (all) => all.objectStore(store).get(place));
  }

  async make(pin) {
    const salt = bytes(16);
    const raw = bytes(32);
    const sealed = await seal(await keyOfPin(pin, salt), "key", Array.from(raw));
    this.key = await this.use(raw);
    this.lock = { salt, sealed, wrong: 0, until: 0 };
    await this.saveLock();
  }

  use(raw) {
    return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  }

  saveLock() {
    return this.transact(["head"], true, (all) => all.objectStore("head").put(this.lock, "lock"));
  }

  async unlock(pin) {
    this.lock = await this.get("head", "lock");
    const wait = Math.ceil((this.lock.until - Date.now()) / 1000);
    // A clock set back must not lock the tablet for days: nobody waits longer than the longest wait.
    if (wait > 0 && wait <= 3600) throw new MustWait(wait);
    this.lock.wrong += 1;
    if (this.lock.wrong > FREE_TRIES) {
      const seconds = Math.min(3600, 30 * 2 ** (this.lock.wrong - FREE_TRIES - 1));
      this.lock.until = Date.now() + seconds * 1000;
    }
    await this.saveLock();  // before the PIN is tried: pulling the plug gives no free try
    let raw;
    try {
      raw = new Uint8Array(await unseal(await keyOfPin(pin, this.lock.salt), "key", this.lock.sealed));
    } catch {
      if (this.lock.until > Date.now()) throw new MustWait(Math.ceil((this.lock.until - Date.now()) / 1000));
      throw new WrongPin();
    }
    this.key = await this.use(raw);
    this.lock.wrong = 0;
    this.lock.until = 0;
    await this.saveLock();
  }

  close() {
    this.key = null;
  }

  async putHead(place, value) {
    const sealed = await seal(this.key, `head/${place}`, value);
    await this.transact(["head"], true, (all) => all.objectStore("head").put(sealed, place));
  }

  async getHead(place) {
    const sealed = await this.get("head", place);
    return sealed ? unseal(this.key, `head/${place}`, sealed) : null;
  }

  dropHead(place) {
    return this.transact(["head"], true, (all) => all.objectStore("head").delete(place));
  }

  // A number once used is never used again: `add` fails where something stands already.
  async addOwn(sequence, event) {
    const sealed = await seal(this.key, `own/${sequence}`, event);
    await this.transact(["own"], true, (all) => all.objectStore("own").add({ ...sealed, sent: 0 }, sequence));
  }

  async markSent(sequences) {
    await this.transact(["own"], true, (all) => {
      const store = all.objectStore("own");
      for (const sequence of sequences) {
        const asked = store.get(sequence);
        asked.onsuccess = () => asked.result && store.put({ ...asked.result, sent: 1 }, sequence);
      }
    });
  }

  async addHeard(rows) {
    const sealed = await Promise.all(rows.map(([n, body]) => seal(this.key, `heard/${n}`, body)));
    await this.transact(["heard"], true, (all) => {
      rows.forEach(([n], at) => all.objectStore("heard").put(sealed[at], n));
    });
  }

  async all(store) {
    const [keys, values] = await Promise.all([
      this.transact([store], false, (all) => all.objectStore(store).getAllKeys()),
      this.transact([store], false, (all) => all.objectStore(store).getAll()),
    ]);
    return Promise.all(keys.map(async (place, at) => ({
      place, sent: values[at].sent === 1, value: await unseal(this.key, `${store}/${place}`, values[at]),
    })));
  }
}
