/** What one condition of a pattern captures as a service, another one captures as a host, or has as its object's name. */
const alike = ['service', 'deployment', 'workload', 'host', 'pod', 'name', 'container']
type Captures = Record<string, string>
const longest = 200

/** Fills `{capture}` places of a title: where a name is not there, a like one stands in; what is not there, or blank, shows as `…`. */
export function fillTitle(title: string, captures: Captures): string {
  const other = alike.find(name => captures[name])
  const known = other
    ? {...Object.fromEntries(alike.map(name => [name, captures[other]!])), ...captures}
    : captures
  // The last capture may end before a text on the next lines.
  return fillWords(title, known).replace(/[\s:]+$/, '')
}

/** Fills `{capture}` places in words that people read. */
export function fillWords(words: string, captures: Captures): string {
  return fill(words, name => captures[name]?.trim().slice(0, longest) || '…')
}

/**
 * Fills `{capture}` places in a command that people paste into a shell. What was captured comes from a log
 * that a stranger may have written, so it is quoted unless it is plainly a name, and is never an option.
 * What is not there is left to the reader, as `POD`.
 */
export function fillCommand(command: string, captures: Captures): string {
  return fill(command, name => {
    const value = captures[name]?.trim().slice(0, longest)
    return value ? shellWord(value) : name.toUpperCase()
  })
}

export function shellWord(value: string): string {
  const word = value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  if (/^[\w./:@+,][\w./:@=+,-]*$/.test(word)) return word
  return `'${word.replace(/^-/, './-').replaceAll("'", "'\\''")}'`
}

const fill = (template: string, value: (name: string) => string) =>
  template.replace(/\{([a-z_]+)\}/g, (_, name: string) => value(name))
