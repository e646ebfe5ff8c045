import {rmSync} from 'node:fs'
import {build} from 'esbuild'

/** Builds `dist/`: the same bytes from the same lock file, on any machine. */
export async function bundle(outdir: string): Promise<void> {
  rmSync(outdir, {recursive: true, force: true})
  await build({
    entryPoints: ['src/action.ts', 'src/cli.ts'],
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    // Readable differences, without the comments that name paths in node_modules.
    minifyWhitespace: false,
    minifySyntax: true,
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  })
}

if (import.meta.main) await bundle('dist')
