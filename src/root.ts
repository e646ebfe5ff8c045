import {fileURLToPath} from 'node:url'
import manifest from '../package.json' with {type: 'json'}

/** The folder that holds `dist/` (or `src/`), `catalog/` and `examples/`. */
export const root = fileURLToPath(new URL('..', import.meta.url))

export const version: string = manifest.version
