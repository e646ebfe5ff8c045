import {apart} from './apart.ts'
import {type Candidate, enough} from './candidates.ts'
import {isLasting} from './troubles.ts'

/** Only seen in what was printed or collected once the tests had failed. */
export const isThin = (c: Candidate): boolean => c.weight <= 0.6

/** It was said while a failed test ran. */
export const isTimely = (c: Candidate) => c.matches.some(m => m.weight >= enough && m.moment === 'failing')

/** It was said again and again, and only while failed tests ran. */
export const isOnlyThen = ({times}: Candidate) => times.failing >= steady && times.other === 0

/** It was said at other times, too. */
export const isAlsoElse = ({times}: Candidate) => times.other > 0

const steady = 3

/** Something came to its end by force, which no test asks for. */
export const isGrave = (c: Candidate) =>
  c.matches.some(m => m.weight >= enough && isLasting(c.pattern, m.match))

/** How often it was seen where it has to do with the failure. */
export const timesSeen = (c: Candidate) =>
  c.matches.filter(m => m.weight >= enough).reduce((sum, {match}) => sum + match.count, 0)

/** How often it was seen anywhere. */
export const timesHeard = (c: Candidate) =>
  c.matches.filter(m => m.weight > apart).reduce((sum, {match}) => sum + match.count, 0)

/** Where it stands first, for a stable order. */
export const position = (c: Candidate) => c.matches[0]?.match.at.line ?? 0
