/** The bands in which children's ages are counted: those of the Department for Education's statistics, with 16 and 17 apart from adults. */

/** In order; `from` and `to` in whole years, both included. */
export const ageBands = [
  { key: 'under_1', from: 0, to: 0 },
  { key: '1_to_4', from: 1, to: 4 },
  { key: '5_to_9', from: 5, to: 9 },
  { key: '10_to_15', from: 10, to: 15 },
  { key: '16_to_17', from: 16, to: 17 },
  { key: '18_and_over', from: 18, to: 200 },
] as const

export type AgeBand = (typeof ageBands)[number]['key']

/** @param age whole years; what is below nought is under 1 */
export const ageBandOf = (age: number): AgeBand =>
  ageBands.find(({ to }) => age <= to)?.key ?? '18_and_over'
