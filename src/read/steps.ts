import type {Job, StepSpan} from '../model.ts'

/** A line that may open a step: `##[group]Run …`, `Post job cleanup.`, `Cleaning up orphan processes`, the first one. */
export interface StepMarker {
  line: number
  time: string | null
  text: string
}

/** Whether a line may open a step. */
export function opensStep(text: string): boolean {
  return (
    text.startsWith('##[group]Run ') ||
    text.startsWith('Post job cleanup.') ||
    text.startsWith('Cleaning up orphan processes')
  )
}

/**
 * Which lines of the job log belong to which step. The log has no delimiter: a step begins at the first marker that stands
 * at or after its start by the API (whole seconds; neighbours overlap by one). Without a job, each marker opens a step.
 */
export function stepSpans(markers: readonly StepMarker[], job: Job | null, lines: number): StepSpan[] {
  const ran = (job?.steps ?? [])
    .filter(s => s.conclusion !== 'skipped' && s.started_at)
    .sort((a, b) => a.number - b.number)
  if (!ran.length) {
    return markers.map((m, i) => ({
      number: null,
      name: m.text.replace(/^##\[group\]/, ''),
      from: m.line,
      to: (markers[i + 1]?.line ?? lines + 1) - 1,
    }))
  }
  const spans: StepSpan[] = []
  let next = 0
  for (const step of ran) {
    if (!spans.length) {
      spans.push({number: step.number, name: step.name, from: 1, to: lines})
      continue
    }
    const found = markers.findIndex(
      (m, i) => i >= next && m.line > spans.at(-1)!.from && isStart(m, step.started_at!, step.name),
    )
    if (found === -1) continue
    next = found + 1
    spans.at(-1)!.to = markers[found]!.line - 1
    spans.push({number: step.number, name: step.name, from: markers[found]!.line, to: lines})
  }
  return spans
}

function isStart(marker: StepMarker, startedAt: string, name: string): boolean {
  if (marker.time === null) return false
  const post = marker.text.startsWith('Post job cleanup.')
  if (name.startsWith('Post ') !== post) return false
  if ((name === 'Complete job') !== marker.text.startsWith('Cleaning up orphan')) return false
  return Date.parse(marker.time) >= Date.parse(startedAt) - 1000
}
