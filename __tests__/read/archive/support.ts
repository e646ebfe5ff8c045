import {type Header, pack} from 'tar-stream'
import type {Note} from '../../../src/model.ts'
import {defaultLimits, type Limits} from '../../../src/read/archive/limits.ts'
import {archiveMembers} from '../../../src/read/archive/members.ts'
import {memoryBytes} from '../../../src/read/archive/streams.ts'

/** A tar of files by name; a header instead of a text makes links, devices and the like. */
export async function tar(files: Record<string, string | Uint8Array | Partial<Header>>): Promise<Buffer> {
  const packed = pack()
  for (const [name, what] of Object.entries(files)) {
    if (typeof what === 'string' || what instanceof Uint8Array) packed.entry({name}, Buffer.from(what))
    else packed.entry({...what, name})
  }
  packed.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of packed) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Everything that reading `bytes` gives: texts by path, and the notes. */
export async function readAll(
  name: string,
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
): Promise<{files: Record<string, string>; notes: Note[]}> {
  const files: Record<string, string> = {}
  const notes: Note[] = []
  for await (const member of archiveMembers(name, memoryBytes(bytes), {...defaultLimits, ...limits}, n =>
    notes.push(n),
  )) {
    const chunks: Uint8Array[] = []
    for await (const chunk of member.bytes()) chunks.push(new Uint8Array(chunk))
    files[member.path] = Buffer.concat(chunks).toString()
  }
  return {files, notes}
}
