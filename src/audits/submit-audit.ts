/**
 * Submits an audit: checks that nothing is missing, fixes what the case was, and counts its judgements. A second
 * submission, after a reopening, replaces the judgements and keeps the date of the first.
 */
import { type Action, listActionsOfAudit } from '../actions/store.ts'
import { findCase } from '../cases/store.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { replaceJudgements } from '../grading/replace-judgements.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { findNoticeOfAudit } from '../safety/store.ts'
import { type Finding, listFindings } from './finding-store.ts'
import { deleteNotes } from './note-store.ts'
import { openWork } from './open-work.ts'
import { type AuditWork, rubricsOf, shownItemsOf } from './rules/audit-work.ts'
import { judgementsOf } from './rules/judgements-of.ts'
import { type Missing, missingFrom } from './rules/ready.ts'
import { settleWork } from './settle-work.ts'
import { type AuditRow, markSubmitted } from './store.ts'
import { tellOwners } from './tell-owners.ts'

export type Submission =
  | { readonly ok: true }
  | { readonly ok: false; readonly missing: readonly Missing[] }

interface Conclusions {
  readonly findings: readonly Finding[]
  readonly actions: readonly Action[]
}

/** What the case was, fixed at the first submission. */
const caseFacts = async (tx: TransactionContext, audit: AuditRow) => {
  const isFirst = audit.firstSubmittedAt === null
  const found = isFirst && audit.caseId !== null ? await findCase(tx.db, audit.caseId) : undefined
  return {
    serviceStatus: found ? found.serviceStatus : audit.serviceStatus,
    teamId: found ? found.teamId : audit.teamId,
    workerId: found ? found.workerId : audit.workerId,
    iroId: found ? found.iroId : audit.iroId,
    child: found && {
      age: found.age,
      sex: found.sex,
      ethnicity: found.ethnicityGroup,
      disability: found.disability,
    },
  }
}

/** Everything that is submitted, so that the event can prove it without holding a word of it. */
const contentHash = (work: AuditWork, { findings, actions }: Conclusions) => {
  const shown = rubricsOf(work).flatMap((rubric) => shownItemsOf(rubric, work.answers))
  const answers = shown.flatMap(({ key }) => {
    const answer = work.answers.get(key)
    return answer ? [[key, answer.state, answer.value, answer.evidence, answer.reason]] : []
  })
  const grades = [...work.themes, work.overall].map((each) => [
    each.theme,
    each.auditorGrade,
    each.auditorReason,
  ])
  const concluded = {
    findings: findings.map(({ kind, itemKey, words }) => [kind, itemKey, words]),
    actions: actions.map(({ itemKey, what, intendedChange, ownerId, dueOn }) => [
      itemKey,
      what,
      intendedChange,
      ownerId,
      dueOn,
    ]),
  }
  return { hash: hashOf({ answers, grades, ...concluded }), answers: answers.length }
}

/**
 * @returns `ok: false` with what is missing, and nothing written
 * @throws NotTheirs and WrongState as openWork
 */
export const submitAudit = (
  ctx: Context,
  input: { readonly auditId: string }
): Promise<Submission> =>
  inTransaction(ctx, async (tx): Promise<Submission> => {
    const { audit, work: loaded } = await openWork(tx, input.auditId, 'submit')
    const work = await settleWork(tx, audit, loaded)
    const concluded = {
      findings: await listFindings(tx.db, audit.id),
      actions: await listActionsOfAudit(tx.db, audit.id),
    }
    const safety = await findNoticeOfAudit(tx.db, audit.id)
    const isUntold = safety !== undefined && safety.state !== 'closed' && Number(safety.told) === 0
    const missing = missingFrom(work, { ...concluded, isUntold })
    if (missing.length > 0) return { ok: false, missing }

    const facts = await caseFacts(tx, audit)
    const isFirst = audit.firstSubmittedAt === null
    // What was still to be looked for has been found or left; the words were for the auditor's eyes alone.
    await deleteNotes(tx.db, audit.id)
    await markSubmitted(tx.db, audit.id, {
      ...facts,
      now: tx.now,
      first: isFirst ? { at: tx.now, on: londonDate(tx.now) } : undefined,
    })
    await replaceJudgements(tx, { id: audit.id, roundId: audit.roundId, ...facts }, [
      ...judgementsOf(work),
    ])
    await tellOwners(tx, concluded.actions, audit.caseReference)
    recordEvent(tx, {
      type: 'audit.submitted',
      subjectId: audit.id,
      details: { ...contentHash(work, concluded), first: isFirst },
    })
    return { ok: true }
  })
