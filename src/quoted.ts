import {isUnhealthy} from './diagnose/health.ts'
import type {Bytes, KubeObject} from './model.ts'
import {collect} from './read/archive/pull.ts'

/** Tables and descriptions in a short text were put there by a person, with other lines around them. */
export async function isQuoted(bytes: Bytes): Promise<boolean> {
  if (bytes.size > mostQuoted) return false
  const text = new TextDecoder().decode((await collect(bytes.stream(), bytes.size))!)
  return !/^\s*(?:[{[<]|---|apiVersion:|kind:|items:)/.test(text)
}

const mostQuoted = 16 << 10

/** Objects that are all well: what is told of their past, as warnings beside them, is over. */
export const isWell = (objects: readonly KubeObject[]) =>
  objects.some(o => o.phase !== null || o.ready !== null || o.containers.length > 0) &&
  !objects.some(isUnhealthy)
