/** All pages of a list that says how long it is. */

import type {Note} from '../model.ts'
import {refused} from './refusal.ts'

const PAGES = 50

/** What arrived; a refusal, or another number than announced, becomes a note, and what came before it stays. */
export async function allPages(
  what: string,
  permission: string,
  notes: Note[],
  page: (number: number) => Promise<{total: number; items: readonly unknown[]}>,
): Promise<unknown[]> {
  const all: unknown[] = []
  let total = 0
  try {
    for (let number = 1; number <= PAGES; number++) {
      const answer = await page(number)
      total = answer.total
      all.push(...answer.items)
      if (answer.items.length === 0 || all.length >= total) break
    }
  } catch (error) {
    notes.push(refused(what, error, permission))
    return all
  }
  if (all.length !== total)
    notes.push({what, why: `GitHub announced ${total} and listed ${all.length}; run again to have them all`})
  return all
}
