/** GitHub's answers as far as they are used; what has another shape becomes null or is left out. */

import * as z from 'zod'
import type {Job} from '../model.ts'
import {id, text} from './fields.ts'

const step = z.object({
  number: z.number().int(),
  name: z.string().catch(''),
  status: z.string().catch('completed'),
  conclusion: text,
  started_at: text,
  completed_at: text,
})

const job = z.object({
  id,
  name: z.string().transform(name => name.slice(0, 500)),
  html_url: text,
  status: z.string().catch('completed'),
  conclusion: text,
  started_at: text,
  completed_at: text,
  steps: z.array(z.unknown()).catch([]),
})

const artifact = z.object({
  id: id.catch(0),
  name: z.string().min(1),
  size_in_bytes: z
    .number()
    .nonnegative()
    .nullish()
    .catch(null)
    .transform(v => v ?? null),
  expired: z.boolean().catch(false),
  created_at: text,
})

/** An artifact as listed. `created_at` tells the newest, the id does not. */
export type Artifact = z.infer<typeof artifact>

/** The jobs of a list; entries without an id or a name are left out. */
export const toJobs = (answers: readonly unknown[]): Job[] =>
  answers.flatMap(answer => {
    const {data} = job.safeParse(answer)
    if (!data) return []
    const {html_url: url, steps, ...rest} = data
    return {...rest, url, steps: steps.flatMap(s => step.safeParse(s).data ?? []), annotations: []}
  })

/** The artifacts of a list. */
export const toArtifacts = (answers: readonly unknown[]): Artifact[] =>
  answers.flatMap(answer => artifact.safeParse(answer).data ?? [])

const annotation = z.object({annotation_level: z.literal('failure'), message: z.string()})

/** Messages of level failure, each bounded. */
export const toAnnotations = (answers: readonly unknown[]): string[] =>
  answers.slice(0, 100).flatMap(a => annotation.safeParse(a).data?.message.slice(0, 4096) ?? [])
