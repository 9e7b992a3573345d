/** What every file must be by itself: its name, its length, its opening words, what it exports and what it may not say. */
import type { Check } from './check.ts'
import { isVerb } from './import-checks.ts'
import { kindOfPath } from './layers.ts'
import type { Mark, SourceFile } from './source-file.ts'

const each = (
  files: readonly SourceFile[],
  fault: (file: SourceFile) => string | readonly string[] | undefined
): string[] =>
  files.flatMap((file) => [fault(file) ?? []].flat().map((words) => `${file.path} ${words}`))

const marked = (files: readonly SourceFile[], what: Mark['what'], words: string) =>
  each(files, (file) =>
    file.marks.filter((mark) => mark.what === what).map((mark) => `${words} on line ${mark.line}`)
  )

const MOST_LINES = 300

const length: Check = {
  name: `no file is longer than ${MOST_LINES} lines`,
  find: (files) =>
    each(files, (file) => (file.lines > MOST_LINES ? `has ${file.lines} lines` : undefined)),
  bad: { 'src/audits/store.ts': '\n'.repeat(302), 'src/cases/store.ts': '\n'.repeat(300) },
  faults: ['src/audits/store.ts has 302 lines'],
}

const VAGUE =
  /(?:^|[/-])(?:utils?|helpers?|misc|managers?|services?)(?:\.|\/)|(?:^|\/)(?:common|types|index)(?:\.|\/)/

const names: Check = {
  name: 'files are kebab-case and none is named for nothing in particular',
  find: (files) =>
    each(files, ({ path }) => {
      // The explicit map of migrations.
      if (path === 'migrations/index.ts') return undefined
      if (VAGUE.test(path)) return 'has a name that says nothing'
      return /^(?:[a-z0-9-]+\/)*_?[a-z0-9-]+(?:\.test|\.config|\.d)?\.tsx?$/.test(path)
        ? undefined
        : 'is not kebab-case'
    }),
  bad: {
    'src/audits/utils.ts': '',
    'src/audits/date-helpers.ts': '',
    'src/common/dates.ts': '',
    'src/audits/audit-service.ts': '',
    'src/audits/submitAudit.ts': '',
    'src/rubrics/rules/service-status.ts': '',
    'src/rubrics/rules/check-common.ts': '',
  },
  faults: [
    'src/audits/utils.ts has a name that says nothing',
    'src/audits/date-helpers.ts has a name that says nothing',
    'src/common/dates.ts has a name that says nothing',
    'src/audits/audit-service.ts has a name that says nothing',
    'src/audits/submitAudit.ts is not kebab-case',
  ],
}

const opening: Check = {
  name: 'each file opens with a doc comment of at least a sentence',
  find: (files) =>
    each(files, (file) =>
      /\w.{10,}/s.test(file.opening ?? '') || file.path === 'vitest.config.ts'
        ? undefined
        : 'does not open with a doc comment'
    ),
  bad: {
    'src/a.ts': `// Not a doc comment, though long enough to be one.\nexport const a = 1`,
    'src/b.ts': `import { a } from './a.ts'\n/** Comes too late to open the file. */`,
    'src/c.ts': '/** Short. */',
  },
  faults: [
    'src/a.ts does not open with a doc comment',
    'src/b.ts does not open with a doc comment',
    'src/c.ts does not open with a doc comment',
  ],
}

const exported: Check = {
  name: 'nothing is exported as default or passed on from another file',
  find: (files) =>
    each(files, ({ path, exports }) =>
      exports
        .filter(
          ({ kind }) => kind === 'again' || (kind === 'default' && path !== 'vitest.config.ts')
        )
        .map(({ kind, name }) =>
          kind === 'default' ? 'has a default export' : `passes on ${name} from another file`
        )
    ),
  bad: {
    'src/a.ts': 'export default 1',
    'src/b.ts': `export * from './a.ts'`,
    'src/c.ts': `export { a as default } from './a.ts'`,
    'src/d.ts': `export { a } from './a.ts'`,
  },
  faults: [
    'src/a.ts has a default export',
    'src/b.ts passes on * from another file',
    'src/c.ts has a default export',
    'src/d.ts passes on a from another file',
  ],
}

const camel = (path: string): string =>
  path
    .replace(/^.*\/|\.tsx?$/g, '')
    .replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** The demonstration acts out what people do through the verbs of others: its files are acts, several to a file. */
const isAct = ({ path }: SourceFile): boolean => path.startsWith('src/demo/')

const verbs: Check = {
  name: 'a verb file exports one function, named as the file',
  find: (files) =>
    each(
      files.filter((file) => isVerb(file) && !isAct(file)),
      ({ path, exports }) => {
        const functions = exports.filter(({ kind }) => kind === 'function').map(({ name }) => name)
        return functions.length === 1 && functions[0] === camel(path)
          ? undefined
          : `exports ${functions.join(', ') || 'no function'} and not ${camel(path)} alone`
      }
    ),
  bad: {
    'src/cases/add-case.ts': 'export const addOne = (ctx: Context) => ctx',
    'src/cases/open-case.ts':
      'export const openCase = (ctx: Context) => ctx\nexport const shut = () => 1',
    'src/cases/shut-case.ts': 'inTransaction(ctx, () => 1)',
    'src/cases/read-file.ts': 'export const a = () => 1\nexport const b = () => 2',
  },
  faults: [
    'src/cases/add-case.ts exports addOne and not addCase alone',
    'src/cases/open-case.ts exports openCase, shut and not openCase alone',
    'src/cases/shut-case.ts exports no function and not shutCase alone',
  ],
}

