/** How many repeat findings there are: each is one criterion in one team or service. */
import { formatCount } from '../format.ts'

export const repeatWords = (count: number, by: 'team' | 'service'): string =>
  `${count === 1 ? 'Once' : `${formatCount(count)} times`} a criterion was below good in the same ${by} in three or more rounds running.`
