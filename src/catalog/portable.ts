import type {Expression, Literals, Pattern} from '../model.ts'
import {trusted} from './expression.ts'

/** Patterns as plain data, to be handed to another thread. Nothing is compiled for it. */
export interface Portable {
  readonly patterns: readonly unknown[]
}

interface Written extends Literals {
  readonly expression: string
}

/** Turns patterns into plain data. */
export function portable(patterns: readonly Pattern[]): Portable {
  return {patterns: patterns.map(p => mapped(p, isExpression, written))}
}

/** The patterns again. */
export function revived({patterns}: Portable): Pattern[] {
  return patterns.map(p => mapped(p, isWritten, w => trusted(w.expression, w)) as Pattern)
}

const written = ({source, literals, needs}: Expression): Written => ({expression: source, literals, needs})
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isExpression = (value: object): value is Expression => 'exec' in value
const isWritten = (value: object): value is Written => 'expression' in value

/** Data with some of its objects changed, wherever they stand. */
function mapped<A extends object>(
  value: unknown,
  isOne: (value: object) => value is A,
  change: (one: A) => unknown,
): unknown {
  if (!isObject(value)) return value
  if (isOne(value)) return change(value)
  if (Array.isArray(value)) return value.map(v => mapped(v, isOne, change))
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, mapped(v, isOne, change)]))
}
