import {readdirSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {bundle} from './build.ts'

/** Rebuilds `dist/` elsewhere and compares: every file, and no file more. */
const fresh = join(tmpdir(), `dist-${process.pid}`)
await bundle(fresh)
const names = new Set([...readdirSync('dist'), ...readdirSync(fresh)])
const read = (dir: string, name: string) => {
  try {
    return readFileSync(join(dir, name), 'utf8')
  } catch {
    return null
  }
}
const different = [...names].filter(name => read('dist', name) !== read(fresh, name)).sort()
if (different.length) {
  console.error(
    `dist/ is not what the source builds (${different.join(', ')}): run \`npm run build\` and commit it`,
  )
  process.exitCode = 1
} else console.log(`dist/ is what the source builds (${names.size} files)`)
