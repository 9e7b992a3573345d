/** Whatever is published, withdrawn, brought back, imported or undone later, a past audit shows what it showed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadWork } from '../../src/audits/store.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { FaultyInput, WrongState } from '../../src/errors.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { nextVersion } from '../../src/rubrics/rules/rubric-version.ts'
import { findRubric, listRubricVersions } from '../../src/rubrics/store.ts'
import { publishDraft } from '../../src/studio/publish-draft.ts'
import { restoreVersion } from '../../src/studio/restore-version.ts'
import { draftMark } from '../../src/studio/rules/draft-mark.ts'
import { saveDraftItem } from '../../src/studio/save-draft-item.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { findDraft } from '../../src/studio/store.ts'
import { withdrawVersion } from '../../src/studio/withdraw-version.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'
import { newWorld, type World } from '../support/world.ts'

const versionsOf = async (world: World) =>
  (await listRubricVersions(world.db)).filter(({ key }) => key === 'cp_plan')

type Step = {
  readonly kind: 'studio' | 'file' | 'withdraw' | 'restore' | 'import' | 'undo'
  readonly pick: number
}

const take = async (world: World, { kind, pick }: Step, place: number): Promise<void> => {
  const ctx = world.context()
  const versions = await versionsOf(world)
  const one = versions[pick % versions.length]
  if (!one) throw new Error('no version')
  const words = `Does it help, for the ${place}. time?`
  if (kind === 'withdraw') await withdrawVersion(ctx, { ...one, reason: words })
  if (kind === 'restore') await restoreVersion(ctx, one)
  if (kind === 'import') {
    const head = 'audit_ref,round,audited_on,theme,item,grade'
    await run(ctx, `${head}\nH${place},Round ${place},2025-01-10,cp_plan,cp.clarity,good`)
  }
  if (kind === 'undo') {
    const made = await world.db
      .selectFrom('audit')
      .select('import_id as importId')
      .where('reference', 'like', 'H%')
      .orderBy('reference')
      .execute()
    const { importId } = made[pick % made.length] ?? {}
    if (importId) await undoImport(ctx, { importId })
  }
  if (kind === 'file') {
    const found = await findRubric(world.db, 'cp_plan', '1')
    if (!found) throw new Error('no version 1')
    const version = nextVersion(
      '1',
      versions.map((each) => each.version)
    )
    const items = found.rubric.items.map((item) => ({
      ...item,
      question: `${item.question} ${place}`,
    }))
    await publishRubric(ctx, {
      file: 'x',
      rubric: { ...found.rubric, version, items },
      lines: new Map(),
    })
  }
  if (kind === 'studio') {
    const draftId = await startDraft(ctx, { from: 'version', versionId: one.id })
    const item = (await findDraft(world.db, draftId))?.items[0]
    if (!item) throw new Error('no item')
    const { id: itemId, revision } = item
    await saveDraftItem(ctx, { draftId, itemId, content: { question: words }, revision })
    const draft = await findDraft(world.db, draftId)
    if (draft) await publishDraft(ctx, { draftId, note: words, mark: draftMark(draft) })
  }
}

/** The page that a QA lead reads, without the header, whose notices come and go. */
const pageOf = async (world: World, auditId: string): Promise<string> => {
  const words = await wordsOf(await (await world.as('qa_lead')).get(`/audits/${auditId}`))
  return words.slice(words.indexOf('\nAudit'))
}

const shown = async (world: World, auditId: string, roundId: string) => ({
  page: await pageOf(world, auditId),
  work: await loadWork(world.db, auditId),
  themes: await world.db
    .selectFrom('audit_theme')
    .selectAll()
    .where('audit_id', '=', auditId)
    .orderBy('theme')
    .execute(),
  judgements: await world.db
    .selectFrom('judgement')
    .selectAll()
    .where('audit_id', '=', auditId)
    .execute(),
  tally: await world.db
    .selectFrom('tally_council')
    .selectAll()
    .where('round_id', '=', roundId)
    .execute(),
})

test('a past audit shows what it showed', { timeout: 120_000 }, async () => {
  const step = fc.record({
    kind: fc.constantFrom('studio', 'file', 'withdraw', 'restore', 'import', 'undo'),
    pick: fc.nat({ max: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const world = await newWorld()
      const auditorId = world.people.manager
      const { auditId, roundId } = await openAudit(world.context(), { auditorId })
      await answerAll(world.context(), { auditId, auditorId })
      await submitAudit(asPerson(world.context(), auditorId), { auditId })
      await run(
        world.context(),
        'audit_ref,round,audited_on,theme,item,grade\nP1,Past,2024-01-10,cp_plan,cp.clarity,good'
      )
      const past = await world.db
        .selectFrom('audit')
        .select(['id', 'round_id'])
        .where('reference', '=', 'P1')
        .executeTakeFirstOrThrow()
      const both = async () => [
        await shown(world, auditId, roundId),
        await shown(world, past.id, past.round_id),
      ]
      const before = await both()
      expect(before.map(({ page }) => page)).toEqual([
        expect.stringContaining('Can parents see what has to be different'),
        expect.stringContaining('Can parents see what has to be different'),
      ])
      for (const [place, one] of steps.entries()) {
        try {
          await take(world, one, place)
        } catch (error) {
          // Withdrawn twice, brought back while in use: refused, and nothing happened.
          if (!(error instanceof WrongState || error instanceof FaultyInput)) throw error
        }
      }
      expect(await both()).toEqual(before)
    }),
    { numRuns: 12 }
  )
})
