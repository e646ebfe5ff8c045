/**
 * Text out of a log, a name or a bundle as it may be printed to the job's log: the runner must not take any
 * of it for a command of ours (`::add-mask::`, `##[error]`), and no terminal code gets through.
 */
export function neutralise(text: string): string {
  return text
    .replace(/\u001b(?:\[[0-9;?]{0,64}[ -/]{0,8}[@-~]|\][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)?)/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/^([^\S\n]*):(?=:)/gm, '$1: ')
    .replaceAll('##[', '# #[')
}
