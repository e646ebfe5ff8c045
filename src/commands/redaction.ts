import {compile} from '../catalog/expression.ts'
import {describe, UserError} from '../errors.ts'
import type {Config} from '../model.ts'
import {redactor} from '../report/redact.ts'

/** The redactor of a project: the built-in shapes and the configuration's `redact`, which must run in linear time. */
export function redactorOf(config: Config): (text: string) => string {
  return redactor(
    config.redact.map(source => {
      try {
        return compile(source).regex
      } catch (cause) {
        throw new UserError(`\`redact\`: ${source}: ${describe(cause)}`, {cause})
      }
    }),
  )
}
