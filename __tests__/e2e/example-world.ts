/** A recorded run, put back on the fake GitHub that it might have come from. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Facts} from '../../src/model.ts'
import type {Artifact, GitHubState, Job, Repository} from '../support/github.ts'
import {sha} from '../support/github.ts'
import {examples} from './product.ts'

interface RecordedRun {
  id: number
  name: string
  run_number: number
  workflow_id: number
  event: string
  head_sha: string
  head_branch: string
  created_at: string
  repository: {full_name: string}
}

export interface ExampleWorld {
  state: Partial<GitHubState>
  repo: string
  run: RecordedRun
}

/** The example `name` with its configuration and patterns on the default branch and, where given, a pull request. */
export function exampleWorld(name: string, pull: number | null): ExampleWorld {
  const dir = join(examples, name)
  const json = (path: string) => JSON.parse(readFileSync(join(dir, path), 'utf8'))
  const run: RecordedRun = json('run.json')
  const jobs = (json('jobs.json').jobs as Job[]).map(job => withFiles(dir, job))
  const artifacts = (json('artifacts.json').artifacts as Artifact[]).map(({id, name, created_at}) => ({
    id,
    name,
    run_id: run.id,
    zip: readFileSync(join(dir, 'artifacts', `${name}.zip`)),
    ...(created_at ? {created_at} : {}),
  }))
  const repository: Repository = {
    ...history(json('facts.json'), run.head_sha),
    contents: {main: project(dir)},
    artifacts,
    runs: [
      {
        id: run.id,
        name: run.name,
        workflow_id: run.workflow_id,
        run_number: run.run_number,
        event: run.event,
        head_sha: run.head_sha,
        head_branch: run.head_branch,
        created_at: run.created_at,
        attempts: [{jobs}],
      },
    ],
    issues: [{number: 27, title: 'Several suites fail when they talk to DataStorage'}],
    pulls: pull === null ? [] : [{number: pull, head: {ref: run.head_branch, sha: run.head_sha}}],
  }
  const repo = run.repository.full_name
  return {state: {repositories: {[repo]: repository}}, repo, run}
}

function withFiles(dir: string, job: Job): Job {
  const log = join(dir, 'logs', `${job.id}.log`)
  const notes = join(dir, 'annotations', `${job.id}.json`)
  const annotations: {message: string; annotation_level: 'failure'}[] = existsSync(notes)
    ? JSON.parse(readFileSync(notes, 'utf8'))
    : []
  return {
    ...job,
    ...(existsSync(log) ? {log: readFileSync(log)} : {}),
    annotations: annotations.map(a => ({message: a.message, level: a.annotation_level})),
  }
}

/** The tested branch and, on main, the commits that the record knows of. */
function history(facts: Facts, head: string): Pick<Repository, 'branches' | 'commits'> {
  const base = sha('base')
  const landed = Object.values(facts.commits)
    .filter(fact => fact.landed)
    .sort((a, b) => a.committed_at!.localeCompare(b.committed_at!))
  const commits = landed.map((fact, i) => ({
    sha: fact.sha!,
    parents: [landed[i - 1]?.sha ?? base],
    message: fact.title!,
    date: fact.committed_at!,
  }))
  return {
    branches: {main: commits.at(-1)?.sha ?? base, 'feature/soc2-compliance': head},
    commits: [{sha: base}, {sha: head, parents: [base], date: '2026-01-29T15:00:00Z'}, ...commits],
  }
}

/** Its files, where a project keeps them. */
function project(dir: string): Record<string, string> {
  const read = (path: string) => readFileSync(join(dir, path), 'utf8')
  const patterns = existsSync(join(dir, 'catalog')) ? readdirSync(join(dir, 'catalog')) : []
  const more = patterns.length ? "\ncatalog: ['.github/e2e-triage/*.yml']\n" : ''
  return {
    '.github/e2e-triage.yml': read('config.yml') + more,
    ...Object.fromEntries(patterns.map(name => [`.github/e2e-triage/${name}`, read(`catalog/${name}`)])),
  }
}
