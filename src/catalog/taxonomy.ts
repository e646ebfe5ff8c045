import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import type {Taxonomy} from './lint.ts'

/** Reads `taxonomy.yml`. */
export function readTaxonomy(path: string): Taxonomy {
  const families = parse(readFileSync(path, 'utf8')) as Record<string, {layer: string}>
  return new Map(Object.entries(families).map(([family, {layer}]) => [family, layer]))
}
