// Judges a typed answer as words/typed.py does, by the same rules (words/typed.json):
// step by step the same, so that a page says what a notebook says.

function judge(task, text, rules) {
  class Unreadable extends Error {
    constructor(why, facts = {}) {
      super(why);
      this.why = why;
      this.facts = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, String(fact)]));
    }
  }
  const WIDEST = 8; // words of one name or term
  const reply = (name, given = "", facts = {}) => ({ reply: name, given, facts });
  const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const sign = (replacement) => replacement.replace(/\\(\d)/g, "$$$1");
  // Beside a word stands neither a letter nor a digit, of any script.
  const WORD = (words) => new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "u");
  const unique = (list) => [...new Set(list)];
  const split = (cell, by) => cell.split(by).map((one) => one.trim()).filter(Boolean);

  // What all answers go through.
  const clean = (words) => {
    words = words.normalize("NFKC").toLowerCase();
    for (const [pattern, to] of rules.clean) words = words.replace(new RegExp(pattern, "g"), sign(to));
    return words.trim();
  };
  const letters = (words) => words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  const plain = (words) =>
    letters(clean(words)).split(/\s+/).filter(Boolean).join(" ").replace(/^[ .,;:!?'"()[\]]+|[ .,;:!?'"()[\]]+$/g, "");
  const tokensOf = (words) => plain(words).split(new RegExp(rules.between_words)).filter(Boolean);
  const has = (words, list) => list.some((one) => WORD(escaped(one)).test(words) || (one === "n't" && words.includes("n't")));

  // Numbers.
  function readNumber(words, units) {
    const own = rules.number;
    words = clean(words);
    if (has(words, own.refused)) throw new Unreadable("no-number");
    words = inDigits(words);
    const share = units.includes("percent") || units.includes("points");
    const ratio = words.match(new RegExp(own.ratio));
    const fraction = words.match(new RegExp(own.fraction)) ?? (share ? ratio : null);
    if (fraction) {
      if (!Number(fraction[2])) throw new Unreadable("no-number");
      words = words.replace(fraction[0], () => ` ${(Number(fraction[1]) / Number(fraction[2])).toFixed(12)} `);
    } else if (ratio) words = words.replace(ratio[0], () => ratio[1]);
    let found = [...words.matchAll(new RegExp(own.number, "g"))];
    if (found.length > 1) {
      const after = (one) => words.slice(one.index + one[0].length, one.index + one[0].length + 14);
      found = found.filter((one) => unitsIn(after(one), true).some((unit) => units.includes(unit)));
    }
    if (found.length !== 1) throw new Unreadable("no-number");
    const digits = found[0][0].replaceAll(" ", "").replaceAll("'", "");
    const whole = new RegExp(`^(?:${own.thousands})$`).test(found[0][0].replace("+ ", "").replace("- ", ""));
    let value = Number(digits.replaceAll(",", whole ? "" : "."));
    if (!Number.isFinite(value)) throw new Unreadable("not-finite");
    if (units.includes("change") && value > 0 && has(words, own.falls)) value = -value;
    let written = unitsIn(words);
    if (written.includes("percent") && units.includes("points")) {
      value /= 100;
      written = written.filter((unit) => unit !== "percent");
    }
    return { value, units: written.sort() };
  }
  function inDigits(words) {
    const own = rules.number;
    const result = [];
    // A run of number words is the thousands so far and what is below them.
    let run = null;
    let pointed = false;
    for (const one of [...words.replace(/(?<=\p{L})-(?=\p{L})/gu, " ").split(/\s+/).filter(Boolean), ""]) {
      const bare = one.replace(/^[.,;:!?()'"]+|[.,;:!?()'"]+$/g, "");
      if (Object.hasOwn(own.words, bare) && pointed) result[result.length - 1] += own.words[bare];
      else if (Object.hasOwn(own.words, bare)) run = run ? [run[0], run[1] + own.words[bare]] : [0, own.words[bare]];
      else if (Object.hasOwn(own.times, bare) && (run || result.at(-1) === "a")) {
        if (!run) {
          run = [0, 1];
          result.pop();
        }
        const size = own.times[bare];
        run = size > 100 ? [run[0] + run[1] * size, 0] : [run[0], run[1] * size];
      } else if (bare === "and" && run && run[0] + run[1] >= 100) continue;
      else {
        if (run) result.push(String(run[0] + run[1]));
        pointed = own.point.includes(bare) && run !== null;
        if (pointed) result[result.length - 1] += ".";
        else result.push(one);
        run = null;
      }
    }
    let text = result.join(" ");
    for (const [word, size] of Object.entries(own.dozen)) text = text.replace(new RegExp(WORD(`(?:an? )?${word}`), "gu"), String(size));
    for (const [word, size] of Object.entries(own.parts)) {
      text = text.replace(new RegExp(WORD(`(?:([0-9]+) |an? )?${word}`), "gu"), (_, count) => `${count ?? 1}/${size}`);
    }
    return text;
  }
  function unitsIn(words, first = false) {
    const hit = (word) => {
      if (word === "%" || word === "$") return first ? words.trimStart().startsWith(word) : words.includes(word);
      return new RegExp(`${first ? "^[ (-]*" : "(?<!\\p{L})"}${escaped(word)}(?!\\p{L})`, "u").test(words);
    };
    return Object.entries(rules.units).filter(([, list]) => list.some(hit)).map(([unit]) => unit);
  }

  // Dates: a day is a text such as 2012-07-01, a month one such as 2012-07 or 07.
  const two = (number) => String(number).padStart(2, "0");
  function dateParts(words) {
    const own = rules.date;
    words = clean(words);
    if (has(words, own.refused)) throw new Unreadable("no-day");
    for (const [pattern, to] of own.clean) words = words.replace(new RegExp(pattern, "g"), sign(to));
    const months = new Set();
    for (const word of words.match(/[a-z]{3,}/g) ?? []) {
      own.months.forEach((name, place) => name.startsWith(word === "sept" ? "sep" : word) && months.add(place + 1));
    }
    return [words, [...months], words.match(/[0-9]+/g) ?? []];
  }
  const yearOf = (digits) => {
    const number = Number(digits);
    if (digits.length === 4) return number;
    return digits.length === 2 ? (number < 70 ? 2000 : 1900) + number : 0;
  };
  const dayOf = ([year, month, day]) => {
    const one = new Date(Date.UTC(2000, 0, 1));
    one.setUTCFullYear(year, month - 1, day);
    const real = year >= 1000 && year <= 9999 && one.getUTCMonth() === month - 1 && one.getUTCDate() === day;
    return real ? `${year}-${two(month)}-${two(day)}` : null;
  };
  function readDate(text) {
    const [words, months, digits] = dateParts(text);
    let readings = [];
    if (months.length === 1 && digits.length === 2) {
      let [first, second] = digits;
      if (first.length === 4 || second.length < 2) [first, second] = [second, first];
      readings = [[yearOf(second), months[0], Number(first)]];
    } else if (!months.length && digits.length === 1 && digits[0].length === 8) {
      const one = digits[0];
      const cut = (...ends) => ends.map(([from, to]) => Number(one.slice(from, to)));
      readings = [cut([0, 4], [4, 6], [6, 8])];
      if (!dayOf(readings[0]) || readings[0][0] > 2999) readings = [cut([4, 8], [2, 4], [0, 2])];
    } else if (!months.length && digits.length === 3) {
      const [first, second, third] = digits;
      if (first.length === 4) {
        readings = [digits.map(Number)];
        if (!dayOf(readings[0])) readings = [[first, third, second].map(Number)];
      } else if (third.length === 2 || third.length === 4) {
        readings = [[yearOf(third), Number(second), Number(first)]];
        // Where a point stands between them, the day comes first.
        if (!/[0-9]\. ?[0-9]+\. ?[0-9]/.test(words) || !dayOf(readings[0])) readings.push([yearOf(third), Number(first), Number(second)]);
      }
    }
    const days = unique(readings.map(dayOf).filter(Boolean)).sort();
    if (days.length === 1) return days[0];
    if (days.length) throw new Unreadable("two-days", { first: days[0], second: days[1] });
    if (months.length === 1 && digits.length === 1 && digits[0].length < 3) throw new Unreadable("no-year");
    if (months.length <= 1 && digits.length === 1 && digits[0].length === 4) throw new Unreadable("no-single-day");
    throw new Unreadable("no-day");
  }
  function readMonth(text) {
    const [, months, digits] = dateParts(text);
    let [month, year] = [0, 0];
    if (months.length > 1 || digits.length > 3) throw new Unreadable("no-month");
    if (months.length) {
      const years = digits.filter((one) => one.length === 4);
      const only = digits.length === 1 && digits[0].length === 2 ? digits[0] : null;
      [month, year] = [months[0], yearOf(years[0] ?? only ?? "")];
    } else if (digits.length === 1 && Number(digits[0]) >= 1 && Number(digits[0]) <= 12) month = Number(digits[0]);
    else if (digits.length === 2 && digits.every((one) => [1, 2, 4].includes(one.length))) {
      const [first, second] = digits[1].length > 2 || digits[0].length < 4 ? digits : [digits[1], digits[0]];
      [month, year] = [Number(first), yearOf(second)];
    } else if (digits.length === 3) {
      const day = readDate(text);
      [year, month] = day.split("-").map(Number);
    } else throw new Unreadable("no-month");
    if (month < 1 || month > 12) throw new Unreadable("no-month");
    return year ? `${year}-${two(month)}` : two(month);
  }

  // Letters.
  function readChoice(text) {
    const own = rules.choice;
    const words = plain(text);
    const known = task.options.map(([letter]) => letter);
    if (has(words, rules.negation) && words.length < 12) throw new Unreadable("no-letter");
    const letter = words.match(new RegExp(own.letter));
    if (letter) {
      if (known.length && !known.includes(letter[1])) throw new Unreadable("no-such-letter", { letters: known.join(", ") });
      return letter[1];
    }
    const typed = tokensOf(words).join(" ");
    const same = task.options.filter(([, option]) => typed && tokensOf(option).join(" ").includes(typed));
    if (same.length === 1 && (typed.length > 7 || typed.includes(" "))) return same[0][0];
    const first = words.match(new RegExp(own.letter_first));
    if (first && known.includes(first[1])) {
      const rest = first[2].match(/(?<![\p{L}\p{N}])[a-z](?![\p{L}\p{N}])/gu) ?? [];
      if (!rest.some((one) => known.includes(one) && one !== "a" && one !== first[1])) return first[1];
    }
    const named = words.match(new RegExp(own.place));
    const place = (named && Object.hasOwn(own.places, named[1]) && own.places[named[1]]) || 0;
    if (place && place <= known.length) return known.at(place > 0 ? place - 1 : place);
    throw new Unreadable("no-letter");
  }

  // Names and terms.
  const consumes = (tokens, target) =>
    tokens.length
      ? tokens.some((one, n) => target.startsWith(one) && consumes([...tokens.slice(0, n), ...tokens.slice(n + 1)], target.slice(one.length)))
      : !target;
  const sorted = (words) => [...words].sort().join("");
  const sameWords = (tokens, spelling) => {
    const [typed, whole] = [tokens.join(""), spelling.join("")];
    if (sorted(typed) === sorted(whole)) return consumes(tokens, whole);
    return typed === `${whole}s`;
  };
  const core = (tokens) => {
    const left = tokens.filter((one) => ![rules.fillers, rules.titles, rules.countries].some((list) => list.includes(one)));
    return left.length ? left : tokens;
  };
  const spellingsOf = (thing) => split(thing, "|");
  const alike = (thing, other) => spellingsOf(thing).some((one) => spellingsOf(other).some((two) => plain(one) === plain(two)));
  function findThings(tokens, things) {
    const hits = [];
    things.forEach((spellings, place) => {
      for (const spelling of spellings) {
        for (let start = 0; start < tokens.length; start += 1) {
          for (let end = start + 1; end <= Math.min(start + WIDEST, tokens.length); end += 1) {
            if (sameWords(tokens.slice(start, end), spelling)) hits.push([-spelling.join("").length, place, start, end, spelling.length]);
          }
        }
      }
    });
    hits.sort((one, other) => one.map((value, n) => value - other[n]).find(Boolean) ?? 0);
    const [used, found] = [new Set(), []];
    for (const [, place, start, end, size] of hits) {
      const range = Array.from({ length: end - start }, (_, n) => start + n);
      if (range.some((n) => used.has(n))) continue;
      for (const n of range) used.add(n);
      found.push([place, size]);
    }
    return [found, tokens.filter((_, n) => !used.has(n))];
  }
  function isPerson(tokens, name) {
    const words = name.split(/\s+/).filter(Boolean).map(tokensOf);
    const free = new Map(words.map((word, n) => [n, [word.join(""), ...word]]));
    let full = 0;
    const initials = [];
    for (const one of tokens) {
      if (one.length === 1 && one.charCodeAt(0) < 128) {
        initials.push(one);
        continue;
      }
      const place = [...free.keys()].find((n) => free.get(n).includes(one));
      if (place === undefined) return false;
      full += 1;
      const forms = free.get(place).slice(1).filter((form) => form !== one);
      free.delete(place);
      if (forms.length && one !== words[place].join("")) free.set(place, [forms.join(""), ...forms]);
    }
    if (!full) return false;
    if (!initials.length) return true;
    const left = [...free.values()];
    const wanted = sorted(left.flatMap((forms) => forms.slice(1).map((form) => form[0])));
    const shorter = sorted(left.map((forms) => forms[0][0]));
    return [wanted, shorter].includes(sorted(initials)) || (full > 1 && !left.length);
  }
  function named(tokens, things) {
    const words = core(tokens);
    const spelled = things.map((thing) => spellingsOf(thing).map((one) => core(tokensOf(one))));
    const [found, rest] = findThings(words, spelled);
    if (has(tokens.join(" "), rules.negation)) return [[], false];
    const known = new Set(task.people.flat().map(plain));
    // One word of a name beside words that are nobody's is somebody else.
    const sure = found.filter(([place, size]) => size > 1 || !rest.length || !spellingsOf(things[place]).some((one) => known.has(plain(one))));
    if (sure.length) return [unique(sure.map(([place]) => place)), false];
    const meant = task.people.filter((names) => names.some((name) => isPerson(words, name)));
    const places = things
      .map((thing, place) => (meant.some((names) => names.some((name) => spellingsOf(thing).some((one) => plain(one) === plain(name)))) ? place : -1))
      .filter((place) => place >= 0);
    return meant.length > 1 ? [[], places.length > 0] : [places, false];
  }
  function judgeText() {
    const tokens = tokensOf(text);
    if (!tokens.length) throw new Unreadable("empty");
    const given = plain(text);
    const things = [task.value, ...task.mistakes.map(([value]) => value)];
    const exact = things.findIndex((thing) => spellingsOf(thing).some((one) => plain(one) === given));
    let [found, unclear] = named(tokens, things);
    if (exact >= 0) found = [exact];
    if (found.length === 1) return reply(found[0] ? `mistake ${found[0]}` : "correct", given);
    return unclear ? reply("which", given, { name: given }) : reply("not yet", given);
  }
  function judgeSet() {
    const own = rules.set;
    const words = clean(text).replace(new RegExp(own.aside, "g"), " ");
    const cut = (pattern) => words.split(new RegExp(pattern)).filter((one) => tokensOf(one).length);
    let pieces = cut(own.strong);
    if (pieces.length === 1 || !new RegExp(own.strong).test(words)) pieces = cut(own.weak);
    if (!pieces.length) throw new Unreadable("empty");
    const [wanted, things, wrong] = [split(task.value, ";"), [], []];
    for (const value of [task.value, ...task.mistakes.map(([value]) => value)]) {
      const places = new Set();
      for (const one of split(value, ";")) {
        const known = things.findIndex((thing) => alike(one, thing));
        if (known < 0) things.push(one);
        places.add(known < 0 ? things.length - 1 : known);
      }
      wrong.push([...places].sort((one, other) => one - other).join());
    }
    const [found, extra, unclear] = [[], [], []];
    const beside = (tokens) => task.beside.some((name) => sameWords(core(tokens), core(tokensOf(name))));
    for (const piece of pieces) {
      const tokens = tokensOf(piece);
      if (tokens.every((one) => rules.fillers.includes(one)) || beside(tokens)) continue;
      const [places, which] = named(tokens, things);
      found.push(...places);
      if (which) unclear.push(plain(piece));
      else if (!places.length) extra.push(plain(piece));
    }
    const places = unique(found).sort((one, other) => one - other);
    const names = things.map((thing) => spellingsOf(thing)[0]);
    const given = [...places.map((n) => plain(names[n])), ...unclear, ...unique(extra)].sort(byCode).join("; ");
    if (!given) throw new Unreadable("empty");
    const right = places.filter((n) => n < wanted.length);
    const other = [...places.filter((n) => n >= wanted.length).map((n) => names[n]), ...unique(extra)];
    const missing = wanted.length - right.length;
    if (!missing && !other.length && !unclear.length) return reply("correct", given);
    const mistake = extra.length || unclear.length ? -1 : wrong.indexOf(places.join(), 1);
    if (mistake > 0) return reply(`mistake ${mistake}`, given);
    const said = { right: right.length && missing, extra: other.length, which: unclear.length, missing };
    const facts = { right: right.map((n) => names[n]).join(", "), extra: other.join(", "), which: unclear.join(", "), missing: String(missing) };
    return reply(`set ${Object.keys(said).filter((name) => said[name]).join(" ")}`, given, facts);
  }
  const byCode = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  // Judging.
  function judgeNumber() {
    const read = readNumber(text, task.units);
    const own = task.units.some((unit) => read.units.includes(unit));
    const given = String(Number(read.value.toPrecision(10)));
    const values = [task.value, ...task.mistakes.map(([value]) => value)].map(Number);
    for (const [number, value] of values.entries()) {
      // Half the tolerance, so that near misses are not taken for another mistake.
      const far = task.tolerance / (number ? 2 : 1) + 1e-6 * Math.max(1, Math.abs(value));
      if (Math.abs(read.value - value) > far) continue;
      if (number) return reply(`mistake ${number}`, given);
      if (!read.units.length || own) return reply("correct", given);
    }
    if (read.units.length && task.units.length && !own) return reply("unit", `${given} ${read.units[0]}`, { unit: read.units[0] });
    return reply("not yet", given);
  }
  function judgeSame() {
    const given = { choice: readChoice, date: readDate, month: readMonth }[task.type](text);
    const values = [task.value, ...task.mistakes.map(([value]) => value)].map((value) => value.split("|")[0]);
    const same = { choice: (value) => plain(value) === given, date: (value) => readDate(value) === given, month: (value) => readMonth(value).endsWith(given) };
    const number = values.findIndex(same[task.type]);
    return reply(number < 0 ? "not yet" : number ? `mistake ${number}` : "correct", given);
  }
  try {
    const size = [...text].length;
    if (size > rules.longest) throw new Unreadable("long", { size });
    return ({ number: judgeNumber, set: judgeSet, text: judgeText }[task.type] ?? judgeSame)();
  } catch (error) {
    if (error instanceof Unreadable) return reply(`unreadable ${error.why}`, "", error.facts);
    throw error;
  }
}

export default { judge };
