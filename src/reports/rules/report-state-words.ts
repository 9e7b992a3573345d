/** Why a report cannot be changed, in plain words. */

type Known = {
  readonly id: string
  readonly state: 'draft' | 'frozen' | 'discarded'
  readonly number: number | null
  readonly frozenBy: string | null
  readonly changedBy: string | null
}

/** Undefined for a draft. */
export const notDraftWords = (report: Known): string | undefined => {
  if (report.state === 'draft') return undefined
  if (report.state === 'discarded') {
    return `This draft was discarded by ${report.changedBy ?? 'somebody'}. Start a new one from Reports.`
  }
  return `This report was frozen as number ${report.number ?? ''} by ${report.frozenBy ?? 'somebody'}, so its words and figures stay as they are. What you sent is not in it. To change it, issue it anew with a reason and put your words there.`
}

/** Where to go on from there. */
export const notDraftNext = ({ id, state }: Pick<Known, 'id' | 'state'>) =>
  state === 'frozen'
    ? { href: `/reports/${id}`, text: 'Go to the report' }
    : { href: '/reports', text: 'Go to Reports' }
