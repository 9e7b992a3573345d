/**
 * The closed list of what the event log can say. An event holds ids, field names, counts and hashes, never typed
 * words or people's names, so that retention can remove words without breaking the chain. Adding a type is a
 * change to the log's language: give it a sentence in describe-event.ts.
 */
import { z } from 'zod'
import { alertEventDetails } from './alert-event-types.ts'

const id = z.string().min(1).max(100)
const fields = z.array(z.string().max(100)).max(100)
const count = z.number().int().min(0)

/** Details by type. Subject is what the event is about: its kind is the part of the type before the dot. */
export const eventDetails = {
  'council.created': z.strictObject({ demo: z.boolean() }),
  'council.backed_up': z.strictObject({ tables: count, rows: count }),
  'council.category_changed': z.strictObject({
    categoryId: id,
    change: z.enum(['added', 'renamed', 'moved', 'retired', 'restored']),
  }),
  'council.ladder_changed': z.strictObject({ number: count, stages: count }),
  'council.closure_day_added': z.strictObject({ date: z.string() }),
  'council.closure_day_removed': z.strictObject({ date: z.string() }),
  'council.alert_lists_started': z.strictObject({ categories: count, stages: count }),
  'council.restored': z.strictObject({ tables: count, rows: count }),

  'person.added': z.strictObject({ roles: z.array(z.string()), teamId: id.nullable() }),
  'person.changed': z.strictObject({
    fields,
    roles: z.array(z.string()).optional(),
    teamId: id.nullable().optional(),
  }),
  'person.deactivated': z.strictObject({}),
  'person.work_handed_over': z.strictObject({
    toId: id.nullable(),
    actions: count,
    auditsToAllocate: count,
  }),
  'person.cover_set': z.strictObject({
    coverId: id,
    fromOn: z.string(),
    toOn: z.string(),
    onBehalf: z.boolean(),
  }),
  'person.cover_ended': z.strictObject({ coverId: id, hasLeft: z.boolean() }),
  'person.reactivated': z.strictObject({}),
  'person.sessions_ended': z.strictObject({ sessions: count }),
  'person.list_imported': z.strictObject({ fileHash: z.string(), added: count, changed: count }),
  'person.password_set': z.strictObject({}),
  'person.password_link_made': z.strictObject({ expiresAt: z.string() }),
  'person.signed_in': z.strictObject({ sessionId: id }),
  'person.sign_in_refused': z.strictObject({
    reason: z.enum(['unknown', 'wrong', 'inactive', 'throttled', 'no_password']),
  }),
  'person.signed_out': z.strictObject({ sessions: count }),
  'person.calendar_made': z.strictObject({ replaced: z.boolean() }),
  'person.calendar_removed': z.strictObject({}),

  'team.added': z.strictObject({ parentId: id.nullable(), isHistorical: z.boolean() }),
  'team.changed': z.strictObject({ fields }),
  'team.closed': z.strictObject({
    closedOn: z.string(),
    peopleTo: id.nullable(),
    people: count,
    casesTo: id.nullable(),
    cases: count,
  }),
  'team.reopened': z.strictObject({}),

  'access.refused': z.strictObject({
    permission: z.string(),
    method: z.string(),
    route: z.string(),
  }),

  'rubric.published': z.strictObject({ key: id, version: z.string(), hash: z.string() }),
  'rubric.withdrawn': z.strictObject({}),
  'rubric.restored': z.strictObject({}),
  'rubric.draft_started': z.strictObject({
    from: z.enum(['version', 'file', 'blank', 'merge']),
    baseVersionId: id.nullable(),
  }),
  'rubric.draft_changed': z.strictObject({ itemId: id.nullable(), fields }),
  'rubric.draft_discarded': z.strictObject({}),
  'rubric.draft_published': z.strictObject({ versionId: id }),

  'case.added': z.strictObject({}),
  'case.changed': z.strictObject({ fields }),
  'case.read': z.strictObject({}),
  'case.exported': z.strictObject({ format: z.enum(['print', 'docx']), audits: count }),

  'round.created': z.strictObject({ roundKind: z.string(), rubrics: z.array(z.string()) }),
  'round.changed': z.strictObject({ fields }),
  'round.opened': z.strictObject({ audits: count }),
  'round.closed': z.strictObject({ submitted: count, notDone: count }),
  'round.cases_added': z.strictObject({ auditIds: z.array(id) }),
  'round.case_removed': z.strictObject({ auditId: id }),

  'round.extended': z.strictObject({
    before: z.string().nullable(),
    after: z.string(),
    audits: count,
  }),
  'round.reminded': z.strictObject({ auditIds: z.array(id), people: count }),
  'round.auditor_exempted': z.strictObject({ exemptionId: id, personId: id, approvedBy: id }),
  'round.exemption_lifted': z.strictObject({ exemptionId: id, personId: id }),
  'round.reopened': z.strictObject({ audits: count, reasonHash: z.string() }),

  'audit.extended': z.strictObject({
    roundId: id,
    before: z.string().nullable(),
    after: z.string(),
    reasonHash: z.string(),
  }),
  'audit.withdrawn': z.strictObject({ roundId: id, reasonHash: z.string() }),
  'audit.voided': z.strictObject({
    roundId: id,
    from: z.string(),
    judgements: count,
    actions: count,
    reasonHash: z.string(),
  }),
  'audit.not_done': z.strictObject({ roundId: id, reason: z.string(), reasonHash: z.string() }),
  'audit.carried_over': z.strictObject({ roundId: id, fromAuditId: id, fromRoundId: id }),
  'audit.hand_over_asked': z.strictObject({ handOverId: id, toId: id, reasonHash: z.string() }),
  'audit.hand_over_taken_back': z.strictObject({ handOverId: id }),
  'audit.hand_over_decided': z.strictObject({
    handOverId: id,
    decision: z.enum(['agreed', 'declined', 'taken_back']),
  }),
  'audit.allocated': z.strictObject({
    roundId: id,
    auditorId: id,
    previousAuditorId: id.nullable(),
    ownTeam: z.boolean(),
  }),
  'audit.unallocated': z.strictObject({ roundId: id, previousAuditorId: id }),
  'audit.started': z.strictObject({}),
  'audit.answered': z.strictObject({
    items: z.array(id),
    revisions: z.array(count),
    hash: z.string(),
  }),
  'audit.graded': z.strictObject({ theme: id, revision: count, hash: z.string() }),
  'audit.finding_saved': z.strictObject({ findingId: id, revision: count, hash: z.string() }),
  'audit.finding_removed': z.strictObject({ findingId: id }),
  'audit.submitted': z.strictObject({ hash: z.string(), answers: count, first: z.boolean() }),
  'audit.reopened': z.strictObject({ reasonHash: z.string() }),
  'audit.read': z.strictObject({}),
  'audit.exported': z.strictObject({ format: z.string() }),
  'audit.note_saved': z.strictObject({ itemKey: id, isMarked: z.boolean(), revision: count }),
  'audit.word_kept': z.strictObject({ wordHash: z.string() }),

  'action.saved': z.strictObject({ auditId: id, revision: count, hash: z.string() }),
  'action.removed': z.strictObject({ auditId: id }),
  'action.done': z.strictObject({ auditId: id, hash: z.string() }),
  'action.handed_over': z.strictObject({ auditId: id, fromId: id, toId: id }),
  'action.undone': z.strictObject({ auditId: id }),

  'safety_notice.opened': z.strictObject({ auditId: id, answer: z.string().max(20), told: count }),
  'safety_notice.answer_changed': z.strictObject({ auditId: id, answer: z.string().max(20) }),
  'safety_notice.told': z.strictObject({ toldId: id, hash: z.string() }),
  'safety_notice.acknowledged': z.strictObject({ stopsClock: z.boolean() }),
  'safety_notice.escalated': z.strictObject({ level: count, told: count, minutes: count }),
  'safety_notice.decided': z.strictObject({ hash: z.string(), standsIn: z.boolean() }),
  'safety_notice.noted': z.strictObject({ hash: z.string() }),
  'safety_notice.closed': z.strictObject({ reasonHash: z.string() }),
  'safety_notice.reopened': z.strictObject({ reasonHash: z.string(), told: count.optional() }),
  'safety_notice.read': z.strictObject({}),
  'audit.cap_set_aside': z.strictObject({ reasonHash: z.string() }),
  /** `byAnswer`: a changed answer about the child's safety ended it. */
  'audit.cap_restored': z.strictObject({ byAnswer: z.boolean() }),
  ...alertEventDetails,
  'setting.changed': z.strictObject({ revision: count }),

  'notice.read': z.strictObject({}),
  'notice.unread': z.strictObject({}),
  'notice.all_read': z.strictObject({ count }),
  'notice.all_unread': z.strictObject({ count }),
  'notice.due_told': z.strictObject({ count }),
  'notice.old_removed': z.strictObject({ count }),

  'mail.switched': z.strictObject({ isOn: z.boolean() }),
  'mail.choice_changed': z.strictObject({ choice: z.enum(['at_once', 'digest', 'none']) }),
  'mail.digests_made': z.strictObject({ count }),
  'mail.refused': z.strictObject({ attempts: count }),
  'mail.tried_again': z.strictObject({ count }),
  'mail.given_up': z.strictObject({ attempts: count }),
  'mail.test_asked': z.strictObject({}),
  'mail.old_removed': z.strictObject({ count }),

  'results.imported': z.strictObject({
    fileHash: z.string(),
    audits: count,
    judgements: count,
    replaced: count,
  }),
  'results.import_undone': z.strictObject({
    audits: count,
    judgements: count,
    /** SHA-256 of the reason; the command gives none. */
    reasonHash: z.string().optional(),
  }),
  'results.mapped': z.strictObject({
    kind: z.enum(['theme', 'item', 'team']),
    mappingId: id,
    audits: count,
    judgements: count,
    reasonHash: z.string(),
  }),
  'results.mapping_undone': z.strictObject({
    kind: z.enum(['theme', 'item', 'team']),
    mappingId: id,
    audits: count,
    judgements: count,
    reasonHash: z.string(),
  }),
  'token.made': z.strictObject({
    scopes: z.array(z.string().max(20)),
    expiresOn: z.string().nullable(),
  }),
  'token.revoked': z.strictObject({}),
  'token.read': z.strictObject({ list: z.string().max(20), withText: z.boolean() }),
  'token.refused': z.strictObject({ reason: z.string().max(30), route: z.string().max(100) }),

  'upload.staged': z.strictObject({ purpose: z.string(), fileHash: z.string(), bytes: count }),
  'upload.discarded': z.strictObject({ purpose: z.string() }),
  'report.started': z.strictObject({ replacesId: id.nullable(), carried: count }),
  'report.changed': z.strictObject({ fields }),
  'report.words_saved': z.strictObject({ place: id, revision: count, hash: z.string() }),
  'report.frozen': z.strictObject({
    number: count,
    hash: z.string(),
    /** Numbers of reports for outside of days that this one is of too, and why it was frozen all the same. */
    overlaps: z.array(count).optional(),
    reasonHash: z.string().optional(),
  }),
  'report.reissued': z.strictObject({ newId: id, reasonHash: z.string() }),
  'report.discarded': z.strictObject({}),
  'report.exported': z.strictObject({ format: z.string(), audience: z.string(), filters: fields }),
  'circular.started': z.strictObject({}),
  'circular.saved': z.strictObject({ revision: count, findings: z.array(id), hash: z.string() }),
  'circular.issued': z.strictObject({ hash: z.string() }),
  'circular.discarded': z.strictObject({}),
  'circular.withdrawn': z.strictObject({}),
  'circular.exported': z.strictObject({ format: z.string() }),
  'chart.baseline_set': z.strictObject({ startsOn: z.string(), reasonHash: z.string() }),
  'chart.baseline_undone': z.strictObject({ startsOn: z.string() }),
  'results.exported': z.strictObject({ format: z.string(), rows: count, filters: fields }),

  'evidence.exported': z.strictObject({
    exportId: id,
    format: z.enum(['xlsx', 'docx']),
    from: z.string().nullable(),
    to: z.string().nullable(),
    themes: fields,
    otherThemes: count,
    teamId: id.nullable(),
    hasReferences: z.boolean(),
    audits: count,
    findings: count,
    actions: count,
  }),
  'evidence.export_ended': z.strictObject({ exportId: id, rows: count, isWhole: z.boolean() }),
} as const satisfies Record<string, z.ZodType>

export type EventType = keyof typeof eventDetails

/** One event as a verb hands it over; actor, time, number and hash are added when it is written. */
export type EventInput = {
  [T in EventType]: {
    readonly type: T
    readonly subjectId: string
    readonly details: z.input<(typeof eventDetails)[T]>
  }
}[EventType]

export const eventTypes = Object.keys(eventDetails) as EventType[]
