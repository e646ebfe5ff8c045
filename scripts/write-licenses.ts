import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Metafile} from 'esbuild'

/** Where a bundled package lies, `node_modules/a/node_modules/@b/c`, null for our own files. */
const packageOf = (input: string) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? null

/**
 * The licences of all packages that are in a bundle, as one text: the same for the same lock file. `folder` is the one that
 * the paths of the metafile start from.
 */
export function licenses({outputs}: Metafile, folder: string): string {
  const used = Object.values(outputs).flatMap(({inputs}) => Object.keys(inputs))
  const folders = new Set(used.map(packageOf).filter(found => found !== null))
  const texts = new Map([...folders].map(found => notice(join(folder, found))))
  const names = [...texts.keys()].sort()
  const head = `Licences of the ${names.length} packages that are part of the files in this folder.`
  return `${[head, ...names.map(name => texts.get(name)!)].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/** `name version` and what its licence says. */
function notice(folder: string): [string, string] {
  const {
    name,
    version,
    license,
    licenses: several,
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const files = readdirSync(folder)
    .filter(file => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .sort()
  const id = `${name} ${version}`
  const kind = license ?? several?.[0]
  const declared = `Licence: ${typeof kind === 'string' ? kind : (kind?.type ?? 'not declared')}`
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return [id, [id, declared, ...(texts.length ? texts : ['(The package has no licence file.)'])].join('\n\n')]
}

interface Manifest {
  name: string
  version: string
  license?: string | {type?: string}
  licenses?: {type?: string}[]
}

/** Writes `licenses.txt` beside the bundle. Called by the build, which has the metafile. */
export function writeLicenses(metafile: Metafile, outdir: string): void {
  writeFileSync(join(outdir, 'licenses.txt'), licenses(metafile, process.cwd()))
}
