/** Why a source cannot be opened. */

import type {Source, SourceState} from '../model.ts'

type NoneState = Exclude<SourceState, 'read' | 'truncated'>

/** What `open()` rejects with: `state` is the source's state, the message its detail. */
export class Unavailable extends Error {
  override name = 'Unavailable'
  readonly state: NoneState

  constructor(state: NoneState, message: string, options?: ErrorOptions) {
    super(message, options)
    this.state = state
  }
}

/** The content of a source that is known not to be there. */
export const none = (state: NoneState, detail: string): Source['content'] => ({type: 'none', state, detail})
