/** The lists of the API: what each is, which scope it needs, what may be asked of it and what a row of it is. */
import type { z } from 'zod'
import { alertColumns, alertRow } from './alert-rows.ts'
import { actionColumns, actionRow, auditColumns, auditRow } from './case-rows.ts'
import { distributionRow, measureRow } from './figure-rows.ts'
import { distributionColumns, measureColumns } from './flat-csv.ts'
import { actionsQuery, alertsQuery, auditsQuery, figuresQuery } from './query.ts'
import type { Scope } from './token.ts'

export type ListDefinition = {
  readonly name: string
  readonly scope: Scope
  readonly title: string
  readonly description: string
  readonly query: z.ZodObject
  readonly row: z.ZodType
  /** Names of its plain columns, for `format=flat` and `csv`; some only with the scope `text`. */
  readonly columnNames: (withText: boolean) => readonly string[]
  /** True where the scope `text` adds words to its rows. */
  readonly hasText?: boolean
  /** True where `kind` is not the kind of a round. */
  readonly ownKind?: boolean
}

export const distributionsList: ListDefinition = {
  name: 'distributions',
  scope: 'results',
  title: 'How themes and items were graded',
  description:
    'One row for each theme or item and round, with n, counts, whole percentages and the share that is good or better with its 95% interval: the same figures as the report for those inside the council. No row names a case.',
  query: figuresQuery,
  row: distributionRow,
  columnNames: () => Object.keys(distributionColumns),
}

export const measuresList: ListDefinition = {
  name: 'measures',
  scope: 'results',
  title: 'What was counted and measured',
  description:
    'One row for each item that is not graded and each round: the share of yes with its interval, the quartiles of a number, or the choices of a category.',
  query: figuresQuery,
  row: measureRow,
  columnNames: () => Object.keys(measureColumns),
}

export const auditsList: ListDefinition = {
  name: 'audits',
  scope: 'audits',
  title: 'Audits with their grades',
  description:
    'One row for each submitted or imported audit that counts, by date. Drafts never; an audit that was reopened stands as it was last submitted.',
  query: auditsQuery,
  row: auditRow,
  columnNames: (withText) => Object.keys(auditColumns(withText)),
  hasText: true,
}

export const actionsList: ListDefinition = {
  name: 'actions',
  scope: 'audits',
  title: 'Actions of audits',
  description:
    'One row for each action of an audit that counts, in the order in which they were made. Removed ones are left out.',
  query: actionsQuery,
  row: actionRow,
  columnNames: (withText) => Object.keys(actionColumns(withText)),
  hasText: true,
}

export const alertsList: ListDefinition = {
  name: 'alerts',
  scope: 'alerts',
  title: 'Practice alerts',
  description:
    'One row for each alert that was raised, by its number. Who raised it and to whom it went does not come out.',
  query: alertsQuery,
  row: alertRow,
  columnNames: (withText) => Object.keys(alertColumns(withText)),
  hasText: true,
  ownKind: true,
}

export const lists: readonly ListDefinition[] = [
  distributionsList,
  measuresList,
  auditsList,
  actionsList,
  alertsList,
]
