/** The conclusions of an audit on one page. Saving and removing them is in finding-routes.tsx. */
import { Hono } from 'hono'
import { auditAddress } from '../../views/audits/audit-heading.tsx'
import { ConclusionsPage, type Removed } from '../../views/audits/conclusions-page.tsx'
import { findAction, listActionsOfAudit } from '../actions/store.ts'
import type { AppEnv, C } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { londonDate } from '../people/rules/london-date.ts'
import { listActivePeople } from '../people/store.ts'
import { panelOfAudit } from '../safety/load-safety-panel.ts'
import { findFinding, listFindings } from './finding-store.ts'
import { loadNamesAsked } from './load-names-asked.ts'
import { auditIdOf, workableAudit } from './record-routes.tsx'
import { questionChoices, shortOf } from './rules/conclusion-facts.ts'
import {
  type ActionFields,
  actionFieldsOf,
  type FindingFields,
  type FindingKind,
  findingFieldsOf,
  findingNames,
} from './rules/finding-fields.ts'
import { type GradeFields, overallGradeFields } from './rules/grade-fields.ts'
import { namesInConclusions } from './rules/name-questions.ts'
import { sideFacts } from './rules/side-facts.ts'
import type { SaveStatus } from './save-status.ts'

export const conclusions = new Hono<AppEnv>()

const complete = may('audits.complete')

const addressOf = (c: C): string => auditAddress({ id: auditIdOf(c) })

/** What was sent and not saved. */
export type Unsaved =
  | { readonly of: 'finding'; readonly fields: FindingFields; readonly status: SaveStatus }
  | { readonly of: 'action'; readonly fields: ActionFields; readonly status: SaveStatus }
  | { readonly of: 'grade'; readonly fields: GradeFields; readonly status: SaveStatus }

const removedThing = async (c: C): Promise<Removed | undefined> => {
  const { db } = c.get('deps')
  const auditId = auditIdOf(c)
  const findingId = c.req.query('removed-finding')
  const finding = findingId === undefined ? undefined : await findFinding(db, findingId)
  if (finding?.auditId === auditId && finding.removedAt !== null) {
    const { id, kind, words, revision } = finding
    return {
      name: findingNames[kind],
      postTo: `${addressOf(c)}/findings`,
      fields: { finding: id, kind, words, item: finding.itemKey ?? '', revision: String(revision) },
    }
  }
  const actionId = c.req.query('removed-action')
  const action = actionId === undefined ? undefined : await findAction(db, actionId)
  if (action?.auditId !== auditId || action.state !== 'removed') return undefined
  return { name: 'action', postTo: `${addressOf(c)}/actions/${action.id}/restore`, fields: {} }
}

/** The page; a form that was not saved stands in it as it was sent. */
export const showConclusions = async (c: C, sent?: Unsaved, status: 200 | 409 | 422 = 200) => {
  const open = await workableAudit(c)
  if (!open) return c.redirect(addressOf(c), 303)
  const { db, ids } = c.get('deps')
  const { audit, work } = open
  const findings = await listFindings(db, audit.id)
  const actions = await listActionsOfAudit(db, audit.id)
  const people = await listActivePeople(db)
  const isGrade = sent?.of === 'grade'
  const changing = sent && !isGrade ? sent.fields.id : c.req.query('change')
  const csrf = csrfOf(c)
  const found = namesInConclusions(work, { findings, actions })
  const names = await loadNamesAsked(db, audit.id, found)
  const questions = [...questionChoices(work)]
  const common = { address: auditAddress(audit), csrf, questions }

  const findingFormOf = (kind: FindingKind) => {
    const kept = findings.find((each) => each.kind === kind && each.id === changing)
    const mine = sent?.of === 'finding' && sent.fields.kind === kind ? sent : undefined
    const blank = { id: ids(), kind, itemKey: '', words: '', revision: 0 }
    return {
      ...common,
      name: findingNames[kind],
      isNew: kept === undefined,
      fields: mine?.fields ?? (kept ? findingFieldsOf(kept) : blank),
      state: mine?.status,
      names: kept && names.get(kept.id),
    }
  }
  const keptAction = actions.find((each) => each.id === changing && each.state === 'open')
  const mine = sent?.of === 'action' ? sent : undefined
  const blankAction = {
    id: ids(),
    itemKey: null,
    what: '',
    intendedChange: '',
    ownerId: null,
    dueOn: null,
    revision: 0,
  }
  const savedFindings = (kind: FindingKind) =>
    findings
      .filter((each) => each.kind === kind && each.id !== changing)
      .map(({ id, words, itemKey }) => ({ id, words, about: shortOf(work, itemKey) }))

  return renderPage(
    c,
    { title: 'Overall grade, strengths, areas, actions', current: 'work', status },
    <ConclusionsPage
      audit={audit}
      safety={panelOfAudit(audit)}
      grade={{
        ...(isGrade ? { ...sent.fields, state: sent.status } : overallGradeFields(work.overall)),
        todayOn: londonDate(c.get('now')),
      }}
      strengths={savedFindings('strength')}
      areas={savedFindings('area')}
      actions={actions
        .filter(({ id }) => id !== keptAction?.id)
        .map((action) => ({
          ...action,
          about: shortOf(work, action.itemKey),
          isDone: action.state === 'done',
        }))}
      strengthForm={findingFormOf('strength')}
      areaForm={findingFormOf('area')}
      actionForm={{
        ...common,
        isNew: keptAction === undefined,
        fields: mine?.fields ?? actionFieldsOf(keptAction ?? blankAction),
        state: mine?.status,
        names: keptAction && names.get(keptAction.id),
        people: people.map(({ id, name, jobTitle, teamName }) => ({
          value: id,
          text: [name, jobTitle, teamName].filter(Boolean).join(', '),
        })),
      }}
      names={names}
      removed={sent ? undefined : await removedThing(c)}
      side={sideFacts(work, 'conclusions')}
      csrf={csrf}
    />
  )
}

conclusions.get('/audits/:id/conclusions', complete, (c) => showConclusions(c))
