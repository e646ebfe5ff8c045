import type {Report} from '../model.ts'
import {hasFailed} from './severity.ts'

export type Conclusion = 'passed' | 'classified' | 'partly-classified' | 'unclassified' | 'incomplete'

/**
 * One word for the run. `passed` is said only of a run in which every suite is known to have ended well;
 * `incomplete` where that cannot be said, or where no failed suite left anything to read.
 */
export function conclusion(report: Report): Conclusion {
  const {failed, classified} = report.totals
  if (failed === 0) return unsettled(report) ? 'incomplete' : 'passed'
  if (classified === failed) return 'classified'
  if (classified > 0) return 'partly-classified'
  const silent = report.suites
    .filter(hasFailed)
    .every(suite => !suite.diagnosis || suite.diagnosis.state === 'no-evidence')
  return silent ? 'incomplete' : 'unclassified'
}

/** The action's scalar outputs that come from the report. */
export function outputs(report: Report) {
  return {
    conclusion: conclusion(report),
    'failed-count': report.totals.failed,
    'classified-count': report.totals.classified,
    'unclassified-count': report.totals.unclassified,
    'needs-fix-count': report.totals.needs_fix,
    incomplete: report.incomplete.length > 0 || report.suites.some(isOpen),
    'failed-services': JSON.stringify(report.suites.filter(hasFailed).map(suite => suite.service)),
  }
}

function unsettled(report: Report): boolean {
  return report.incomplete.length > 0 || report.suites.some(isOpen)
}

function isOpen(suite: {status: string}): boolean {
  return suite.status === 'pending' || suite.status === 'missing'
}
