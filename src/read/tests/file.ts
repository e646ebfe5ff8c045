import type {LocatedTests, Note} from '../../model.ts'
import {testReader} from './console.ts'
import {readGinkgoReport} from './ginkgo-json.ts'
import {goEvent} from './gotest-event.ts'
import {scanJUnit} from './junit.ts'

const MAX_BYTES = 64 * 1024 * 1024
const REPORT_NAME = /(?:junit|test|report|results?)[^/]*\.xml$/i

/**
 * Reads a file that a test runner wrote: JUnit XML (UTF-8 or UTF-16, cut or malformed), Ginkgo's JSON report, the
 * output of `go test -json`. `tests` is null for every other file; `notes` tells what of a report could not be read.
 */
export function readTestFile(path: string, bytes: Uint8Array): {tests: LocatedTests | null; notes: Note[]} {
  const notes: Note[] = []
  const note = (why: string) => notes.push({what: path, why})
  if (bytes.length === 0) {
    if (/\.xml$/i.test(path)) note('the file is empty: its writer did not finish')
    return {tests: null, notes}
  }
  if (bytes.length > MAX_BYTES) note(`only the first ${MAX_BYTES / 1024 / 1024} MiB were read`)
  const text = decode(bytes.subarray(0, MAX_BYTES))
  const start = text.slice(0, 2000).trimStart()
  if (start.startsWith('<')) return {tests: xml(path, text, note), notes}
  if (/^[[{]/.test(start)) return {tests: json(path, text, note), notes}
  if (/\.xml$/i.test(path)) note('not XML')
  return {tests: null, notes}
}

function xml(path: string, text: string, note: (why: string) => void): LocatedTests | null {
  const {tests, truncated} = scanJUnit(text)
  if (tests && truncated)
    note('the XML ends before its root element does; what it holds up to there was read')
  if (!tests && truncated && REPORT_NAME.test(path)) note('the XML is cut before its first test suite')
  return tests
}

function json(path: string, text: string, note: (why: string) => void): LocatedTests | null {
  const head = text.slice(0, 20_000)
  if (head.split('\n', 50).some(l => goEvent(l.trim()))) {
    const reader = testReader()
    text.split('\n').forEach((l, i) => {
      reader.line(i + 1, l.replace(/\r$/, ''))
    })
    return reader.result()
  }
  if (!head.includes('"SuitePath"') && !head.includes('"SpecReports"')) {
    if (/(?:ginkgo|report)[^/]*\.json$/i.test(path) && text.trim().length < 4)
      note('the report is empty: Ginkgo did not finish it')
    return null
  }
  const tests = readGinkgoReport(text)
  if (!tests) note('the Ginkgo report is no valid JSON: it was cut, or its process died while writing it')
  return tests
}

/** UTF-8 or UTF-16 by its mark, or by the zero bytes beside ASCII. */
function decode(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return new TextDecoder('utf-16le').decode(bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}
