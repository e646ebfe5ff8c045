import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {build} from 'esbuild'
import {compileCatalog} from '../src/catalog/compile.ts'
import {catalogFiles} from '../src/catalog/load.ts'
import {readCatalog} from '../src/commands/patterns.ts'
import {writeLicenses} from './write-licenses.ts'

/** Builds `dist/`: the same bytes from the same lock file, on any machine. What was there stays until the new one is whole. */
export async function bundle(outdir: string): Promise<void> {
  const fresh = `${outdir}.new`
  rmSync(fresh, {recursive: true, force: true})
  const {metafile} = await build({
    entryPoints: ['src/action.ts', 'src/cli.ts'],
    outdir: fresh,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    // Readable differences: only what does not change a line is made smaller.
    minifySyntax: true,
    metafile: true,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
  writeLicenses(metafile, fresh)
  const {faults} = await readCatalog([])
  if (faults.length) throw new Error(faults.map(f => `${f.where}: ${f.what}`).join('\n'))
  const files = catalogFiles('catalog').map(name => ({name, text: readFileSync(name, 'utf8')}))
  writeFileSync(`${fresh}/catalog.json`, compileCatalog(files))
  rmSync(outdir, {recursive: true, force: true})
  renameSync(fresh, outdir)
}

if (import.meta.main) await bundle('dist')
