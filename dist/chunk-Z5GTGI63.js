import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/catalog/expression.ts
import v8 from "node:v8";

// src/catalog/texts.ts
var unknown = { exact: null, required: [], begins: null, ends: null, mayBeEmpty: !0 }, anyCharacter = { ...unknown, mayBeEmpty: !1 }, nothing = exactly([""]);
function exactly(strings) {
  return { ...unknown, exact: strings, mayBeEmpty: strings.includes("") };
}
function oneOf(characters) {
  return characters.length <= 4 ? exactly(characters) : characters.length > 32 ? anyCharacter : { ...anyCharacter, begins: characters, ends: characters };
}
function requirements({ exact, required }) {
  return exact ? exact.includes("") ? [] : [one(exact)] : required;
}
function one(strings) {
  return { any: strings.filter((s, i) => !strings.some((t, j) => s.includes(t) && (s !== t || j < i))), branches: null };
}
var shortest = (set) => Math.min(...set.map((s) => s.length));
function repeated(part, least, isOnce) {
  if (least === 0 && isOnce && part.exact) return exactly([...part.exact, ""]);
  let ends = sideOf([part], "ends");
  if (least === 0) return { ...unknown, ends };
  let { mayBeEmpty } = part;
  return { exact: null, required: requirements(part), begins: sideOf([part], "begins"), ends, mayBeEmpty };
}
function alternatives(parts) {
  if (parts.length === 1) return parts[0];
  if (parts.every((part) => part.exact)) {
    let exact = parts.flatMap((part) => part.exact);
    if (exact.length <= 32) return exactly(exact);
  }
  let begins = sideOf(parts, "begins"), ends = sideOf(parts, "ends"), mayBeEmpty = parts.some((part) => part.mayBeEmpty), needs = parts.map((part) => requirements(part).toSorted((x, y) => shortest(y.any) - shortest(x.any)));
  if (needs.some((list) => !list.length)) return { exact: null, required: [], begins, ends, mayBeEmpty };
  let choices = Math.min(3, Math.max(...needs.map((list) => list.length))), required = Array.from(
    { length: choices },
    (_, i) => one(needs.flatMap((list) => (list[i] ?? list[0]).any))
  );
  return { exact: null, required: [{ ...required[0], branches: needs }, ...required.slice(1)], begins, ends, mayBeEmpty };
}
function sequence() {
  let run = [""], before = null, tail = "", isBroken = !1, mayBeEmpty = !0, begins = null, required = [], settle = () => {
    tail && (run = run.map((head) => head + tail)), tail = "";
  }, ends = () => run.includes("") ? before && joined(before, run) : run, note = (next) => {
    if (run.includes("")) return;
    let tails = next && shortest(run) < 7 && beginsOf(next, 128 / run.length), text = tails ? joined(run, tails) : run, heads = before && shortest(text) < 7 && endsOf(before, 128 / text.length);
    required.push(one(heads ? joined(heads, text) : text));
  }, breakOff = (part) => {
    settle();
    let next = part.mayBeEmpty ? null : part.exact ?? part.begins;
    note(next), isBroken || (begins = run.length === 1 && run[0] === "" ? next : run), isBroken = !0, required.push(...part.required);
    let own = ends(), isShort = part.exact !== null && part.exact.length <= 32, last = isShort || part.mayBeEmpty && !own ? own : part.ends && [...part.mayBeEmpty ? own : [], ...part.ends];
    before = last && endsOf(last, 128), run = isShort ? part.exact : [""];
  };
  return {
    add(part) {
      let { exact } = part;
      mayBeEmpty &&= part.mayBeEmpty, exact?.length === 1 ? tail += exact[0] : exact && exact.length * run.length <= 32 ? (settle(), run = joined(run, exact)) : breakOff(part);
    },
    end() {
      if (settle(), !isBroken) return exactly(run);
      note(null);
      let last = ends();
      return {
        exact: null,
        required,
        begins: begins && !begins.includes("") ? beginsOf(begins) : null,
        ends: last && endsOf(last),
        mayBeEmpty
      };
    }
  };
}
var joined = (heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail));
function sideOf(parts, side) {
  let texts = [];
  for (let part of parts) {
    let own = part.mayBeEmpty ? null : part.exact ?? part[side];
    if (!own) return null;
    texts.push(...own);
  }
  return side === "ends" ? endsOf(texts) : beginsOf(texts);
}
function endsOf(strings, most = 32) {
  return shortened(strings, most, (text, length) => text.slice(-length));
}
function beginsOf(strings, most = 32) {
  return shortened(strings, most, (text, length) => text.slice(0, length));
}
function shortened(strings, most, cut) {
  for (let length = 4; length > 0; length--) {
    let sides = [...new Set(strings.map((text) => cut(text, length)))];
    if (sides.length <= most) return sides;
  }
  return null;
}

