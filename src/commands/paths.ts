import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import picomatch from 'picomatch'
import {UserError} from '../errors.ts'

/** Paths, some of them globs, below a folder; a glob that fits nothing is the user's mistake. */
export function expandPaths(base: string, patterns: readonly string[]): string[] {
  return patterns.flatMap(pattern => {
    const {base: fixed, isGlob} = picomatch.scan(pattern)
    if (!isGlob) return [join(base, pattern)]
    const isMatch = picomatch(pattern)
    const found = below(join(base, fixed))
      .map(name => join(fixed, name))
      .filter(path => isMatch(path))
      .sort()
    if (!found.length) throw new UserError(`catalog ${pattern}: no file fits`)
    return found.map(path => join(base, path))
  })
}

function below(folder: string): string[] {
  try {
    return readdirSync(folder, {recursive: true, encoding: 'utf8'})
  } catch {
    return []
  }
}
