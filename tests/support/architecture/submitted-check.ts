/**
 * Lists, counts and exports read what was submitted, and nothing of what is typed since an audit was reopened: through
 * src/audits/submitted-store.ts, which alone knows the difference.
 */
import type { Check } from './check.ts'

/** Queries are in stores, which another check sees to. */
const READERS = /^src\/(?:reports|analytics|api|work)\/(?:[\w-]+-)?store\.ts$/

/** Findings and actions as tables: as the start of a query, in a join, or in SQL. */
const TABLE = /^(?:finding|action)(?: as \w+)?$|\b(?:from|join)\s+(?:finding|action)\b/i

/** Columns that are written anew while an audit is corrected. */
const COLUMN = new RegExp(
  [
    'finding\\.(?:removed_at|revision)',
    'action\\.(?:what|intended_change|item_key|owner_id|due_on)',
    'audit_theme\\.(?:indicative_\\w+|auditor_\\w+|moderated_grade)',
    'answer\\.(?:state|value|evidence|reason)',
  ].join('|')
)

/** Places that may, each with what it may say and why. */
const allowed: readonly { path: string; text: RegExp; why: string }[] = [
  {
    path: 'src/work/find-store.ts',
    text: /^action$/,
    why: 'an outer join, with isSubmittedAction in its condition',
  },
  {
    path: 'src/analytics/repeat-store.ts',
    text: /^action$/,
    why: 'a cross join that keeps SQLite to an order, with isSubmittedAction beside it',
  },
]

export const submittedOnly: Check = {
  name: 'reports, results, the API and lists of work read findings, actions and grades as they were submitted',
  find: (files) =>
    files
      .filter(({ path }) => READERS.test(path))
      .flatMap(({ path, texts }) =>
        texts
          .filter(({ text }) => TABLE.test(text) || COLUMN.test(text))
          .filter(({ text }) => !allowed.some((one) => one.path === path && one.text.test(text)))
          .map(
            ({ text, line }) =>
              `${path} names ${(COLUMN.exec(text) ?? TABLE.exec(text))?.[0]} on line ${line}`
          )
      ),
  bad: {
    'src/api/case-store.ts': "db.selectFrom('finding').select('words')",
    'src/work/store.ts': "db.selectFrom('audit').leftJoin('action as mine', 'mine.audit_id', 'id')",
    'src/reports/counts-store.ts': 'sql`select 1 from action`',
    'src/analytics/store.ts': "submittedActions(db).select('action.due_on as dueOn')",
    'src/work/own-store.ts': 'sql`coalesce(audit_theme.auditor_grade, 1)`',
    'src/audits/store.ts': "db.selectFrom('finding')",
    'src/work/find-store.ts': "query.leftJoin('action', (join) => join.on('action.id', '=', id))",
  },
  faults: [
    'src/api/case-store.ts names finding on line 1',
    'src/work/store.ts names action as mine on line 1',
    'src/reports/counts-store.ts names from action on line 1',
    'src/analytics/store.ts names action.due_on on line 1',
    'src/work/own-store.ts names audit_theme.auditor_grade on line 1',
  ],
}
