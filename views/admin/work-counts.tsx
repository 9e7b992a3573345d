/** What somebody has in hand, in numbers: an administrator sees no case. */
import type { OpenWork } from '../../src/admin/open-work-store.ts'
import { plural } from '../format.ts'

const sentences = (work: OpenWork): string[] => [
  ...(work.audits > 0 ? [plural(work.audits, 'open audit')] : []),
  ...(work.auditsOfOwnTeam > 0
    ? [
        `${plural(work.auditsOfOwnTeam, 'of these audits is', 'of these audits are')} of cases of their own team or a team below it: a QA lead decides whether somebody else should do them`,
      ]
    : []),
  ...(work.actions > 0 ? [plural(work.actions, 'open action')] : []),
  ...(work.safetyNotices > 0
    ? [
        `${plural(work.safetyNotices, 'open safety notice')} sent to them${work.safetyNoticesWaiting > 0 ? `, ${work.safetyNoticesWaiting} of them not acknowledged by anybody of the line yet` : ''}`,
      ]
    : []),
  ...(work.unreadNotices > 0 ? [plural(work.unreadNotices, 'unread notice')] : []),
  ...(work.casesWorked > 0 ? [`${plural(work.casesWorked, 'case')} as worker`] : []),
  ...(work.casesReviewed > 0
    ? [`${plural(work.casesReviewed, 'case')} as reviewing officer or chair`]
    : []),
]

export const WorkCounts = ({ work }: { work: OpenWork }) => {
  const lines = sentences(work)
  return lines.length === 0 ? (
    <p class="govuk-body">
      Nothing: no open audits, actions, safety notices or cases, and nothing unread.
    </p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
