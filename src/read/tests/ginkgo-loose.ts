import type {SpecFailure} from './ginkgo-spec.ts'

const GOMEGA =
  /^(?:Timed out after [\d.]+|Expected\b|Unexpected error:|Failed after [\d.]+)|^\s*(?:to equal|occurred|not to have occurred|to succeed)$|A \w+ timeout occurred|Test Panicked/m
// systemd prints `[FAILED] Failed to start …`.
const SYSTEMD = /^Failed to (?:start|mount|listen|load|activate|stop|unmount)\b/

/**
 * Which failures without a header are Ginkgo's. Other programs print `[FAILED]` too: where nothing else shows Ginkgo,
 * Gomega's words must, or the whole log is an excerpt of few lines.
 */
export function credible(loose: readonly SpecFailure[], certain: boolean, lines: number): SpecFailure[] {
  return loose.filter(f => !SYSTEMD.test(f.message) && (certain || lines <= 100 || GOMEGA.test(f.message)))
}
