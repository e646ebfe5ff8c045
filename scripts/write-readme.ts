import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'

/** What `action.yml` says of its inputs and outputs. */
export interface Action {
  inputs: Record<string, {description: string; default?: string}>
  outputs: Record<string, {description: string}>
}

const root = join(import.meta.dirname, '..')

/** The action as it is declared. */
export function readAction(): Action {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8'))
}

/** The README with the tables of `action.yml` between its marks. Throws where a mark is missing. */
export function withTables(readme: string, {inputs, outputs}: Action): string {
  const inputRows = Object.entries(inputs).map(
    ([name, {description, default: value}]) =>
      `| \`${name}\` | ${value ? `\`${value}\`` : 'empty'} | ${cell(description)} |`,
  )
  const outputRows = Object.entries(outputs).map(
    ([name, {description}]) => `| \`${name}\` | ${cell(description)} |`,
  )
  const tables = {
    inputs: ['| input | default | meaning |', '| --- | --- | --- |', ...inputRows],
    outputs: ['| output | meaning |', '| --- | --- |', ...outputRows],
  }
  return Object.entries(tables).reduce((text, [name, lines]) => {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
    const from = text.indexOf(begin)
    const to = text.indexOf(end)
    if (from === -1 || to < from) throw new Error(`README.md: needs ${begin} and ${end}`)
    return `${text.slice(0, from + begin.length)}\n${lines.join('\n')}\n${text.slice(to)}`
  }, readme)
}

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')

if (import.meta.main) {
  const file = join(root, 'README.md')
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), readAction()))
}
