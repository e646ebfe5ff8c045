/** Fills `{capture}` places in words that people read. */
export function fillWords(words: string, captures: Record<string, string>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => captures[name] ?? place)
}

/**
 * Fills `{capture}` places in a command that people paste into a shell. What was captured comes from a log
 * that a stranger may have written, so it is quoted unless it is plainly a name, and is never an option.
 */
export function fillCommand(command: string, captures: Record<string, string>): string {
  return command.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = captures[name]
    return value === undefined ? place : shellWord(value)
  })
}

export function shellWord(value: string): string {
  const word = value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  if (/^[\w./:@+,][\w./:@=+,-]*$/.test(word)) return word
  return `'${word.replace(/^-/, './-').replaceAll("'", "'\\''")}'`
}
