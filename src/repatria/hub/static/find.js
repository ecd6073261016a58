// Finding a line by number, code or name in any script, with the hub switched off. What is typed is folded by the same
// tables and rules as repatria.names folds the list; a test holds the two against each other.

const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u0301\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u0640\u064b-\u065f\u0670]/g;
const APOSTROPHES = /['’ʼ`´ʹ′‘ʾʿʻ"“”]/g;
const LATIN = "aceiopxykmtbhjs";
const CYRILLIC = "асеіорхукмтвнјѕ";
const WORDS = /[\s,.;:/()_\-‐–—]+/;
const KEPT = new Set(["الله", "الياس", "الهام", "الفت", "ali", "aly", "alaa", "ala", "elias", "elyas", "allah", "alan"]);
const LITTLE = new Set(["بن", "ابن", "بنت", "bin", "ben", "ibn", "bint", "al", "el", "бин", "ибн", "аль", "ال"]);
const CODE = /[A-Z]{2,4}-\d{3,5}-\d/;

const count = (word, pattern) => (word.match(pattern) || []).length;

export function clean(written) {
  return written.normalize("NFKC").replace(UNSEEN, "").toLowerCase();
}

function scriptOf(word) {
  const counts = [
    ["cyrillic", count(word, /[\u0400-\u052f]/g)],
    ["latin", count(word, /[A-Za-z\u00c0-\u024f]/g)],
    ["arabic", count(word, /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]/g)],
  ];
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best), ["other", 0])[0];
}

function oneScript(word) {
  word = word.replace(APOSTROPHES, "");
  const latin = count(word, /[A-Za-z\u00c0-\u024f]/g);
  const cyrillic = count(word, /[\u0400-\u052f]/g);
  if (!latin || !cyrillic) return word;
  const [from, to] = cyrillic >= latin ? [LATIN, CYRILLIC] : [CYRILLIC, LATIN];
  return [...word].map((letter) => (from.includes(letter) ? to[from.indexOf(letter)] : letter)).join("");
}

export class Folding {
  constructor(tables) {
    const pairs = (name) => new Map(tables[name].map((row) => [row[0], row[1] || ""]));
    this.slavicLetters = pairs("slavic_letters");
    this.slavicLatin = pairs("slavic_latin");
    this.arabicLetters = new Map(tables.arabic_letters.map((row) => [row[0], [row[1] || "", row[2] || ""]]));
    this.arabicLatin = pairs("arabic_latin");
    this.slavicPattern = Folding.pattern(this.slavicLatin);
    this.arabicPattern = Folding.pattern(this.arabicLatin);
  }

  static pattern(sounds) {
    const longest = [...sounds.keys()].sort((a, b) => b.length - a.length);
    return new RegExp(longest.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "gu");
  }

  sounds(word) {
    word = oneScript(word);
    let spelled = [...word].map((letter) => this.slavicLetters.get(letter) ?? letter).join("");
    if (/[^\x00-\x7f]/.test(spelled) || spelled === word) spelled = this.latinSounds(spelled);
    spelled = spelled.replaceAll("ts", "c").replace(/(.)\1+/g, "$1");
    return spelled.replace(/i(?=[aou])/g, "").replace(/(.)\1+/g, "$1");
  }

  latinSounds(word) {
    const all = new RegExp(`${this.slavicPattern.source}|.`, "gu");
    const spelled = (word.match(all) || []).map((part) => this.slavicLatin.get(part) || this.plain(part)).join("");
    return word.endsWith("c") && spelled ? `${spelled.slice(0, -1)}c` : spelled;
  }

  plain(letter) {
    const base = [...letter.normalize("NFD")][0];
    return this.slavicLatin.get({ ł: "l", đ: "d", ø: "o", ı: "i" }[base] || base) || "";
  }

  consonants(word) {
    word = this.withoutArticle(word);
    const script = scriptOf(word);
    if (script === "arabic") {
      return this.fromArabic(word.replace(/^عبدال(?=..)/, "عبد").replace(/(?<=..)الدين$/, "دين"));
    }
    return this.fromLatin(script === "cyrillic" ? fromCyrillic(word) : word);
  }

