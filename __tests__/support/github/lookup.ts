/** Finding issues and pull requests, which share their numbers. */
import {type Answer, type Call, notFound, type Route} from './route.ts'
import type {Issue, Pull} from './state.ts'

export const isPull = (issue: Issue): issue is Pull => 'head' in issue
export const allIssues = (call: Call): Issue[] => [...(call.repo.issues ?? []), ...(call.repo.pulls ?? [])]

export function withIssue(answer: (call: Call, issue: Issue) => Answer): Route['run'] {
  return call => {
    const issue = allIssues(call).find(i => i.number === Number(call.params['issue_number']))
    return issue ? answer(call, issue) : notFound()
  }
}
