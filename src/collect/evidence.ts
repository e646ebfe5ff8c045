/** Which artifacts are read for which suite: findings where its job scanned, else bundles. */

import type {Source} from '../model.ts'
import type {Artifact} from './answers.ts'
import {type ArtifactQuestion, chooseArtifacts} from './artifacts.ts'
import {fold} from './names.ts'
import type {Selection} from './selection.ts'
import {none} from './unavailable.ts'

export const findingsName = 'e2e-triage-findings-{service}'

/** Bytes: more, packed, is no findings file and not worth a download. */
const longest = 4 * 1024 * 1024

export interface Evidence {
  bySuite: Map<string, Artifact[]>
  /** What is known of an artifact's content without asking for it. */
  known(artifact: Artifact): Source['content'] | null
  /** What stands in place of artifacts where a suite has none. */
  instead(service: string): Source[]
}

/** What was read where it was written need not be read again; with `findings.only`, what was not is missing. */
export function chooseEvidence(
  artifacts: readonly Artifact[],
  question: Omit<ArtifactQuestion, 'patterns'>,
  select: Selection,
): Evidence {
  const {name, only} = select.findings ?? {name: findingsName, only: false}
  const found = chooseArtifacts(artifacts, {...question, patterns: [name]})
  const isNamed = (a: Artifact) => fold(a.name).startsWith('e2e-triage-findings-')
  const findings = new Set([...[...found.values()].flat(), ...artifacts.filter(isNamed)])
  const rest = only ? [] : artifacts.filter(a => !findings.has(a))
  const bundles = chooseArtifacts(rest, {...question, patterns: select.artifacts})
  const bySuite = new Map(
    question.suites.map(({service}) => {
      const own = found.get(service) ?? []
      return [service, own.length ? own : (bundles.get(service) ?? [])]
    }),
  )
  return {
    bySuite,
    known: artifact =>
      findings.has(artifact) && (artifact.size_in_bytes ?? 0) > longest ? none('unreadable', tooLong) : null,
    instead: service =>
      only && !bySuite.get(service)?.length
        ? [
            {
              kind: 'bundle',
              name: name.replaceAll('{service}', () => service),
              url: null,
              content: none('missing', noFindings),
            },
          ]
        : [],
  }
}

const tooLong = `it has more than the ${longest / 1024 / 1024} MB that findings have; not read`
const noFindings =
  'the job uploaded no findings; give it a step with `mode: scan` and `if: failure()`, or use `mode: triage` to read bundles'
