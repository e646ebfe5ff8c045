import {addOutput, newOutput, type Output, outputMessage, said} from './gotest-output.ts'
import {type Found, MAX_FAILURES} from './located.ts'

const MAX_LIVE = 5000
/** Of the parts of a longer output, the first are kept. */
const MAX_PARTS = 50

export type Outcome = 'pass' | 'fail' | 'skip'

interface Package {
  live: Map<string, Output>
  /** The latest that have a result. */
  ended: Set<string>
  ran: number
  failed: number
  /** A Ginkgo suite printed its report in the test at hand. */
  ginkgo: boolean
  /** The failed test was only the wrapper around a Ginkgo suite. */
  wrapped: boolean
}

/** Counts Go tests by package and keeps what the failed ones said. On a console the package is known last: ''. */
export function testBook() {
  const packages = new Map<string, Package>()
  const failures: {name: string; pkg: string; output: Output}[] = []
  const count = {pass: 0, fail: 0, skip: 0, broken: 0}
  /** Who spoke last, and whether lines tell who speaks next: then what others say between is not a test's own. */
  let latest: Output | null = null
  let isTold = false
  const marks = {first: 0, tests: null as number | null, verdict: null as number | null, brokeEarly: true}

  function at(pkg: string): Package {
    let p = packages.get(pkg)
    if (!p)
      packages.set(
        pkg,
        (p = {live: new Map(), ended: new Set(), ran: 0, failed: 0, ginkgo: false, wrapped: false}),
      )
    return p
  }

  function output(pkg: string, name: string, line: number): Output {
    if (marks.first === 0) marks.first = line
    const {live} = at(pkg)
    let o = live.get(name)
    if (!o) live.set(name, (o = newOutput(line)))
    if (live.size > MAX_LIVE) live.delete(live.keys().next().value ?? name)
    return o
  }

  function say(o: Output, line: number, text: string): void {
    if (isTold && latest !== o && o.lines.length > 0) {
      if (o.parts.length < MAX_PARTS) o.parts.push({from: o.from, to: o.to})
      o.from = line
    }
    latest = o
    addOutput(o, line, text)
  }

  /** Results of subtests that stand below that of their test come after all that was said. */
  const isListed = ({ended}: Package, name: string) =>
    [...name.matchAll(/\//g)].some(m => ended.has(name.slice(0, m.index)))

  function keep(pkg: string, name: string, o: Output): void {
    // A test fails with its subtests, printed before or after it: the subtest is the failure.
    if (!said(o) && failures.some(f => f.pkg === pkg && f.name.startsWith(`${name}/`))) return
    if (failures.length < MAX_FAILURES) failures.push({name, pkg, output: o})
  }

  function end(pkg: string, name: string, outcome: Outcome, line: number): Output | null {
    const p = at(pkg)
    const o = output(pkg, name, line)
    const isOver = o.lines.length > 0 && latest !== o && (isTold || isListed(p, name))
    if (!isOver) o.to = line
    p.ended.add(name)
    if (p.ended.size > MAX_LIVE) p.ended.delete(p.ended.values().next().value ?? name)
    marks.tests ??= o.from
    p.live.delete(name)
    if (p.ginkgo && !name.includes('/')) {
      p.ginkgo = false
      p.wrapped = true
      return null
    }
    count[outcome]++
    p.ran++
    if (outcome === 'fail') {
      p.failed++
      keep(pkg, name, o)
    }
    // What follows the result is not its own either.
    return isOver ? null : o
  }

  return {
    count,
    marks,
    output,
    say,
    end,
    /** A line says that a test goes on, and so that what follows is its own. */
    goesOn(o: Output, line: number): void {
      isTold = true
      if (o.lines.length === 0) o.from = line
    },
    add(pkg: string, name: string, line: number, text: string): void {
      say(output(pkg, name, line), line, text)
      if (text.charCodeAt(0) === 82 && /^(?:Ran \d+ of \d+ Specs in |Running Suite: )/.test(text))
        at(pkg).ginkgo = true
    },
    /** A package ended. One that failed without a failed test broke by itself, or took its running test with it. */
    endPackage(key: string, name: string, failed: boolean, line: number, build: Output | null): void {
      const p = at(key)
      marks.first = Math.min(marks.first || line, build?.from ?? line)
      marks.verdict = line
      if (failed && !p.wrapped && p.failed === 0) {
        const running = [...p.live.keys()].filter(n => n !== '').at(-1)
        const own = p.live.get('')
        if (running !== undefined && build === null) {
          const o = output(key, running, line)
          if (own && o.panic === '') [o.panic, o.location] = [own.panic, own.location]
          p.ginkgo = false
          end(key, running, 'fail', line)
        } else {
          count.broken++
          if (p.ran > 0) marks.brokeEarly = false
          keep(name, name, build ?? own ?? newOutput(line))
        }
      }
      packages.delete(key)
      for (const f of failures) if (f.pkg === key) f.pkg = name
    },
    known: (name: string) => failures.some(f => f.name === name || f.name.startsWith(`${name}/`)),
    found(): Found[] {
      // Nor is a silent subtest the failure where its parent, printed last, has the panic.
      const within = (a: string, b: string) => a.startsWith(`${b}/`)
      const parent = (f: (typeof failures)[number]) =>
        !said(f.output) &&
        failures.some(
          g => g.pkg === f.pkg && (within(g.name, f.name) || (within(f.name, g.name) && said(g.output))),
        )
      return failures
        .filter(f => !parent(f))
        .map(({name, output: o}) => ({name, ...outputMessage(o), from: o.from, to: o.to, more: o.parts}))
        .sort((a, b) => a.from - b.from)
    },
  }
}

export type TestBook = ReturnType<typeof testBook>