const environment: Check = {
  name: 'only config.ts reads the environment',
  find: (files) =>
    marked(
      files.filter(
        ({ path }) => path !== 'src/config.ts' && !/^(?:tests|tools|bench|bin)\//.test(path)
      ),
      'process.env',
      'reads the environment'
    ),
  bad: {
    'src/main.ts': `const a = 1\nconst b = process.env.PORT`,
    'src/config.ts': 'process.env.PORT',
    'src/db/migrate.ts': `process['env']`,
  },
  faults: [
    'src/main.ts reads the environment on line 2',
    'src/db/migrate.ts reads the environment on line 1',
  ],
}

const pure: Check = {
  name: 'rules and views ask neither the clock nor chance',
  find: (files) => {
    const pureFiles = files.filter(({ path }) => ['rules', 'view'].includes(kindOfPath(path)))
    return [
      ...marked(pureFiles, 'clock', 'asks the clock'),
      ...marked(pureFiles, 'chance', 'asks chance'),
      ...marked(pureFiles, 'import()', 'imports while running'),
    ]
  },
  bad: {
    'src/cases/rules/sample.ts': `Date.now()\nnew Date()\nMath.random()\nnew Date('2026-01-30')`,
    'views/cases/case-page.tsx': `Date()\nawait import('zod')`,
    'src/cases/store.ts': 'Date.now()',
  },
  faults: [
    'src/cases/rules/sample.ts asks the clock on line 1',
    'src/cases/rules/sample.ts asks the clock on line 2',
    'views/cases/case-page.tsx asks the clock on line 1',
    'src/cases/rules/sample.ts asks chance on line 3',
    'views/cases/case-page.tsx imports while running on line 2',
  ],
}

/** Keeping and proving the chain is all that the event log does; recounting has to be done with other SQL than the store's. */
const MAY_QUERY = [
  'src/events/append-events.ts',
  'src/events/verify-events.ts',
  'src/grading/recount-tallies.ts',
]

/** The doctype, which JSX cannot say; the XML of Excel files, whose cells come in hundreds of thousands; drawings. */
const MAY_HOLD_MARKUP = [
  'views/layout.tsx',
  'src/documents/sheet-text.ts',
  'src/documents/workbook-parts.ts',
  'src/documents/write-workbook.ts',
  'src/documents/stand-alone-svg.ts',
]

const queries: Check = {
  name: 'queries stand in stores',
  find: (files) =>
    marked(
      files.filter(
        ({ path }) =>
          /^(?:src|views)\//.test(path) &&
          !['store', 'db'].includes(kindOfPath(path)) &&
          !MAY_QUERY.includes(path)
      ),
      'query',
      'makes a query'
    ),
  bad: {
    'src/cases/routes.tsx': `const a = 1\nc.get('deps').db.selectFrom('case_file')`,
    'src/cases/add-case.ts': `tx.db.insertInto('case_file').values({})`,
    'src/cases/store.ts': `db.selectFrom('case_file')`,
  },
  faults: [
    'src/cases/routes.tsx makes a query on line 2',
    'src/cases/add-case.ts makes a query on line 1',
  ],
}

const markup: Check = {
  name: 'HTML is written in views, as JSX and never in a string',
  find: (files) =>
    marked(
      files.filter(({ path }) => /^(?:src|views)\//.test(path) && kindOfPath(path) !== 'browser'),
      'markup',
      'has HTML in a string'
    ).filter((fault) => !MAY_HOLD_MARKUP.some((path) => fault.startsWith(path))),
  bad: {
    'src/cases/routes.tsx': `c.html('<p>Saved</p>')`,
    'src/cases/store.ts': "const list = ['<ul>', '</ul>'].join(items)",
    'views/cases/case-page.tsx': 'export const CasePage = () => <p>{1 < 2}</p>',
  },
  faults: [
    'src/cases/routes.tsx has HTML in a string on line 1',
    'src/cases/store.ts has HTML in a string on line 1',
    'src/cases/store.ts has HTML in a string on line 1',
  ],
}

const any: Check = {
  name: 'nothing is typed any outside migrations',
  find: (files) =>
    marked(
      files.filter(({ path }) => kindOfPath(path) !== 'migration'),
      'any',
      'says any'
    ),
  bad: {
    'src/a.ts': `const a = b as any\nconst c: any[] = []`,
    'migrations/0009-cases.ts': 'export const up = (db: Kysely<any>) => db',
  },
  faults: ['src/a.ts says any on line 1', 'src/a.ts says any on line 2'],
}

const LEFT_OVER = /\b(?:TODO|FIXME|XXX|HACK)\b|@ts-(?:ignore|expect-error|nocheck)|biome-ignore/

const comments: Check = {
  name: 'no comment puts work off or silences a tool',
  find: (files) =>
    each(files, (file) =>
      file.comments.flatMap((text) => {
        const found = LEFT_OVER.exec(text)
        return found ? [`has a comment with ${found[0]}`] : []
      })
    ),
  bad: {
    'src/a.ts': '/** Fine. */\n// TODO: later',
    'src/b.ts': '// @ts-ignore\nlet a = 1',
    'src/c.ts': '/* biome-ignore lint: because */',
  },
  faults: [
    'src/a.ts has a comment with TODO',
    'src/b.ts has a comment with @ts-ignore',
    'src/c.ts has a comment with biome-ignore',
  ],
}

export const fileChecks: readonly Check[] = [
  length,
  names,
  opening,
  exported,
  verbs,
  environment,
  pure,
  queries,
  markup,
  any,
  comments,
]