  withoutArticle(word) {
    if (KEPT.has(word)) return word;
    if (word.startsWith("al-")) return word.slice(3);
    if (scriptOf(word) === "arabic") return word.replace(/^ال(?=...)/, "");
    if (word.length >= 6) word = word.replace(/^[ae]l(?=[bcdfghjkmnpqrstvwxyz]..)/, "");
    return word.replace(/^[ae](?=([^aeiouyl])\1)/, "");
  }

  fromArabic(word) {
    const letters = [...word];
    return letters.map((letter, at) => {
      const [consonant, vowel] = this.arabicLetters.get(letter) || ["", ""];
      const silent = vowel && consonant && at > 0;
      const unheard = "هح".includes(letter) && at === letters.length - 1 && at > 1;
      const finalYa = "ىي".includes(letter) && at === letters.length - 1 && at > 0;
      return finalYa || unheard || silent ? "" : consonant;
    }).join("");
  }

  fromLatin(word) {
    word = word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ı", "i");
    word = word.replace(/(.)\1+/g, (_all, letter) => ("aeiou".includes(letter) ? letter + letter : letter));
    word = word.replace(/^[aeu][bp]d[aeou]l(?=[bcdfghjkmnpqrstvwxyz])/, "abd");
    word = word.replace(/^[aeu][bp]d[aeou]l(?=[aeiou])(?!(?<=l)[aeo]h?[aei]?$)/, "abd");
    word = word.replace(/(?<![a-z])ou(?=[aei])/g, "w");
    if (word.length > 3 && word.endsWith("h") && "aeiou".includes(word.at(-2))) word = word.slice(0, -1);
    word = word.replace(this.arabicPattern, (found) => this.arabicLatin.get(found));
    return [...word].filter((letter, at) => /[a-z]/i.test(letter) && !"aeiou".includes(letter) && !("yw".includes(letter) && at > 0)).join("");
  }

  keys(written) {
    const words = clean(written).split(WORDS).filter((word) => word && !LITTLE.has(word));
    return words.map((word) => [`s:${this.sounds(word)}`, `a:${this.consonants(oneScript(word))}`]);
  }
}

const RUSSIAN = Object.fromEntries(
  [..."абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"].map((letter, at) => [
    letter, "a b v g g d e e o j z i i i i k l m n o p r s t u f kh ts ch sh sh  i  e iu ia".split(" ")[at],
  ]),
);
const fromCyrillic = (word) => [...word].map((letter) => RUSSIAN[letter] ?? letter).join("");

// One slip of the pen: a letter more, less, other, or two exchanged.
export function oneSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) { endA -= 1; endB -= 1; }
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === [...restB].reverse().join("");
}

function worth(typed, keys) {
  let best = 0;
  for (const key of typed) {
    if (key.length < 3) continue;
    for (const known of keys) {
      if (known.slice(0, 2) !== key.slice(0, 2)) continue;
      // Consonants alone are few: they weigh less than sounds.
      const weight = key[0] === "s" ? 1 : 0.8;
      if (known === key) best = Math.max(best, 4 * weight);
      else if (key.length > 4 && known.startsWith(key)) best = Math.max(best, 3 * weight);
      else if (key.length > 5 && oneSlip(known, key)) best = Math.max(best, 2 * weight);
    }
  }
  return best;
}

// A number, a code, or words: the lines that fit, the likeliest first.
export function find(typed, lines, folding) {
  const asked = typed.trim().toUpperCase();
  const code = asked.match(CODE);
  if (code) return lines.filter((line) => line.code === code[0]);
  if (/^\d{1,5}$/.test(asked)) return lines.filter((line) => line.number === Number(asked));
  const words = folding.keys(typed);
  if (!words.length) return [];
  const all = lines.map((line) => ({ line, found: words.map((word) => worth(word, line.keys)) }));
  const whole = all.filter(({ found }) => found.every(Boolean));
  return (whole.length ? whole : all.filter(({ found }) => found.some(Boolean)))
    .map(({ line, found }) => ({ line, sum: found.reduce((a, b) => a + b, 0) }))
    .sort((a, b) => b.sum - a.sum || a.line.number - b.line.number)
    .slice(0, 12)
    .map(({ line }) => line);
}
