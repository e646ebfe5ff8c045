import {describe} from '../../errors.ts'
import type {Note} from '../../model.ts'
import {readDescribe} from './describe.ts'
import {isInspect, readInspect} from './inspect.ts'
import {readKubernetes} from './kubernetes.ts'
import {hasTable, readTables} from './tables.ts'
import type {Parsed, Place} from './values.ts'

/**
 * Reads a file of structured diagnostics by its content: inspect, API objects, descriptions, tables. Null where it
 * is none of these, so that a file with an error message in it can still be read as a log.
 */
export function readStructured(
  written: string,
  place: Place,
  namespace: string | null,
  note: (n: Note) => void,
): Parsed | null {
  try {
    return byContent(written, place, namespace, note)
  } catch (error) {
    // One odd file must not cost the bundle; the parsers know of no text that comes here.
    note({what: place.path, why: `could not be read: ${describe(error)}`})
    return {objects: [], events: []}
  }
}

function byContent(
  written: string,
  place: Place,
  namespace: string | null,
  note: (n: Note) => void,
): Parsed | null {
  // Recorded sessions begin with the command line and end with its result; line numbers stay.
  const text = written.startsWith('$ ') ? written.replace(/^.*/, '').replace(/\nexit \d+\s*$/, '\n') : written
  if (isInspect(text.slice(0, 20_000))) return readInspect(text, place, note)
  // A described ConfigMap prints its data as it is: what begins as a description is one.
  const begins = /^\s*Name: {2,}\S/.test(text)
  if (!begins && (/^\s*[{[]/.test(text) || /^(?:apiVersion|kind|items|metadata):/m.test(text)))
    return readKubernetes(text, place, note)
  const described = /^Name: +\S/m.test(text)
  if (!described && !hasTable(text)) return null
  const parsed = described ? readDescribe(text, place) : {objects: [], events: []}
  const tables = readTables(text, place, namespace)
  return {objects: [...parsed.objects, ...tables.objects], events: [...parsed.events, ...tables.events]}
}
