/** Whatever is submitted, reopened, voided, imported, undone and mapped, in any order: every sum is what a plain count gives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reopenAudit } from '../../src/audits/reopen-audit.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Context } from '../../src/db/transaction.ts'
import { Conflict, FaultyInput, FieldFault, NotFound } from '../../src/errors.ts'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { mapName } from '../../src/imports/map-name.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { undoMapping } from '../../src/imports/undo-mapping.ts'
import { listChosen } from '../../src/programme/progress-store.ts'
import { seenMark } from '../../src/programme/rules/bulk-action.ts'
import { voidAudits } from '../../src/programme/void-audits.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { HEADER, run } from '../support/results-file.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'
import { newWorld } from '../support/world.ts'

const grade = fc.constantFrom('outstanding', 'good', 'requires_improvement', 'inadequate')
const which = fc.integer({ min: 0, max: 1 })
const status = fc.constantFrom('cin', 'cp', '')

const step = fc.oneof(
  fc.record({ do: fc.constant('submit' as const), which, grade }),
  fc.record({ do: fc.constant('reopen' as const), which }),
  fc.record({ do: fc.constant('void' as const), which }),
  fc.record({ do: fc.constant('import' as const), which, grade, status }),
  fc.record({ do: fc.constantFrom('undo' as const, 'map' as const, 'undoMap' as const) })
)

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** What the product refuses with words is no step: nothing was changed. */
const unlessRefused = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    const isRefusal = [Conflict, FaultyInput, FieldFault, NotFound].some(
      (one) => error instanceof one
    )
    if (!isRefusal) throw error
  }
}

const stateOf = async (ctx: Context, { auditId }: OpenAudit): Promise<string> => {
  const audit = ctx.db.selectFrom('audit').select('state').where('id', '=', auditId)
  return (await audit.executeTakeFirstOrThrow()).state
}

const submit = async (ctx: Context, audit: OpenAudit, to: string) => {
  const state = await stateOf(ctx, audit)
  if (!['allocated', 'in_progress', 'reopened'].includes(state)) return
  const own = asPerson(ctx, audit.auditorId)
  if (state === 'allocated') await answerAll(ctx, audit)
  for (const theme of ['cp_plan', 'audit']) {
    const { revision } = await ctx.db
      .selectFrom('audit_theme')
      .select('revision')
      .where('audit_id', '=', audit.auditId)
      .where('theme', '=', theme)
      .executeTakeFirstOrThrow()
    const chosen = { theme, grade: to, reason: 'Read again with the team', revision }
    await saveThemeGrade(own, { auditId: audit.auditId, ...chosen })
  }
  expect(await submitAudit(own, { auditId: audit.auditId })).toEqual({ ok: true })
}

const voidOne = async (ctx: Context, { auditId, roundId }: OpenAudit) => {
  const days = { todayOn: '2026-01-12', soonOn: '2026-01-19' }
  const rows = await listChosen(ctx.db, roundId, [auditId], days)
  const chosen = rows.map((row) => ({ auditId, seen: seenMark(row) }))
  await unlessRefused(voidAudits(ctx, { roundId, chosen, reason: 'The wrong sibling' }))
}

const file = (reference: string, value: string, of: string) =>
  [
    HEADER,
    `${reference},April audit,2016-04-28,CIN plans,,${value},,North 1,${of}`,
    `${reference},April audit,2016-04-28,CIN plans,Clear plan,${value},,North 1,${of}`,
    `${reference},April audit,2016-04-28,audit,,good,,North 1,${of}`,
  ].join('\n')

const mapping = (ctx: Context) =>
  ctx.db
    .selectFrom('history_mapping')
    .select('id')
    .where('undone_at', 'is', null)
    .executeTakeFirst()

const take = async (ctx: Context, audits: readonly OpenAudit[], one: Step): Promise<void> => {
  const audit = 'which' in one ? audits[one.which] : undefined
  if (one.do === 'submit' && audit) return submit(ctx, audit, one.grade)
  if (one.do === 'void' && audit) return voidOne(ctx, audit)
  if (one.do === 'reopen' && audit) {
    if ((await stateOf(ctx, audit)) !== 'submitted') return
    return reopenAudit(ctx, { auditId: audit.auditId, reason: 'The wrong plan was read' })
  }
  if (one.do === 'import') {
    await unlessRefused(run(ctx, file(`H${one.which}`, one.grade, one.status), { replace: true }))
  }
  if (one.do === 'undo') {
    const last = await ctx.db
      .selectFrom('results_import')
      .select('id')
      .where('state', '<>', 'undone')
      .orderBy('imported_at', 'desc')
      .executeTakeFirst()
    if (last) await unlessRefused(undoImport(ctx, { importId: last.id }))
  }
  if (one.do === 'map') {
    const from = { kind: 'theme' as const, theme: 'CIN plans', item: '', teamId: '' }
    await unlessRefused(mapName(ctx, { from, to: 'cin_plan', reason: 'Its name until 2018' }))
  }
  if (one.do === 'undoMap') {
    const standing = await mapping(ctx)
    if (standing) await unlessRefused(undoMapping(ctx, { id: standing.id, reason: 'Not so' }))
  }
}

/** Counted here, from the rows alone. */
const plainCount = async ({ db }: Context) => {
  const rows = await db
    .selectFrom('judgement')
    .innerJoin('audit', 'audit.id', 'judgement.audit_id')
    .select(['judgement.service_status as status', 'theme', 'item', 'judgement.round_id as round'])
    .select(['judgement.kind as kind', 'value'])
    .where('is_counted', '=', 1)
    .execute()
  const groups = Map.groupBy(rows, (row) => Object.values(row).join(' · '))
  return [...groups].map(([key, some]) => `${key}: ${some.length}`).toSorted()
}

const kept = async ({ db }: Context) => {
  const rows = await db
    .selectFrom('tally_status')
    .select(['service_status as status', 'theme', 'item', 'round_id as round', 'kind', 'value'])
    .select('count')
    .where('count', '<>', 0)
    .execute()
  return rows.map(({ count, ...key }) => `${Object.values(key).join(' · ')}: ${count}`).toSorted()
}

/** Few enough that one council does for all of them; what follows what is drawn. */
test.each([31, 62])(
  'sums equal a plain count after any steps (%i)',
  async (seed) => {
    const world = await newWorld()
    const first: Context = { ...world.context(), actor: { kind: 'user', id: world.people.qa_lead } }
    const audits = [
      await openAudit(first),
      await openAudit(first, { case: { teamId: world.teamId } }),
    ]
    for (const [minute, one] of fc.sample(step, { numRuns: 16, seed }).entries()) {
      await take({ ...first, now: `2026-01-12T10:${minute + 10}:00.000Z` }, audits, one)
      expect([one, await kept(first)]).toEqual([one, await plainCount(first)])
    }
    expect(await recountTallies(first.db)).toEqual([])
  },
  60_000
)
