import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {type Compiled, nothingCompiled} from '../catalog/compiled.ts'
import {catalogFiles, loadCatalog} from '../catalog/load.ts'
import type {Catalog} from '../catalog/parse.ts'
import {UserError} from '../errors.ts'
import {root} from '../root.ts'

/** The folder of the built-in patterns. */
export const builtIn = join(root, 'catalog')

/** The built-in patterns and those of further files and folders, with all faults. `compiled`: files checked before. */
export async function readCatalog(
  paths: readonly string[],
  compiled: Compiled = nothingCompiled,
): Promise<Catalog & {files: string[]}> {
  const files = [...catalogFiles(builtIn), ...paths.flatMap(catalogFiles)]
  const taxonomy = async () =>
    (await import('../catalog/taxonomy.ts')).readTaxonomy(join(builtIn, 'taxonomy.yml'))
  return {...(await loadCatalog(files, taxonomy, compiled)), files}
}

/** What the build wrote beside the code; nothing where the source runs. A changed pattern file does not need it. */
export function compiledCatalog(): Compiled {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', 'catalog.json'), 'latin1'))
  } catch {
    return nothingCompiled
  }
}

/**
 * The patterns to triage with: without the disabled ones. A fault in any file is the user's to mend; its place is shown
 * relative to `folder`.
 */
export async function usablePatterns(paths: readonly string[], disabled: readonly string[], folder?: string) {
  const {patterns, faults, files} = await readCatalog(paths, compiledCatalog())
  const [first, ...more] = faults
  if (first) {
    const rest = `; and ${more.length} more fault${more.length === 1 ? '' : 's'}, see \`e2e-triage catalog check\``
    const where = folder && first.where.startsWith(folder) ? relative(folder, first.where) : first.where
    throw new UserError(`${where}: ${first.what}${more.length ? rest : ''}`)
  }
  const unknown = disabled.find(id => !patterns.some(p => p.id === id))
  if (unknown)
    throw new UserError(
      `\`disable\`: no pattern \`${unknown}\` in the catalog; \`e2e-triage catalog list\` shows them`,
    )
  const digest = createHash('sha256')
  for (const file of files) digest.update(readFileSync(file))
  return {patterns: patterns.filter(p => !disabled.includes(p.id)), digest: `sha256:${digest.digest('hex')}`}
}
