// Judges a typed answer as words/typed.py does, by the same rules (words/typed.json):
// step by step the same, so that a page says what a notebook says.

function judge(task, text, rules) {
  class Unreadable extends Error {
    constructor(why, facts = {}) {
      super(why);
      this.facts = facts;
    }
  }
  const WIDEST = 8; // words of one name or term
  const reply = (name, given = "", facts = {}) => ({ reply: name, given, facts });
  const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const sign = (replacement) => replacement.replace(/\\(\d)/g, "$$$1");
  // Beside a word stands neither a letter nor a digit, of any script.
  const WORD = (words) => new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "u");
  const unique = (list) => [...new Set(list)];

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
    const raised = new RegExp(own.raised).test(words);
    words = clean(words);
    if (raised || has(words, own.refused)) throw new Unreadable("no-number");
    words = inDigits(words);
    if (new RegExp(own.two_times).test(words)) throw new Unreadable("no-number");
    const share = units.includes("percent") || units.includes("points");
    const ratio = words.match(new RegExp(own.ratio));
    const fraction = words.match(new RegExp(own.fraction)) ?? (share ? ratio : null);
    if (fraction) {
      if (!Number(fraction[2])) throw new Unreadable("no-number");
      words = words.replace(fraction[0], () => ` ${(Number(fraction[1]) / Number(fraction[2])).toFixed(12)} `);
    } else if (ratio) words = words.replace(ratio[0], () => ratio[1]);
    // Of several, the one with a unit that is asked for, or what stands outside of brackets.
    const found = [words, words.replace(new RegExp(rules.set.aside, "g"), " ")].map((part) => {
      const all = [...part.matchAll(new RegExp(own.number, "g"))];
      const after = (one) => part.slice(one.index + one[0].length, one.index + one[0].length + 14);
      return all.length > 1 ? all.filter((one) => unitsIn(after(one), true).some((unit) => units.includes(unit))) : all;
    }).find((one) => one.length === 1);
    if (!found) throw new Unreadable("no-number");
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
      else if (Object.hasOwn(own.times, bare)) {
        if (!run) {
          if (result.length && result.at(-1) !== "a") throw new Unreadable("no-number");
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
  const two = (number) => String(Number(number)).padStart(2, "0");
  function shapeOf(words) {
    const own = rules.date;
    words = clean(words);
    if (has(words, own.refused)) throw new Unreadable("no-day");
    for (const [pattern, to] of own.clean) words = words.replace(new RegExp(pattern, "g"), sign(to));
    const months = (words.match(/[a-z]{3,}/g) ?? []).flatMap((word) =>
      own.months.flatMap((name, place) => (name.startsWith(word === "sept" ? "sep" : word) ? [`m${place + 1}`] : [])),
    );
    const pointed = new RegExp(own.pointed).test(words) ? ["."] : [];
    return [...unique(months), ...(words.match(/[0-9]+/g) ?? []), ...pointed].join(" ");
  }
  const yearOf = (digits) => {
    const number = Number(digits);
    if (digits.length === 4) return number;
    return digits.length === 2 ? (number < 70 ? 2000 : 1900) + number : 0;
  };
  const dayOf = ([year, month, day]) => {
    const one = new Date(Date.UTC(yearOf(year), month - 1, day));
    const real = yearOf(year) >= 1000 && one.getUTCMonth() === month - 1 && one.getUTCDate() === Number(day);
    return real ? `${yearOf(year)}-${two(month)}-${two(day)}` : null;
  };
  function readDate(text) {
    const shape = shapeOf(text);
    for (const [pattern, ...orders] of rules.date.days) {
      const found = shape.match(new RegExp(pattern));
      const days = unique(orders.map((order) => found && dayOf([...order].map((place) => found[place]))).filter(Boolean)).sort();
      if (days.length === 1) return days[0];
      if (days.length) throw new Unreadable("two-days", { first: days[0], second: days[1] });
    }
    throw new Unreadable(rules.date.no_day.find(([pattern]) => new RegExp(pattern).test(shape))[1]);
  }
  function readMonth(text) {
    const shape = shapeOf(text);
    if (new RegExp(rules.date.day).test(shape)) return readDate(text).slice(0, 7);
    for (const [pattern, year, month] of rules.date.month) {
      const found = shape.match(new RegExp(pattern));
      if (!found || found[month] < 1 || found[month] > 12) continue;
      const number = year && yearOf(found[year]);
      return number ? `${number}-${two(found[month])}` : two(found[month]);
    }
    throw new Unreadable("no-month");
  }

  // Letters.
  function readChoice(text) {
    const own = rules.choice;
    const words = plain(text);
    const known = task.options.map(([letter]) => letter);
    if (has(words, rules.negation) && words.length < 12) throw new Unreadable("no-letter");
    const letter = words.match(new RegExp(own.before + own.letter));
    if (letter) {
      if (known.length && !known.includes(letter[1])) throw new Unreadable("no-such-letter", { letters: known.join(", ") });
      return letter[1];
    }
    const typed = tokensOf(words).join(" ");
    const same = task.options.filter(([, option]) => typed && tokensOf(option).join(" ").includes(typed));
    if (same.length === 1 && (typed.length > 7 || typed.includes(" "))) return same[0][0];
    const first = words.match(new RegExp(own.before + own.letter_first));
    if (first && known.includes(first[1])) {
      const rest = first[2].match(/(?<![\p{L}\p{N}])[a-z](?![\p{L}\p{N}])/gu) ?? [];
      if (!rest.some((one) => known.includes(one) && one !== "a" && one !== first[1])) return first[1];
    }
    const named = words.match(new RegExp(own.before + own.place));
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
  function findThings(tokens) {
    const hits = [];
    task.things.forEach(({ words }, place) => {
      for (const spelling of words) {
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
    return [found, used.size < tokens.length];
  }
  function isPerson(tokens, name) {
    const isInitial = (one) => one.length === 1 && one.charCodeAt(0) < 128;
    const [initials, full, left] = [tokens.filter(isInitial), tokens.filter((one) => !isInitial(one)), [...name]];
    for (const one of full) {
      const place = left.findIndex((word) => one === word.join("") || word.includes(one));
      if (place < 0) return false;
      const [word] = left.splice(place, 1);
      if (one !== word.join("")) left.push(word.filter((part) => part !== one));
    }
    const wanted = sorted(left.flat().map((part) => part[0]));
    const shorter = sorted(left.map(([part]) => part[0]));
    return full.length > 0 && (!initials.length || [wanted, shorter].includes(sorted(initials)) || (full.length > 1 && !left.length));
  }
  function named(tokens) {
    const words = core(tokens);
    const [found, more] = findThings(words);
    if (has(tokens.join(" "), rules.negation)) return [[], false];
    // One word of a name beside words that are nobody's is somebody else.
    const sure = found.filter(([place, size]) => size > 1 || !more || !task.things[place].people.length);
    if (sure.length) return [unique(sure.map(([place]) => place)), false];
    const meant = [...task.people.keys()].filter((n) => task.people[n].some((name) => isPerson(words, name)));
    const places = [...task.things.keys()].filter((n) => task.things[n].people.some((one) => meant.includes(one)));
    return meant.length > 1 ? [[], places.length > 0] : [places, false];
  }
  const told = (number, given) => reply(number ? `mistake ${number}` : "correct", given);
  const numberOf = (places) => task.places.findIndex((one) => one.join() === places.join());
  // The other name of a sentence that says the question's again: Ann met Bob.
  function besideAsked(tokens) {
    for (const pattern of rules.asked) {
      for (const name of task.asked) {
        const found = tokens.join(" ").match(new RegExp(pattern.replace("{name}", () => escaped(name))));
        if (found) return found[1].split(" ");
      }
    }
    return tokens;
  }
  function judgeText() {
    const [tokens, given] = [besideAsked(tokensOf(text)), plain(text)];
    if (!tokens.length) throw new Unreadable("empty");
    const [found, unclear] = named(tokens);
    const exact = task.things.findIndex((thing) => thing.known.includes(given));
    const number = numberOf(exact < 0 ? found : [exact]);
    if (number >= 0) return told(number, given);
    return unclear ? reply("which", given, { name: given }) : reply("not yet", given);
  }
  function judgeSet() {
    const own = rules.set;
    const words = clean(text).replace(new RegExp(own.aside, "g"), " ");
    const cut = (pattern) => words.split(new RegExp(pattern)).filter((one) => tokensOf(one).length);
    const pieces = cut(own.strong).length > 1 ? cut(own.strong) : cut(own.weak);
    const [found, all, unclear] = [[], [], []];
    for (const piece of pieces) {
      const tokens = tokensOf(piece);
      if (tokens.every((one) => rules.fillers.includes(one)) || task.beside.some((name) => sameWords(core(tokens), name))) continue;
      const [places, which] = named(tokens);
      found.push(...places);
      if (which) unclear.push(plain(piece));
      else if (!places.length) all.push(plain(piece));
    }
    const [places, extra] = [unique(found).sort((one, other) => one - other), unique(all)];
    const names = task.things.map((thing) => thing.name);
    const given = [...places.map((n) => plain(names[n])), ...unclear, ...extra].sort(byCode).join("; ");
    if (!given) throw new Unreadable("empty");
    const number = numberOf(places);
    if (number >= 0 && !extra.length && !unclear.length) return told(number, given);
    const [wanted] = task.places;
    const right = places.filter((n) => wanted.includes(n)).map((n) => names[n]);
    const other = [...places.filter((n) => !wanted.includes(n)).map((n) => names[n]), ...extra];
    const missing = wanted.length - right.length;
    const said = { right: right.length && missing, extra: other.length, which: unclear.length, missing };
    const facts = { right: right.join(", "), extra: other.join(", "), which: unclear.join(", "), missing: String(missing) };
    return reply(`set ${Object.keys(said).filter((name) => said[name]).join(" ")}`, given, facts);
  }
  const byCode = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  // Judging.
  function judgeNumber() {
    const read = readNumber(text, task.units);
    const own = task.units.some((unit) => read.units.includes(unit));
    const given = String(Number(read.value.toPrecision(10)));
    // Half the tolerance, so that near misses are not taken for another mistake.
    const far = (value, number) => task.tolerance / (number ? 2 : 1) + 1e-6 * Math.max(1, Math.abs(value));
    const found = task.values.findIndex((value, number) => (number || !read.units.length || own) && Math.abs(read.value - value) <= far(value, number));
    if (found >= 0) return told(found, given);
    if (read.units.length && task.units.length && !own) return reply("unit", `${given} ${read.units[0]}`, { unit: read.units[0] });
    return reply("not yet", given);
  }
  function judgeSame() {
    const given = { choice: readChoice, date: readDate, month: readMonth }[task.type](text);
    const number = task.values.findIndex((value) => value.endsWith(given));
    return number < 0 ? reply("not yet", given) : told(number, given);
  }
  try {
    const size = [...text].length;
    if (size > rules.longest) throw new Unreadable("long", { size: String(size) });
    return ({ number: judgeNumber, set: judgeSet, text: judgeText }[task.type] ?? judgeSame)();
  } catch (error) {
    if (error instanceof Unreadable) return reply(`unreadable ${error.message}`, "", error.facts);
    throw error;
  }
}

export default { judge };
