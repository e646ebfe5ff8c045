import v8 from 'node:v8'
import type {Expression, Literals} from '../model.ts'
import {requiredLiterals, requiredText} from './literals.ts'

let linear: ((source: string) => RegExp) | null = null

/**
 * Compiles an expression for V8's linear-time engine, so that no log, however hostile, can make it slow.
 * Throws a `SyntaxError` that says why where it is invalid or cannot run in linear time.
 */
export function compile(source: string): Expression {
  linear ??= linearEngine()
  const names = captureNames(source)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  // Newer engines allow it in alternatives; Node 20 does not.
  if (twice) throw new SyntaxError(`captures \`${twice}\` twice: write two conditions`)
  try {
    return {source, regex: linear(source), ...literalsOf(source)}
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
  needs: requiredText(source),
})

/** An expression that was checked before: compiled when it is first tried, as most never are. */
export function trusted(source: string, known: Literals | null = null): Expression {
  let regex: RegExp | null = null
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
      linear ??= linearEngine()
      regex ??= linear(source)
      return regex
    },
  }
}

/** The flag is switched on at first use: V8 reads it when an expression is compiled, not at start. */
function linearEngine(): (source: string) => RegExp {
  v8.setFlagsFromString('--enable-experimental-regexp-engine')
  return source => new RegExp(source, 'l')
}

/** The names of an expression's captures. */
export function captureNames(source: string): string[] {
  return [...source.matchAll(/\(\?<([A-Za-z_]\w*)>/g)].map(m => m[1]!)
}
