import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from '@jest/globals'
import {type Triaged, triagePath} from './triage.ts'

// Output of the real tools, kept beside the repository where it is at hand.
const folder = fileURLToPath(new URL('../../../shared/samples/', import.meta.url))
const here = existsSync(folder) ? describe : describe.skip

/** The family of the asserted cause; `-` where nothing may be asserted, with the state where it matters. */
const said = (suite: Triaged) => suite.diagnosis.root_cause?.family ?? '-'
const shown = (suite: Triaged) => suite.diagnosis.chain.map(link => link.family)
const counts = ({tests: t}: Triaged) =>
  t
    ? `${t.framework} ${t.ran ?? '?'}/${t.total ?? '?'} ${t.passed}+${t.failed}+${t.skipped} ${t.phase}`
    : null

here('what the name of a sample says is what is found', () => {
  test.each([
    ['bundles/troubleshoot-pods/message-oomkill-pod.json', 'oom-killed'],
    ['bundles/troubleshoot-pods/message-pending-pod-resources.json', 'scheduling-failed'],
    ['bundles/troubleshoot-pods/message-pod-crashloop-backoff.json', 'container-args-invalid'],
    ['bundles/cluster-dump/image-pull-case1', 'image-not-found'],
    ['bundles/cluster-dump/pod-hanging-on-deletion', 'teardown-failed'],
    ['kubectl/create-in-terminating.txt', 'namespace-missing'],
    ['kubectl/describe-pods.txt', 'scheduling-failed'],
    ['kubectl/forbidden.txt', 'rbac-forbidden'],
    ['kubectl/invalid-pod.txt', 'schema-validation'],
    ['kubectl/ns-terminating.txt', 'namespace-missing'],
    ['kubectl/tls.txt', 'tls-certificate'],
    ['kubectl/validation.txt', 'schema-validation'],
    ['ginkgo/panic.stdout.txt', 'panic'],
    ['ginkgo/panic-goroutine-parallel.stdout.txt', 'panic'],
    ['ginkgo/timeout-suite.stdout.txt', 'job-timeout'],
    ['ginkgo/timeout-parallel.stdout.txt', 'job-timeout'],
    ['ginkgo/v2-27-does_not_compile.log', 'compile-error'],
    ['ginkgo/v2-27-hang_suite_timeout.log', 'job-timeout'],
    ['gotest/compile-plain.stdout.txt', 'compile-error'],
    ['gotest/compile.stdout.txt', 'compile-error'],
    ['gotest/panics-json.stdout.txt', 'panic'],
    ['gotest/race.stdout.txt', 'data-race'],
    ['gotest/timeout-json.stdout.txt', 'job-timeout'],
    ['gotest/vet-plain.stdout.txt', 'compile-error'],
    ['pytest/collect-error-mixed.stdout.txt', 'python-import-error'],
    ['pytest/usage.stderr.txt', 'cli-flag-unsupported'],
  ])('%s: %s', async (path, family) => {
    expect(said(await triagePath(join(folder, path)))).toBe(family)
  })

  test.each([
    ['bundles/cluster-dump/pending-pods', 'readiness-timeout'],
    ['bundles/cluster-dump/problem-pods', 'pod-crashloop'],
    ['kubectl/describe-deploy.txt', 'rollout-timeout'],
    ['kubectl/wait-pods.txt', 'readiness-timeout'],
    // The cluster may be gone, starved, or never have been there.
    ['kubectl/refused.txt', 'apiserver-unreachable'],
    // A worker is gone: it may have crashed, or have been killed for its memory.
    ['pytest/abort-xdist.stdout.txt', 'panic'],
  ])('%s shows only a symptom: %s', async (path, family) => {
    const suite = await triagePath(join(folder, path))
    expect(suite.diagnosis).toMatchObject({state: 'symptom-only', root_cause: null})
    expect(shown(suite)).toContain(family)
  })
})

here('nothing is asserted of what is well', () => {
  test.each([
    'bundles/troubleshoot-baseline-healthy.tar.gz',
    'bundles/cluster-dump/testValidCertificates',
    'bundles/oc-must-gather-fragment',
    'kubectl/apply.txt',
    'kubectl/component-apiserver.log',
    'kubectl/component-etcd.log',
    'kubectl/dump.json',
    'kubectl/get-nodes.txt',
    'ginkgo/allpass-v.stdout.txt',
    'ginkgo/allpass-v.junit.xml',
    'ginkgo/allpass-v.report.json',
    'ginkgo/partial-label.stdout.txt',
    'ginkgo/v2-27-progress.log',
    'ginkgo/v2-27-sync_procs4_v.log',
    'gotest/none-json.stdout.txt',
    'gotest/ok-plain.stdout.txt',
    'gotest/ok.stdout.txt',
    'pytest/nomatch.stdout.txt',
    'junit/flaky_success_first.xml',
  ])('%s', async path => {
    const suite = await triagePath(join(folder, path))
    expect(suite.diagnosis.root_cause).toBeNull()
    expect(suite.diagnosis.state).not.toBe('no-evidence')
  })
})

here('a file of a test runner is read as one', () => {
  test.each([
    ['ginkgo/bsfail-parallel.report.json', 'ginkgo 0/3 0+0+3 setup'],
    ['ginkgo/partial-parallel.report.json', 'ginkgo 8/8 3+5+0 tests'],
    ['ginkgo/partial-parallel.junit.xml', 'ginkgo 8/8 3+5+0 tests'],
    ['pytest/collect-error-mixed.junit.xml', 'pytest 0/0 0+1+0 setup'],
    ['junit/multi-level.xml', null],
    ['junit/empty.xml', null],
    ['junit/non-xml.xml', null],
  ])('%s: %s', async (path, expected) => {
    const suite = await triagePath(join(folder, path))
    if (expected === null) expect(suite.diagnosis.root_cause).toBeNull()
    else expect(counts(suite)).toBe(expected)
  })
})

here('no sample makes it fail, and none is left unread in silence', () => {
  // What is skipped is still set up, and needs one file at least.
  const read = (dir: string) => (existsSync(folder) ? readdirSync(join(folder, dir)) : ['none'])
  const files = ['ginkgo', 'gotest', 'pytest', 'junit', 'kubectl'].flatMap(dir =>
    read(dir)
      .filter(name => !name.endsWith('.cmd'))
      .map(name => `${dir}/${name}`),
  )
  test('every file', async () => {
    for (const path of files) {
      const suite = await triagePath(join(folder, path))
      const [source] = suite.sources
      expect([path, source?.state]).toEqual([path, expect.stringMatching(/^(?:read|empty|truncated)$/)])
      if (source?.state !== 'read') expect([path, suite.incomplete.length]).not.toEqual([path, 0])
    }
  }, 120_000)
})
