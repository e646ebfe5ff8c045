const ANSI = /\u001b(?:\[[0-9;?]{0,64}[ -/]{0,8}[@-~]|\][^\u0007\u001b]{0,4096}(?:\u0007|\u001b\\)|.)/g
// Control characters, and what turns text around, hides in it or joins it: bidi, zero width, tags, fillers.
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|\u180f|[\u{e0000}-\u{e0fff}]/gu

/** Text of strangers as it may be shown: without what cannot be seen, at most `max` characters. */
export function clean(value: string, max: number): string {
  const seen = value
    .slice(0, max * 4 + 4096)
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    .replace(ANSI, '')
    .replace(UNSEEN, '')
    .replaceAll('<!--', '<! --')
    .replace(/\p{Surrogate}/gu, '\ufffd')
  if (seen.length <= max) return seen
  return `${seen.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
