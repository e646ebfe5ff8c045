import {setFlagsFromString} from 'node:v8'

/** Marking while others work would take the second processor from the thread that inflates; what is live is marked in a few ms. */
const flags = [
  '--no-incremental-marking',
  '--heap-growing-percent=30',
  '--semi-space-growth-factor=1',
  '--min-semi-space-size=1',
]

/**
 * Makes V8 collect garbage sooner: it would let some 200 MB of it pile up, which small runners do not have to spare. What is live
 * is a tenth of that; the time it costs is about a tenth too. To be called before any work.
 */
export function saveMemory(): void {
  for (const flag of flags) setFlagsFromString(flag)
}
