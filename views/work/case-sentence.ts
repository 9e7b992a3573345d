/** Where a case stands, in a sentence: "2 audits since March 2024, the last good; 1 action is late." */
import type { CaseSummary } from '../../src/work/rules/case-summary.ts'
import { formatMonth, gradeLabel, plural } from '../format.ts'

const auditWords = (summary: CaseSummary, seesAll: boolean): string => {
  const { audits, firstOn, lastOn, lastGrade } = summary
  const theirs = seesAll ? '' : ' that you may read'
  if (audits === 0 || firstOn === undefined || lastOn === undefined) {
    return seesAll ? 'Nobody has audited this case yet' : 'No audit of this case that you may read'
  }
  const grade = lastGrade === undefined ? '' : gradeLabel(lastGrade).toLowerCase()
  if (audits === 1) {
    return `1 audit${theirs}, in ${formatMonth(lastOn)}${grade === '' ? '' : `: ${grade}`}`
  }
  return `${plural(audits, 'audit')}${theirs} since ${formatMonth(firstOn)}${grade === '' ? '' : `, the last ${grade}`}`
}

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are')

export const caseSentence = (summary: CaseSummary, seesAll: boolean): string => {
  const { actionsOpen, actionsLate, noticesOpen, alertsOpen } = summary
  const parts = [
    auditWords(summary, seesAll),
    noticesOpen > 0 && `${plural(noticesOpen, 'safety notice')} ${isOrAre(noticesOpen)} open`,
    alertsOpen > 0 && `${plural(alertsOpen, 'practice alert')} ${isOrAre(alertsOpen)} open`,
    actionsLate > 0
      ? `${plural(actionsLate, 'action')} ${isOrAre(actionsLate)} late`
      : actionsOpen > 0 && `${plural(actionsOpen, 'action')} ${isOrAre(actionsOpen)} open`,
  ]
  return `${parts.filter((part) => part !== false).join('; ')}.`
}
