import type {TestTimes} from '../../model.ts'
import {course, momentIn} from './course.ts'
import type {GoEvent} from './gotest-event.ts'
import {addOutput, newOutput, type Output} from './gotest-output.ts'
import type {TestBook} from './gotest-tests.ts'

const mostBegun = 5000

/** Puts the events of `go test -json` into the book. */
export function eventReader(book: TestBook): {
  event(line: number, e: GoEvent): void
  times(): TestTimes | null
} {
  const ran = course()
  /** When tests began, by package; subtests are of their test. */
  const begun = new Map<string, number | null>()
  const failed = new Set<string>()
  const builds = new Map<string, Output>()

  function build(pkg: string, line: number): Output {
    let o = builds.get(pkg)
    if (!o) builds.set(pkg, (o = newOutput(line)))
    if (builds.size > 200) builds.delete(builds.keys().next().value ?? pkg)
    return o
  }

  function clock(e: GoEvent): void {
    const key = `${e.pkg}\t${e.test}`
    if (e.action === 'run') {
      if (begun.size < mostBegun) begun.set(key, momentIn(e.time))
      return
    }
    const isFailure = e.action === 'fail'
    if (isFailure) failed.add(e.pkg)
    ran.ran(begun.get(key) ?? null, momentIn(e.time), isFailure)
    begun.delete(key)
  }

  function event(line: number, e: GoEvent): void {
    const text = e.output.replace(/\n$/, '')
    if (e.test !== '' && !e.test.includes('/') && marks.has(e.action)) clock(e)
    if (e.action === 'build-output') {
      if (!text.startsWith('# ')) addOutput(build(e.pkg, line), line, text)
    } else if (e.action === 'run') {
      book.output(e.pkg, e.test, line)
      book.marks.tests ??= line
    } else if (e.action === 'output') {
      if (!/^(?:=== |\s*--- |FAIL$|FAIL\t|PASS$)/.test(text)) book.add(e.pkg, e.test, line, text)
    } else if (e.action === 'pass' || e.action === 'fail' || e.action === 'skip') {
      // A package that fails without a failed test broke at a moment of its own.
      if (e.test === '' && e.action === 'fail' && !failed.has(e.pkg)) ran.ran(null, null, true)
      if (e.test !== '') book.end(e.pkg, e.test, e.action, line)
      else book.endPackage(e.pkg, e.pkg, e.action === 'fail', line, e.build ? build(e.pkg, line) : null)
    }
  }

  return {event, times: ran.result}
}

const marks = new Set(['run', 'pass', 'fail', 'skip'])
