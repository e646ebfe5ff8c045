/** What is tested: the built action and command line, as they stand in this folder or in a copy of it. */
import {resolve} from 'node:path'

export const product = resolve(process.env['E2E_TRIAGE_ROOT'] ?? resolve(import.meta.dirname, '../..'))
export const examples = resolve(import.meta.dirname, '../../examples')
