/**
 * Everything about one case in full, for a copy that is disclosed: each submitted audit with its words and safety notice, each
 * alert with every step. It is read one audit and alert after the other, since it is made seldom and has to be whole.
 */
import { listParties, NOBODY } from '../alerts/party-store.ts'
import { withoutReferences } from '../alerts/rules/alert-copy-words.ts'
import { momentOf } from '../alerts/rules/thread.ts'
import { listSteps } from '../alerts/step-store.ts'
import { findAlert } from '../alerts/store.ts'
import { countSuperseded } from '../audits/copy-store.ts'
import { loadCopiedSafety } from '../audits/load-copied-safety.ts'
import { loadReading } from '../audits/load-reading.ts'
import type { Reader } from '../audits/reader-store.ts'
import { findAudit } from '../audits/record-store.ts'
import type { Db } from '../db/schema.ts'
import { listChecksToCopy } from './case-copy-store.ts'
import { loadCaseContent, type OpenCase } from './load-case.ts'
import { isUnderWay } from './rules/case-timeline.ts'

const loadAudit = async (db: Db, auditId: string) => {
  const audit = await findAudit(db, auditId)
  if (!audit) return undefined
  const { review, findings, actions } = await loadReading(db, audit)
  return {
    audit,
    sections: review?.sections ?? [],
    overall: review?.overall,
    findings,
    actions,
    safety: await loadCopiedSafety(db, audit),
    superseded: audit.reopenedAt === null ? 0 : await countSuperseded(db, audit.id),
  }
}

/** As it is told on its page, without the references of the other children that it is about: this copy is of one child. */
const loadAlert = async (db: Db, alertId: string, caseId: string) => {
  const alert = await findAlert(db, alertId)
  if (!alert) return undefined
  const { cases, addressees, told } = await listParties(db, alertId, NOBODY)
  const others = cases.flatMap(({ id, reference }) => (id === caseId ? [] : [reference]))
  const clean = (words: string) => withoutReferences(words, others)
  const names = new Map(addressees.map(({ personId, name }) => [personId, name]))
  const { raisedOn, raiserName, expectedOn, concern, impact, asked } = alert
  return {
    ...{ raisedOn, raiserName, expectedOn },
    ...{ concern: clean(concern), impact: clean(impact), asked: clean(asked) },
    moments: (await listSteps(db, alertId)).map((step) => {
      const moment = momentOf(step, told.get(step.id) ?? [], names)
      const { sentence, words, aside = '' } = moment
      return { ...moment, sentence: clean(sentence), words: clean(words), aside: clean(aside) }
    }),
  }
}

/** @param open a case of which the reader may make a copy: they read all of it */
export const loadCaseCopy = async (db: Db, reader: Reader, open: OpenCase, now: string) => {
  const content = await loadCaseContent(db, reader, open, now)
  const inOrder = content.audits
    .filter(({ state }) => state === 'submitted')
    .toSorted((a, b) => ((a.auditedOn ?? '') < (b.auditedOn ?? '') ? -1 : 1))
  const audits = []
  for (const { id } of inOrder) {
    const audit = await loadAudit(db, id)
    if (audit) audits.push(audit)
  }
  const alerts = []
  for (const { id, reference, title, stateLabel } of content.alerts.toSorted((a, b) =>
    a.reference < b.reference ? -1 : 1
  )) {
    const alert = await loadAlert(db, id, open.id)
    if (alert) alerts.push({ reference, title, stateLabel, alert })
  }
  return {
    audits,
    alerts,
    checks: open.isHistory ? [] : await listChecksToCopy(db, open.id),
    /** Being worked on, so in no copy yet. */
    underWay: content.audits.filter(isUnderWay).length,
  }
}

export type CaseCopyContent = Awaited<ReturnType<typeof loadCaseCopy>>
