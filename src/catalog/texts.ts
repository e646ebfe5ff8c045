import type {Need} from '../model.ts'

/** What is known of the text that a part of an expression matches. */
export interface Texts {
  /** The only strings that it matches, null where there are too many. */
  readonly exact: readonly string[] | null
  /** What any match contains. */
  readonly required: readonly Need[]
  /** What any match begins with, and what any that is not empty ends with; null where that may be anything. */
  readonly begins: readonly string[] | null
  readonly ends: readonly string[] | null
  readonly mayBeEmpty: boolean
}

const mostStrings = 32
/** Of a text this long more is not needed to find it; what is shorter stands everywhere, so rather many that are longer. */
const longEnough = 7
const mostOfShort = 128
const longestSide = 4
const mostChoices = 3

const unknown: Texts = {exact: null, required: [], begins: null, ends: null, mayBeEmpty: true}
/** Of one character that may be any of many. */
export const anyCharacter: Texts = {...unknown, mayBeEmpty: false}
export const nothing = exactly([''])

export function exactly(strings: readonly string[]): Texts {
  return {...unknown, exact: strings, mayBeEmpty: strings.includes('')}
}

/** One of some characters; of many, only that a match begins and ends with one. */
export function oneOf(characters: readonly string[]): Texts {
  if (characters.length <= 4) return exactly(characters)
  return characters.length > mostStrings
    ? anyCharacter
    : {...anyCharacter, begins: characters, ends: characters}
}

/** What any match contains. */
export function requirements({exact, required}: Texts): readonly Need[] {
  if (!exact) return required
  return exact.includes('') ? [] : [one(exact)]
}

/** Strings that contain another one of them say nothing more. */
function one(strings: readonly string[]): Need {
  const any = strings.filter((s, i) => !strings.some((t, j) => s.includes(t) && (s !== t || j < i)))
  return {any, branches: null}
}

export const shortest = (set: readonly string[]) => Math.min(...set.map(s => s.length))

/** Of a part that is matched `least` times or more; `isOnce`: never twice. */
export function repeated(part: Texts, least: number, isOnce: boolean): Texts {
  if (least === 0 && isOnce && part.exact) return exactly([...part.exact, ''])
  const ends = sideOf([part], 'ends')
  if (least === 0) return {...unknown, ends}
  const {mayBeEmpty} = part
  return {exact: null, required: requirements(part), begins: sideOf([part], 'begins'), ends, mayBeEmpty}
}

/** Of either of some parts. */
export function alternatives(parts: readonly Texts[]): Texts {
  if (parts.length === 1) return parts[0]!
  if (parts.every(part => part.exact)) {
    const exact = parts.flatMap(part => part.exact!)
    if (exact.length <= mostStrings) return exactly(exact)
  }
  const begins = sideOf(parts, 'begins')
  const ends = sideOf(parts, 'ends')
  const mayBeEmpty = parts.some(part => part.mayBeEmpty)
  const needs = parts.map(part => requirements(part).toSorted((x, y) => shortest(y.any) - shortest(x.any)))
  if (needs.some(list => !list.length)) return {exact: null, required: [], begins, ends, mayBeEmpty}
  // The best of each branch; and other choices, for what is rare in some data may be common in others.
  const choices = Math.min(mostChoices, Math.max(...needs.map(list => list.length)))
  const required = Array.from({length: choices}, (_, i) =>
    one(needs.flatMap(list => (list[i] ?? list[0]!).any)),
  )
  const first = {...required[0]!, branches: needs}
  return {exact: null, required: [first, ...required.slice(1)], begins, ends, mayBeEmpty}
}

/** Gathers what is known of one part after the other. */
export interface Sequence {
  add(part: Texts): void
  end(): Texts
}

export function sequence(): Sequence {
  /** What the parts since the last gap say, and what stood before them; null where that may be anything. */
  let run: readonly string[] = ['']
  let before: readonly string[] | null = null
  /** Plain characters that every string of `run` goes on with: put there at once, not one by one. */
  let tail = ''
  let isBroken = false
  let mayBeEmpty = true
  let begins: readonly string[] | null = null
  const required: Need[] = []

  const settle = () => {
    if (tail) run = run.map(head => head + tail)
    tail = ''
  }
  const ends = () => (run.includes('') ? before && joined(before, run) : run)
  /** Notes the run; if it is short, with what stood before it and what comes next. */
  const note = (next: readonly string[] | null) => {
    if (run.includes('')) return
    const tails = next && shortest(run) < longEnough && beginsOf(next, mostOfShort / run.length)
    const text = tails ? joined(run, tails) : run
    const heads = before && shortest(text) < longEnough && endsOf(before, mostOfShort / text.length)
    required.push(one(heads ? joined(heads, text) : text))
  }
  const breakOff = (part: Texts) => {
    settle()
    const next = part.mayBeEmpty ? null : (part.exact ?? part.begins)
    note(next)
    if (!isBroken) begins = run.length === 1 && run[0] === '' ? next : run
    isBroken = true
    required.push(...part.required)
    const own = ends()
    const isShort = part.exact !== null && part.exact.length <= mostStrings
    const last =
      isShort || (part.mayBeEmpty && !own)
        ? own
        : part.ends && [...(part.mayBeEmpty ? own! : []), ...part.ends]
    before = last && endsOf(last, mostOfShort)
    run = isShort ? part.exact : ['']
  }

  return {
    add(part) {
      const {exact} = part
      mayBeEmpty &&= part.mayBeEmpty
      if (exact?.length === 1) tail += exact[0]
      else if (exact && exact.length * run.length <= mostStrings) {
        settle()
        run = joined(run, exact)
      } else breakOff(part)
    },
    end() {
      settle()
      if (!isBroken) return exactly(run)
      note(null)
      const last = ends()
      return {
        exact: null,
        required,
        begins: begins && !begins.includes('') ? beginsOf(begins) : null,
        ends: last && endsOf(last),
        mayBeEmpty,
      }
    },
  }
}

const joined = (heads: readonly string[], tails: readonly string[]) =>
  heads.flatMap(head => tails.map(tail => head + tail))

/** What any of the parts may begin or end with; null where that may be anything. */
function sideOf(parts: readonly Texts[], side: 'begins' | 'ends'): string[] | null {
  const texts: string[] = []
  for (const part of parts) {
    const own = part.mayBeEmpty ? null : (part.exact ?? part[side])
    if (!own) return null
    texts.push(...own)
  }
  return side === 'ends' ? endsOf(texts) : beginsOf(texts)
}

function endsOf(strings: readonly string[], most = mostStrings): string[] | null {
  return shortened(strings, most, (text, length) => text.slice(-length))
}

function beginsOf(strings: readonly string[], most = mostStrings): string[] | null {
  return shortened(strings, most, (text, length) => text.slice(0, length))
}

/** A few characters of each string, as many as leave not too many of them; null where there are too many in any case. */
function shortened(
  strings: readonly string[],
  most: number,
  cut: (text: string, length: number) => string,
): string[] | null {
  for (let length = longestSide; length > 0; length--) {
    const sides = [...new Set(strings.map(text => cut(text, length)))]
    if (sides.length <= most) return sides
  }
  return null
}
