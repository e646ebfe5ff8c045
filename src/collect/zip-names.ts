/** The names in a zip, read from its directory at the end of the file. */

import {closeSync, fstatSync, openSync, readSync} from 'node:fs'

const TAIL = 66_000
const DIRECTORY = 4 * 1024 * 1024

/** Up to a few ten thousand names; empty where the file is no zip or is cut. */
export function zipNames(path: string): string[] {
  const fd = openSync(path, 'r')
  try {
    const {size} = fstatSync(fd)
    const tail = readAt(fd, Math.max(0, size - TAIL), Math.min(TAIL, size))
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06'))
    if (end < 0 || end + 22 > tail.length) return []
    const directory = readAt(
      fd,
      tail.readUInt32LE(end + 16),
      Math.min(tail.readUInt32LE(end + 12), DIRECTORY),
    )
    return entries(directory)
  } finally {
    closeSync(fd)
  }
}

function entries(directory: Buffer): string[] {
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const length = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names
}

function readAt(fd: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(fd, buffer, 0, length, position))
}
