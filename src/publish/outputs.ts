/** Every output of the action, by the name that `action.yml` declares. Null becomes an empty string. */
export interface Outputs {
  conclusion: string
  'failed-count': number
  'classified-count': number
  'unclassified-count': number
  'needs-fix-count': number
  incomplete: boolean
  'failed-services': string
  'report-path': string | null
  'summary-path': string | null
  'comment-path': string | null
  'findings-path': string | null
  'comment-id': number | null
  'comment-url': string | null
  'pr-number': number | null
  'artifact-id': number | null
}

/** Hands all outputs to `set` (that of `@actions/core`), each as a short text. */
export function publishOutputs(outputs: Outputs, set: (name: string, value: string) => void): void {
  for (const [name, value] of Object.entries(outputs)) set(name, value === null ? '' : String(value))
}
