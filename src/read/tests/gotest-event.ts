/** One line of `go test -json`. */
export interface GoEvent {
  action: string
  /** Package, or import path of a build event. */
  pkg: string
  test: string
  output: string
  /** When it happened, as Go writes it. */
  time: string
  /** Whether the package failed because it did not build. */
  build: boolean
}

/** Reads a line of `go test -json`, null for every other line. */
export function goEvent(text: string): GoEvent | null {
  if (text.charCodeAt(0) !== 123 || !text.includes('"Action":"')) return null
  let e: unknown
  try {
    e = JSON.parse(text)
  } catch {
    return null
  }
  const field = (key: string) => {
    const value = (e as Record<string, unknown>)[key]
    return typeof value === 'string' ? value : ''
  }
  const action = field('Action')
  const pkg = field('Package') || field('ImportPath').replace(/ \[.*$/, '')
  if (action === '' || pkg === '') return null
  return {
    action,
    pkg,
    test: field('Test'),
    output: field('Output'),
    time: field('Time'),
    build: field('FailedBuild') !== '',
  }
}
