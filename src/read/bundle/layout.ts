/** What a member of a bundle is for. */
export type MemberRole =
  | 'container-log'
  | 'previous-log'
  | 'node-log'
  | 'compose-log'
  | 'other-log'
  | 'structured'
  | 'dump'
  | 'test-report'
  | 'skip'

/**
 * Which paths have which role. Named groups of `path`: `ns`, `pod`, `container`, `restart`, `node`, `job`, `svc`.
 * A file of role `structured` is read by its content: API objects, events, tables, descriptions, inspect.
 */
export interface Rule {
  role: MemberRole
  path: RegExp
  /** Said once when a file is left out that a person should know of. */
  note?: string
}

/** One kind of bundle. */
export interface Layout {
  kind: string
  title: string
  /** Paths that prove the kind; all of them must be seen. */
  markers: RegExp[]
  rules: Rule[]
}
