import type {GoEvent} from './gotest-event.ts'
import {addOutput, newOutput, type Output} from './gotest-output.ts'
import type {TestBook} from './gotest-tests.ts'

/** Puts the events of `go test -json` into the book. */
export function eventReader(book: TestBook) {
  const builds = new Map<string, Output>()

  function build(pkg: string, line: number): Output {
    let o = builds.get(pkg)
    if (!o) builds.set(pkg, (o = newOutput(line)))
    if (builds.size > 200) builds.delete(builds.keys().next().value ?? pkg)
    return o
  }

  return (line: number, e: GoEvent): void => {
    const text = e.output.replace(/\n$/, '')
    if (e.action === 'build-output') {
      if (!text.startsWith('# ')) addOutput(build(e.pkg, line), line, text)
    } else if (e.action === 'run') {
      book.output(e.pkg, e.test, line)
      book.marks.tests ??= line
    } else if (e.action === 'output') {
      if (!/^(?:=== |\s*--- |FAIL$|FAIL\t|PASS$)/.test(text)) book.add(e.pkg, e.test, line, text)
    } else if (e.action === 'pass' || e.action === 'fail' || e.action === 'skip') {
      if (e.test !== '') book.end(e.pkg, e.test, e.action, line)
      else book.endPackage(e.pkg, e.pkg, e.action === 'fail', line, e.build ? build(e.pkg, line) : null)
    }
  }
}
