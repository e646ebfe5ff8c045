#!/usr/bin/env node
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import type {Terminal, TriageOptions} from './commands/triage.ts'
import {describe, UserError} from './errors.ts'
import {startSmall} from './memory.ts'
import {version} from './root.ts'

const {GITHUB_SERVER_URL: server, GITHUB_API_URL: apiUrl} = process.env

const terminal: Terminal = {
  stdout: text => process.stdout.write(text),
  progress: progressLine,
  warn: message => {
    endProgress()
    process.stderr.write(`e2e-triage: ${message}\n`)
  },
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  token: process.env['GITHUB_TOKEN'] || process.env['GH_TOKEN'] || null,
  api: server && apiUrl ? {server: server.replace(/\/+$/, ''), url: apiUrl} : null,
}

const program = new Command('e2e-triage')
  .description('Says why E2E suites failed, whether it is already fixed, and what to do now.')
  .version(version)
  .exitOverride()
  .configureOutput({
    outputError: (text, write) =>
      write(
        `${text
          .replace(/^error: /, 'e2e-triage: ')
          .replaceAll('\n', ' ')
          .trim()}; see e2e-triage --help\n`,
      ),
  })

// Loaded when it is their turn: `--version` and `--help` need none of them.
const commands = {
  add: () => import('./commands/add.ts'),
  catalog: () => import('./commands/catalog.ts'),
  download: () => import('./commands/download.ts'),
  schema: () => import('./commands/schema.ts'),
  triage: () => import('./commands/triage.ts'),
}

const done = (status: number) => {
  process.exitCode = status
}
const several = (value: string, before: string[]) => [...before, value]

program
  .command('triage')
  .description(
    'triage a run, a recorded run, a run-logs zip, a bundle, a log file, or - for standard input (a log, or what `gh run view --log-failed` prints)',
  )
  .argument('<source>', 'run URL, file or folder, or -')
  .addOption(
    new Option('--format <format>', 'what to print')
      .choices(['text', 'summary', 'comment', 'json'])
      .default('text'),
  )
  .option('--output <file>', 'write there instead of standard output')
  .option('--config <file>', "the project's configuration")
  .option('--catalog <path>', 'further pattern file or folder (may be repeated)', several, [])
  .option('--repo <git-dir>', 'take fix facts from a local clone')
  .option('--head <sha>', 'the tested commit', commit)
  .option('--history <dir>', 'folder of earlier report.json files')
  .addOption(
    new Option('--fail-on <when>', 'when to exit with 1')
      .choices(['none', 'unclassified', 'any'])
      .default('none'),
  )
  .option('--timeout-minutes <n>', 'make the report from what is there by then', minutes, 10)
  .action(async (source: string, options: TriageOptions) =>
    done(await (await commands.triage()).triageCommand(source, options, terminal)),
  )

program
  .command('download')
  .description('record a run as a folder that `triage` reads')
  .argument('<run-url>')
  .argument('<dir>')
  .option('--config <file>', "the project's configuration, which chooses the artifacts")
  .option('--timeout-minutes <n>', 'stop by then', minutes, 30)
  .action(async (url: string, dir: string, options) =>
    done(await (await commands.download()).downloadCommand(url, dir, options, terminal)),
  )

const catalog = program.command('catalog').description('check, list, explain, test and add patterns')
catalog
  .command('check')
  .description('validate pattern files; exit 1 with file:line for every fault')
  .argument('[path...]', 'pattern files or folders besides the built-in ones')
  .action(async (paths: string[]) => done(await (await commands.catalog()).checkCommand(paths, terminal)))
catalog
  .command('list')
  .description('the patterns, by family')
  .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
  .option('--catalog <path>', 'further pattern file or folder (may be repeated)', several, [])
  .action(async ({format, catalog: paths}) =>
    done(await (await commands.catalog()).listCommand(format, paths, terminal)),
  )
catalog
  .command('explain')
  .description('one pattern: what it matches, causes and symptoms around it, fixes, example')
  .argument('<id>')
  .option('--catalog <path>', 'further pattern file or folder (may be repeated)', several, [])
  .action(async (id: string, {catalog: paths}) =>
    done(await (await commands.catalog()).explainCommand(id, paths, terminal)),
  )
catalog
  .command('test')
  .description('run every pattern over its example logs and over the healthy corpus')
  .argument('[path...]', 'pattern files or folders besides the built-in ones')
  .action(async (paths: string[]) => done(await (await commands.catalog()).testCommand(paths, terminal)))
catalog
  .command('add')
  .description('print a ready pattern and example for a line of a log')
  .argument('<log>')
  .requiredOption('--line <n>', 'the telling line, counted from 1', wholeNumber)
  .action(async (log: string, {line}) => done(await (await commands.add()).addCommand(log, line, terminal)))

program
  .command('schema')
  .description('the JSON schema of the report, of catalog files or of the configuration')
  .addArgument(program.createArgument('<what>').choices(['report', 'catalog', 'config']))
  .action(async (what: 'report' | 'catalog' | 'config') =>
    done((await commands.schema()).schemaCommand(what, terminal)),
  )

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('expected a whole number from 1 up')
  return number
}

function commit(text: string): string {
  if (!/^[0-9a-f]{7,64}$/i.test(text)) throw new InvalidArgumentError('expected the hash of a commit')
  return text.toLowerCase()
}

function minutes(text: string): number {
  const number = Number(text)
  if (!(number > 0 && number <= 1440))
    throw new InvalidArgumentError('expected minutes, more than 0 and at most 1440')
  return number
}

/** One line that is written over, on a terminal only. */
function progressLine(message: string): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\x1b[K${message.slice(0, (process.stderr.columns ?? 80) - 1)}`)
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
}

// A reader that went away (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// Ended from outside, the process exits in order, so that no download stays behind.
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(status))

startSmall()
try {
  await program.parseAsync()
  endProgress()
} catch (error) {
  endProgress()
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof UserError) {
    process.stderr.write(`e2e-triage: ${error.message}\n`)
    process.exitCode = 2
  } else {
    const hint = process.env['DEBUG'] ? `\n${error instanceof Error ? error.stack : error}` : ''
    process.stderr.write(`e2e-triage: a bug, please report it: ${describe(error)}${hint}\n`)
    process.exitCode = 70
  }
}
