import {UserError} from '../errors.ts'

/** A job-name expression must compile and have the group `service`. */
export function checkJobName(where: string, source: string | null): void {
  if (source === null) return
  try {
    new RegExp(source)
  } catch (cause) {
    throw new UserError(`${where}: job name pattern \`${source}\` is not a regular expression`, {cause})
  }
  if (!source.includes('(?<service>'))
    throw new UserError(`${where}: job name pattern \`${source}\` needs a group \`(?<service>…)\``)
}
