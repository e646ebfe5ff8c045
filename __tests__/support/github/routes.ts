/** All routes, and the search for the one that fits. */
import {accountRoutes} from './account.ts'
import {artifactRoutes} from './artifacts.ts'
import {commentRoutes} from './comments.ts'
import {contentsRoutes} from './contents.ts'
import {gitRoutes} from './git.ts'
import {issueRoutes} from './issues.ts'
import {pullRoutes} from './pulls.ts'
import type {Route} from './route.ts'
import {runRoutes} from './runs.ts'

export const routes: Route[] = [
  ...accountRoutes,
  ...runRoutes,
  ...artifactRoutes,
  ...pullRoutes,
  // Before the issues: `issues/comments/1` is no issue.
  ...commentRoutes,
  ...issueRoutes,
  ...contentsRoutes,
  ...gitRoutes,
]

/** Refs and paths may hold slashes, written as they are or as `%2F`. */
const wide = /^\{(path|basehead|ref|branch)\}$/
const expressions = routes.map(({path}) => {
  const parts = path.split('/').map(part => {
    if (!part.startsWith('{')) return part.replaceAll('.', '\\.')
    return `(?<${part.slice(1, -1)}>${wide.test(part) ? '.*' : '[^/]+'})`
  })
  // `contents` alone is the root folder.
  return new RegExp(`^${parts.join('/').replace('/(?<path>.*)', '(?:/(?<path>.*))?')}$`)
})

export function findRoute(
  method: string,
  path: string,
): {route: Route; params: Record<string, string>} | null {
  for (const [index, route] of routes.entries()) {
    const groups = route.method === method ? expressions[index]!.exec(path)?.groups : undefined
    if (route.method !== method || !expressions[index]!.test(path)) continue
    const entries = Object.entries(groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value ?? '')])
    return {route, params: Object.fromEntries(entries) as Record<string, string>}
  }
  return null
}
