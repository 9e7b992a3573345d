/**
 * A sentence for each event: what was done, as people read it in the log. Who did it and what it was done to are names
 * that the page looks up, since an event holds ids only.
 */
import type { z } from 'zod'
import { fromJson } from '../db/columns.ts'
import type { EventType, eventDetails } from './event-types.ts'

type Details<T extends EventType> = z.output<(typeof eventDetails)[T]>

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'nothing' : names.map((name) => name.replaceAll('_', ' ')).join(', ')

const refusals: Record<Details<'person.sign_in_refused'>['reason'], string> = {
  unknown: 'there is no such account',
  wrong: 'the password was wrong',
  inactive: 'the account is closed',
  throttled: 'there were too many wrong passwords',
  no_password: 'no password has been set yet',
}

/** Exhaustive: a new type of event does not compile until it has its sentence. Each follows the name of who did it. */
const sentences: { readonly [T in EventType]: (details: Details<T>) => string } = {
  'council.category_changed': ({ change }) =>
    `${change === 'restored' ? 'brought back' : change} a category of concern`,
  'council.ladder_changed': ({ number, stages }) =>
    `gave disputes ${counted(stages, 'stage')}, from version ${number} on`,
  'council.closure_day_added': ({ date }) => `added ${date} to the closure days`,
  'council.closure_day_removed': ({ date }) => `took ${date} off the closure days`,
  'council.alert_lists_started': ({ categories, stages }) =>
    `began with ${categories} categories of concern and ${stages} stages of a dispute`,
  'council.created': ({ demo }) => `made the ${demo ? 'demonstration ' : ''}council`,
  'council.backed_up': ({ rows, tables }) =>
    `wrote ${counted(rows, 'row')} of ${counted(tables, 'table')} to a backup`,
  'council.restored': ({ rows, tables }) =>
    `restored ${counted(rows, 'row')} of ${counted(tables, 'table')} from a backup`,
  'person.cover_set': ({ fromOn, toOn, onBehalf }) =>
    `named who acts for somebody away from ${fromOn} to ${toOn}${onBehalf ? ', on their behalf' : ''}`,
  'person.cover_ended': ({ hasLeft }) =>
    hasLeft ? 'ended a cover because an account was closed' : 'ended a cover early',
  'person.added': ({ roles }) => `added an account (${listed(roles)})`,
  'person.changed': ({ fields }) => `changed an account: ${listed(fields)}`,
  'person.deactivated': () => 'closed an account',
  'person.work_handed_over': ({ actions, auditsToAllocate }) =>
    `handed over ${counted(actions, 'action')} of a closed account and left ${counted(auditsToAllocate, 'audit')} to allocate`,
  'person.reactivated': () => 'opened an account again',
  'person.sessions_ended': ({ sessions }) => `ended ${counted(sessions, 'session')} of somebody`,
  'person.list_imported': ({ added, changed }) =>
    `took in a list of people: ${added} added, ${changed} changed`,
  'person.password_set': () => 'set a password',
  'person.password_link_made': () => 'made a link to set a password',
  'person.signed_in': () => 'signed in',
  'person.sign_in_refused': ({ reason }) => `was not signed in: ${refusals[reason]}`,
  'person.signed_out': ({ sessions }) => `signed out of ${counted(sessions, 'session')}`,
  'person.calendar_made': ({ replaced }) =>
    `made ${replaced ? 'a new' : 'an'} address for their calendar`,
  'person.calendar_removed': () => 'removed the address of their calendar',
  'team.added': ({ isHistorical }) => `added a ${isHistorical ? 'closed historical ' : ''}team`,
  'team.changed': ({ fields }) => `changed a team: ${listed(fields)}`,
  'team.closed': ({ people, cases }) =>
    `closed a team, moving ${counted(people, 'person', 'people')} and ${counted(cases, 'case')}`,
  'team.reopened': () => 'opened a team again',
  'access.refused': ({ method, route }) => `was refused ${method} ${route}`,
  'rubric.published': ({ key, version }) => `published rubric ${key}, version ${version}`,
  'rubric.withdrawn': () => 'withdrew a rubric version from new use',
  'rubric.restored': () => 'brought a withdrawn rubric version back',
  'rubric.draft_started': ({ from }) =>
    `started a rubric draft from ${from === 'blank' ? 'nothing' : `a ${from}`}`,
  'rubric.draft_changed': ({ fields }) =>
    `changed ${counted(fields.length, 'field')} of a rubric draft`,
  'rubric.draft_discarded': () => 'discarded a rubric draft',
  'rubric.draft_published': () => 'published a rubric draft',
  'case.added': () => 'added a case',
  'case.changed': ({ fields }) => `changed a case: ${listed(fields)}`,
  'case.read': () => 'read a case',
  'case.exported': ({ format, audits }) =>
    `copied everything about a case with ${counted(audits, 'audit')} ${format === 'docx' ? 'as a Word document' : 'to print'}`,
  'round.created': ({ rubrics }) => `made a round with ${counted(rubrics.length, 'rubric')}`,
  'round.changed': ({ fields }) => `changed a round: ${listed(fields)}`,
  'round.opened': ({ audits }) => `opened a round of ${counted(audits, 'audit')}`,
  'round.closed': ({ submitted, notDone }) =>
    `closed a round: ${submitted} submitted, ${notDone} not done`,
  'round.cases_added': ({ auditIds }) => `added ${counted(auditIds.length, 'case')} to a round`,
  'round.case_removed': () => 'took a case out of a round',
  'round.extended': ({ before, after, audits }) =>
    `moved the due date of a round from ${before ?? 'none'} to ${after}, with ${counted(audits, 'audit')}`,
  'round.reminded': ({ auditIds, people }) =>
    `reminded ${counted(people, 'auditor')} of ${counted(auditIds.length, 'audit')}`,
  'round.auditor_exempted': () => 'recorded that an auditor is exempt from a round',
  'round.exemption_lifted': () => 'lifted the exemption of an auditor',
  'round.reopened': ({ audits }) =>
    `reopened a round and gave back ${counted(audits, 'audit')}, with a reason`,
  'audit.extended': ({ before, after }) =>
    `moved the due date of an audit from ${before ?? 'none'} to ${after}, with a reason`,
  'audit.withdrawn': () => 'withdrew an audit, with a reason',
  'audit.voided': ({ judgements, actions }) =>
    `voided an audit, with a reason: ${counted(judgements, 'judgement')} no longer count, ` +
    `${counted(actions, 'action')} taken off their owners`,
  'audit.not_done': ({ reason }) => `recorded why an audit was not done: ${listed([reason])}`,
  'audit.carried_over': () => 'carried an audit that was not done over to another round',
  'audit.hand_over_asked': () => 'asked to hand an audit over, with a reason',
  'audit.hand_over_taken_back': () => 'took back what was asked: the audit is not handed over',
  'audit.hand_over_decided': ({ decision }) =>
    ({
      agreed: 'agreed that an audit is handed over',
      declined: 'declined that an audit is handed over',
      taken_back: 'took back the wish to hand an audit over',
    })[decision],
  'audit.allocated': ({ previousAuditorId, ownTeam }) =>
    `${previousAuditorId === null ? 'allocated an audit' : 'gave an audit to another auditor'}` +
    `${ownTeam ? ', of a case of their own team' : ''}`,
  'audit.unallocated': () => 'took an audit back from its auditor',
  'audit.started': () => 'started an audit',
  'audit.answered': ({ items }) => `answered ${listed(items)}`,
  'audit.graded': ({ theme }) => `graded ${theme === 'audit' ? 'the whole audit' : theme}`,
  'audit.finding_saved': () => 'saved a strength or an area to improve',
  'audit.finding_removed': () => 'removed a strength or an area to improve',
  'audit.submitted': ({ first, answers }) =>
    `submitted an audit${first ? '' : ' again'} with ${counted(answers, 'answer')}`,
  'audit.reopened': () => 'reopened an audit, with a reason',
  'audit.read': () => 'read an audit',
  'audit.exported': ({ format }) =>
    `made a copy of an audit ${format === 'print' ? 'to print' : `as ${format}`}`,
  'audit.note_saved': ({ itemKey, isMarked }) =>
    `${isMarked ? 'marked' : 'unmarked'} ${listed([itemKey])} to come back to`,
  'audit.word_kept': () => 'said that a word in an audit is not a name',
  'action.saved': () => 'saved an action',
  'action.removed': () => 'removed an action',
  'action.done': () => 'marked an action as done',
  'action.handed_over': () => 'gave an action to another owner',
  'action.undone': () => 'marked an action as not done after all',
  'safety_notice.opened': ({ told }) =>
    `opened a safety notice, which went to ${counted(told, 'person', 'people')}`,
  'safety_notice.answer_changed': ({ answer }) =>
    `changed the answer behind a safety notice to “${answer.replaceAll('_', ' ')}”`,
  'safety_notice.told': () => 'recorded who was told that a child may not be safe',
  'safety_notice.acknowledged': ({ stopsClock }) =>
    `acknowledged a safety notice${stopsClock ? '' : ', which goes on up the line'}`,
  'safety_notice.escalated': ({ level, told }) =>
    `took a safety notice up to step ${level} of the line, to ${counted(told, 'person', 'people')}`,
  'safety_notice.decided': ({ standsIn }) =>
    `recorded a decision on a safety notice${standsIn ? ', in place of the head of service' : ''}`,
  'safety_notice.noted': () => 'added a note to a safety notice',
  'safety_notice.closed': () => 'closed a safety notice, with a reason',
  'safety_notice.reopened': ({ told }) =>
    `reopened a safety notice, with a reason${told === undefined ? '' : `; it went to ${counted(told, 'person', 'people')}`}`,
  'safety_notice.read': () => 'read a safety notice',
  'audit.cap_set_aside': () =>
    'set aside the cap on an audit of a child who is not safe, with a reason',
  'audit.cap_restored': ({ byAnswer }) =>
    byAnswer
      ? 'ended, by a changed answer about the child’s safety, that the cap on an audit was set aside'
      : 'restored the cap on an audit of a child who is not safe',
  'alert.draft_started': ({ isImmediate }) =>
    `began to write ${isImmediate ? 'an alert of immediate risk' : 'a practice alert'}`,
  'alert.draft_saved': () => 'saved the draft of a practice alert',
  'alert.draft_discarded': () => 'threw the draft of a practice alert away',
  'alert.raised': ({ isImmediate, cases, to }) =>
    `raised ${isImmediate ? 'an immediate risk' : 'a practice alert'} (cases: ${cases}, addressed to: ${to.length})`,
  'alert.stepped': ({ action, actedAs, stage }) =>
    `recorded “${action.replaceAll('_', ' ')}” on a practice alert as ${actedAs.replaceAll('_', ' ')}${stage > 0 ? `, stage ${stage}` : ''}`,
  'alert.gone_up': ({ told, minutes }) =>
    `took up the line an immediate risk that nobody acknowledged in ${minutes} minutes (told: ${told})`,
  'alert.due_told': ({ told }) => `told that a practice alert is due (told: ${told})`,
  'alert.read': () => 'opened a practice alert',
  'alert.exported': ({ rows, format, filters }) =>
    `exported ${counted(rows, 'alert')} of the register as ${format}${filters.length === 0 ? '' : `, narrowed by ${filters.map((each) => each.split('=')[0]).join(', ')}`}`,
  'alert.copied': ({ format }) =>
    `made a copy of a practice alert for the child’s record (${format === 'print' ? 'to print' : format})`,
  'midway.recorded': ({ progress }) => `recorded a midway check (${progress.replaceAll('_', ' ')})`,
  'setting.changed': () => 'changed a setting of the council',
  'notice.read': () => 'read a notice',
  'notice.unread': () => 'marked a notice as unread',
  'notice.all_read': ({ count }) => `marked ${counted(count, 'notice')} as read`,
  'notice.all_unread': ({ count }) => `marked ${counted(count, 'notice')} as unread again`,
  'notice.due_told': ({ count }) => `sent ${counted(count, 'notice')} of what is due or late`,
  'notice.old_removed': ({ count }) => `removed ${counted(count, 'old notice')}`,
  'mail.switched': ({ isOn }) => `switched mail of notices ${isOn ? 'on' : 'off'}`,
  'mail.choice_changed': ({ choice }) =>
    `chose ${{ at_once: 'mail at once', digest: 'one mail a day', none: 'no mail' }[choice]}`,
  'mail.digests_made': ({ count }) => `made ${counted(count, 'digest')} of notices`,
  'mail.refused': ({ attempts }) =>
    `was refused a mail for good by the mail server, after ${counted(attempts, 'try', 'tries')}`,
  'mail.tried_again': ({ count }) => `had ${counted(count, 'mail')} tried again`,
  'mail.given_up': ({ attempts }) => `gave a mail up after ${counted(attempts, 'try', 'tries')}`,
  'mail.test_asked': () => 'asked for a test message',
  'mail.old_removed': ({ count }) => `removed the record of ${counted(count, 'old mail')}`,
  'results.imported': ({ audits, judgements, replaced }) =>
    `imported ${counted(audits, 'audit')} with ${counted(judgements, 'judgement')}` +
    `${replaced > 0 ? `, replacing ${replaced}` : ''}`,
  'results.import_undone': ({ audits }) => `undid an import of ${counted(audits, 'audit')}`,
  'results.mapped': ({ kind, judgements }) =>
    `mapped a historical ${kind} to one of today, with ${counted(judgements, 'judgement')}`,
  'results.mapping_undone': ({ kind, judgements }) =>
    `took back the mapping of a historical ${kind}, with ${counted(judgements, 'judgement')}`,
  'token.made': ({ scopes, expiresOn }) =>
    `made a token for the API (${listed(scopes)}), ${expiresOn === null ? 'without an end' : `until ${expiresOn}`}`,
  'token.revoked': () => 'revoked a token of the API',
  'token.read': ({ list, withText }) =>
    `read ${list} through the API${withText ? ', with words' : ''}`,
  'token.refused': ({ reason, route }) => `was refused ${route}: ${reason.replaceAll('_', ' ')}`,
  'upload.staged': ({ purpose, bytes }) =>
    `uploaded a file of ${purpose} (${bytes.toLocaleString('en-GB')} bytes) to look at`,
  'upload.discarded': ({ purpose }) => `threw away an uploaded file of ${purpose}`,
  'report.started': ({ replacesId }) =>
    replacesId === null ? 'started a report' : 'started a report that replaces a frozen one',
  'report.changed': () => 'changed what a report is about',
  'report.words_saved': ({ revision }) => `saved words of a report (change ${revision})`,
  'report.frozen': ({ number }) => `froze a report as number ${number}`,
  'report.reissued': () => 'began to issue a frozen report anew, with a reason',
  'report.discarded': () => 'discarded the draft of a report',
  'report.exported': ({ format, audience }) => `took an ${audience} report out as ${format}`,
  'circular.started': () => 'started a learning circular',
  'circular.saved': ({ findings }) =>
    `saved a learning circular with ${counted(findings.length, 'finding')}`,
  'circular.issued': () => 'published a learning circular',
  'circular.discarded': () => 'discarded the draft of a learning circular',
  'circular.withdrawn': () => 'withdrew a learning circular',
  'circular.exported': ({ format }) => `took a learning circular out as ${format}`,
  'chart.baseline_set': ({ startsOn }) =>
    `set a new baseline for a theme’s charts from ${startsOn}`,
  'chart.baseline_undone': ({ startsOn }) => `undid the baseline of ${startsOn}`,
  'results.exported': ({ rows, format }) => `exported ${counted(rows, 'row')} as ${format}`,
  'evidence.exported': ({ audits, format, hasReferences }) =>
    `exported an evidence pack of ${counted(audits, 'audit')} as ${format}${hasReferences ? '' : ' without case references'}`,
  'evidence.export_ended': ({ rows, isWhole }) =>
    isWhole
      ? `was handed the whole evidence pack of ${counted(rows, 'row')}`
      : `broke the evidence pack off after ${counted(rows, 'row')}`,
}

const isKnown = (type: string): type is EventType => type in sentences

const sentenceOf = <T extends EventType>(type: T, details: string): string =>
  sentences[type](fromJson<Details<T>>(details))

/**
 * @param event as it is stored
 * @param who the name of the person, job or command
 * @returns "Amara Osei submitted an audit with 24 answers"; a type of a newer version is given by its own name
 */
export const describeEvent = (
  event: { readonly type: string; readonly details: string },
  who: string
): string =>
  `${who} ${isKnown(event.type) ? sentenceOf(event.type, event.details) : `did: ${event.type}`}`
