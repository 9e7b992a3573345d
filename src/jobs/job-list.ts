/** Everything that happens by the clock. What each job does stands in its feature; here is only how often. */
import { takeUpImmediateRisks } from '../alerts/take-up-immediate-risks.ts'
import { tellAlertsDue } from '../alerts/tell-alerts-due.ts'
import { tellWhatIsDue } from '../audits/tell-what-is-due.ts'
import { removeStaleUploads } from '../imports/remove-stale-uploads.ts'
import { gatherDigests } from '../mail/gather-digests.ts'
import type { MailSender } from '../mail/start-sender.ts'
import { removeOldNotices } from '../notices/remove-old-notices.ts'
import { removeOldProgress } from '../reports/remove-old-progress.ts'
import { escalateSafetyNotices } from '../safety/escalate-safety-notices.ts'
import type { Job } from './run-due-jobs.ts'

/** @param sender sends what waits; it is also woken by what leaves something to send */
export const jobList = (sender: MailSender): readonly Job[] => [
  { name: 'tell-what-is-due', everyMinutes: 15, run: tellWhatIsDue },
  { name: 'escalate-safety-notices', everyMinutes: 1, run: escalateSafetyNotices },
  { name: 'tell-alerts-due', everyMinutes: 15, run: tellAlertsDue },
  { name: 'take-up-immediate-risks', everyMinutes: 1, run: takeUpImmediateRisks },
  { name: 'gather-digests', everyMinutes: 1, run: gatherDigests },
  { name: 'send-mail', everyMinutes: 1, run: sender.run },
  { name: 'remove-old-notices', everyMinutes: 24 * 60, run: removeOldNotices },
  { name: 'remove-old-progress', everyMinutes: 60, run: removeOldProgress },
  { name: 'remove-stale-uploads', everyMinutes: 60, run: removeStaleUploads },
]
