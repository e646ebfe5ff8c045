import {createReadStream} from 'node:fs'
import {createGunzip, createInflateRaw} from 'node:zlib'

/** Inflates the one member of a zip, a gzip file, and drops what it holds: the least that reading a bundle can cost. */
const [path = '', start = '0', end = ''] = process.argv.slice(2)
const large = {chunkSize: 1 << 20, highWaterMark: 1 << 22}
const zip = createReadStream(path, {start: Number(start), end: Number(end), highWaterMark: 1 << 18})
let bytes = 0
for await (const chunk of zip.pipe(createInflateRaw(large)).pipe(createGunzip(large))) bytes += chunk.length
process.stdout.write(`${bytes}\n`)
