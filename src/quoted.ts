import {isUnhealthy} from './diagnose/health.ts'
import type {Bytes, KubeObject} from './model.ts'

/** Tables and descriptions in a short text were put there by a person, with other lines around them. */
export async function isQuoted(bytes: Bytes): Promise<boolean> {
  if (bytes.size > mostQuoted) return false
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes.stream()) chunks.push(chunk)
  const text = new TextDecoder().decode(Buffer.concat(chunks))
  return !/^\s*(?:[{[<]|---|apiVersion:|kind:|items:)/.test(text)
}

const mostQuoted = 16 << 10

/** Objects that are all well: what is told of their past, as warnings beside them, is over. */
export const isWell = (objects: readonly KubeObject[]) =>
  objects.some(o => o.phase !== null || o.ready !== null || o.containers.length > 0) &&
  !objects.some(isUnhealthy)