// src/catalog/literals.ts
function requiredLiterals(source) {
  return requirements(parse(source, /["\\<>&]|[^\x20-\x7e]/)).map((need) => [...need.any]).filter((set) => set.every((s) => s.length >= 3)).sort((a, b) => shortest(b) - shortest(a));
}
function requiredText(source) {
  let [first, ...rest] = requirements(parse(source, /[^\x20-\u{10ffff}]/u)).filter((need) => shortest(need.any) > 1).toSorted((a, b) => shortest(b.any) - shortest(a.any));
  return first ? [...rest, first] : [];
}
function parse(source, fragile) {
  return alternation({ source, at: 0, fragile });
}
function alternation(p) {
  let branches = [concatenation(p)];
  for (; p.source[p.at] === "|"; )
    p.at++, branches.push(concatenation(p));
  return alternatives(branches);
}
function concatenation(p) {
  let parts = sequence();
  for (; p.at < p.source.length && p.source[p.at] !== "|" && p.source[p.at] !== ")"; ) parts.add(quantified(p));
  return parts.end();
}
function quantified(p) {
  let part = atom(p), next = p.source[p.at];
  if (next !== "*" && next !== "+" && next !== "?" && next !== "{") return part;
  let quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(p.source.slice(p.at, p.at + 16));
  if (!quantifier) return part;
  p.at += quantifier[0].length;
  let kind = quantifier[0][0], least = kind === "+" ? 1 : kind === "{" ? Number(quantifier[1]) : 0;
  return repeated(part, least, kind === "?");
}
function atom(p) {
  let c = p.source[p.at++];
  if (c === "(") {
    let head = /^\?(?::|<[^>]*>)/.exec(p.source.slice(p.at, p.at + 80));
    head && (p.at += head[0].length);
    let inner = alternation(p);
    return p.at++, inner;
  }
  return c === "[" ? characterClass(p) : c === "." ? anyCharacter : c === "^" || c === "$" ? nothing : c === "\\" ? escapeSequence(p) : literal(p, c);
}
var literal = (p, c) => p.fragile.test(c) ? anyCharacter : exactly([c]);
function escapeSequence(p) {
  let c = p.source[p.at++];
  if (c === "b" || c === "B") return nothing;
  if (c === "d") return oneOf(digits);
  if (/[DsSwWpP]/.test(c))
    return c.toLowerCase() === "p" && p.source[p.at] === "{" && (p.at = p.source.indexOf("}", p.at) + 1), anyCharacter;
  let code = c === "x" ? /^[\da-f]{2}/i.exec(p.source.slice(p.at)) : c === "u" ? /^[\da-f]{4}/i.exec(p.source.slice(p.at)) : null;
  return code ? (p.at += code[0].length, literal(p, String.fromCharCode(Number.parseInt(code[0], 16)))) : c === "n" || c === "r" || c === "t" || c === "f" || c === "v" || c === "0" ? anyCharacter : literal(p, c);
}
function characterClass(p) {
  let start = p.at;
  for (p.source[p.at] === "^" && p.at++; p.at < p.source.length && p.source[p.at] !== "]"; ) p.at += p.source[p.at] === "\\" ? 2 : 1;
  let members = membersOf(p.source.slice(start, p.at++));
  return members && !members.some((c) => p.fragile.test(c)) ? oneOf(members) : anyCharacter;
}
function membersOf(body) {
  let members = /* @__PURE__ */ new Set();
  if (body.startsWith("^")) return null;
  for (let i = 0; i < body.length; i++) {
    let c = body[i];
    if (c === "\\") {
      if (c = body[++i] ?? "", c === "d") for (let digit of digits) members.add(digit);
      else {
        if (/^\w?$/.test(c)) return null;
        members.add(c);
      }
      if (body[i + 1] === "-" && i + 2 < body.length) return null;
      continue;
    }
    if (body[i + 1] !== "-" || i + 2 === body.length) {
      members.add(c);
      continue;
    }
    let last = body.charCodeAt(i + 2);
    if (body[i + 2] === "\\" || last - c.charCodeAt(0) > widest) return null;
    for (let code = c.charCodeAt(0); code <= last; code++) members.add(String.fromCharCode(code));
    i += 2;
  }
  return [...members];
}
var digits = [..."0123456789"], widest = 25;

// src/catalog/expression.ts
var short = 512, retreats = 2e3;
function compile(source) {
  let names = captureNames(source), twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new SyntaxError(`captures \`${twice}\` twice: write two conditions`);
  try {
    let regex = linear(source), known = literalsOf(source);
    return {
      source,
      regex,
      exec: executor(
        source,
        () => regex,
        () => known.needs
      ),
      ...known
    };
  } catch (cause) {
    let why = cause instanceof Error ? cause.message.replace(/^.*\/l?: /s, "") : String(cause);
    throw new SyntaxError(
      why.includes("linear time") ? "cannot run in linear time: look-around, back-references and counted repeats of more than 16 are not allowed" : why,
      { cause }
    );
  }
}
var literalsOf = (source) => ({
  literals: requiredLiterals(source),
  needs: JSON.stringify(requiredText(source))
});
function trusted(source, known = null) {
  let regex = null, slow = () => regex ??= linear(source), own = known, literals = () => (own ??= literalsOf(source), own);
  return {
    source,
    get literals() {
      return literals().literals;
    },
    get needs() {
      return literals().needs;
    },
    get regex() {
      return slow();
    },
    exec: executor(source, slow, () => literals().needs)
  };
}
function executor(source, linear2, needs) {
  let usual = null, needed = null, mayMatch = (text) => (needed ??= JSON.parse(needs()), meets(text, needed));
  return (text) => {
    if (text.length > short) return mayMatch(text) ? linear2().exec(text) : null;
    if (!usual) {
      if (!mayMatch(text)) return null;
      setFlags(), usual = new RegExp(source);
    }
    return usual.exec(text);
  };
}
function meets(text, needs) {
  for (let { any, branches } of needs)
    if (branches ? !branches.some((branch) => meets(text, branch)) : !holdsAny(text, any)) return !1;
  return !0;
}
function holdsAny(text, any) {
  for (let literal2 of any) if (text.includes(literal2)) return !0;
  return !1;
}
function linear(source) {
  return setFlags(), new RegExp(source, "l");
}
var areSet = !1;
function setFlags() {
  areSet || (v8.setFlagsFromString("--enable-experimental-regexp-engine"), v8.setFlagsFromString("--enable-experimental-regexp-engine-on-excessive-backtracks"), v8.setFlagsFromString(`--regexp-backtracks-before-fallback=${retreats}`), areSet = !0);
}
function captureNames(source) {
  return [...source.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map((m) => m[1]);
}

export {
  compile,
  trusted,
  captureNames
};
