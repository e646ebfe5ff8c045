import v8 from 'node:v8'
import type {Expression, Literals, Need} from '../model.ts'
import {requiredLiterals, requiredText} from './literals.ts'

/**
 * Of the linear-time engine a line costs microseconds, of the usual one a thirtieth of that, but more than linear time where a
 * line is built for it: of a line as short as this that is still no more than the other engine's price, as V8 goes over to it
 * when the usual engine has gone back too often.
 */
const short = 512
const retreats = 2000

/**
 * Compiles an expression that V8's linear-time engine takes, so that no log, however hostile, can make it slow.
 * Throws a `SyntaxError` that says why where it is invalid or cannot run in linear time.
 */
export function compile(source: string): Expression {
  const names = captureNames(source)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  // Newer engines allow it in alternatives; Node 20 does not.
  if (twice) throw new SyntaxError(`captures \`${twice}\` twice: write two conditions`)
  try {
    const regex = linear(source)
    const known = literalsOf(source)
    return {
      source,
      regex,
      exec: executor(
        source,
        () => regex,
        () => known.needs,
      ),
      ...known,
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replace(/^.*\/l?: /s, '') : String(cause)
    throw new SyntaxError(
      why.includes('linear time')
        ? 'cannot run in linear time: look-around, back-references and counted repeats of more than 16 are not allowed'
        : why,
      {cause},
    )
  }
}

const literalsOf = (source: string): Literals => ({
  literals: requiredLiterals(source),
  needs: JSON.stringify(requiredText(source)),
})

/** An expression that was checked before: compiled when it is first tried, as most never are. */
export function trusted(source: string, known: Literals | null = null): Expression {
  let regex: RegExp | null = null
  const slow = () => (regex ??= linear(source))
  let own = known
  const literals = () => {
    own ??= literalsOf(source)
    return own
  }
  return {
    source,
    get literals() {
      return literals().literals
    },
    get needs() {
      return literals().needs
    },
    get regex() {
      return slow()
    },
    exec: executor(source, slow, () => literals().needs),
  }
}

/** Of a short line the usual engine knows sooner whether it matches than what it needs is looked for, but compiling takes longer. */
function executor(
  source: string,
  linear: () => RegExp,
  needs: () => string,
): (text: string) => RegExpExecArray | null {
  let usual: RegExp | null = null
  let needed: readonly Need[] | null = null
  const mayMatch = (text: string) => {
    needed ??= JSON.parse(needs()) as readonly Need[]
    return meets(text, needed)
  }
  return text => {
    if (text.length > short) return mayMatch(text) ? linear().exec(text) : null
    if (!usual) {
      if (!mayMatch(text)) return null
      setFlags()
      usual = new RegExp(source)
    }
    return usual.exec(text)
  }
}

/** Whether a text has all that is needed. */
function meets(text: string, needs: readonly Need[]): boolean {
  for (const {any, branches} of needs) {
    if (branches ? !branches.some(branch => meets(text, branch)) : !holdsAny(text, any)) return false
  }
  return true
}

function holdsAny(text: string, any: readonly string[]): boolean {
  for (const literal of any) if (text.includes(literal)) return true
  return false
}

function linear(source: string): RegExp {
  setFlags()
  return new RegExp(source, 'l')
}

let areSet = false

/** V8 reads them when an expression is compiled, not at start. */
function setFlags(): void {
  if (areSet) return
  v8.setFlagsFromString('--enable-experimental-regexp-engine')
  v8.setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')
  v8.setFlagsFromString(`--regexp-backtracks-before-fallback=${retreats}`)
  areSet = true
}

/** The names of an expression's captures. */
export function captureNames(source: string): string[] {
  return [...source.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(m => m[1]!)
}
