import type {Collection, Note, Source} from '../model.ts'
import {unknownRun} from './known-run.ts'
import {slug} from './names.ts'
import type {Selection} from './selection.ts'

/** A collection of one failed suite of which no run is known. */
export function oneSuite(
  ownName: string,
  sources: Source[],
  select: Pick<Selection, 'services'>,
  notes: Note[],
): Collection {
  const service = slug(ownName)
  const known = Object.hasOwn(select.services, service) ? select.services[service] : undefined
  const name = known?.name ?? ownName
  return {
    run: structuredClone(unknownRun.run),
    suites: [{service, name, status: 'failed', job: null, sources}],
    green_jobs: 0,
    incomplete: notes,
  }
}
