/** Everything that happens by the clock. What each job does stands in its feature; here is only how often. */
import { takeUpImmediateRisks } from '../alerts/take-up-immediate-risks.ts'
import { tellAlertsDue } from '../alerts/tell-alerts-due.ts'
import { tellWhatIsDue } from '../audits/tell-what-is-due.ts'
import { removeStaleUploads } from '../imports/remove-stale-uploads.ts'
import { removeOldNotices } from '../notices/remove-old-notices.ts'
import { escalateSafetyNotices } from '../safety/escalate-safety-notices.ts'
import type { Job } from './run-due-jobs.ts'

export const jobList: readonly Job[] = [
  { name: 'tell-what-is-due', everyMinutes: 15, run: tellWhatIsDue },
  { name: 'escalate-safety-notices', everyMinutes: 1, run: escalateSafetyNotices },
  { name: 'tell-alerts-due', everyMinutes: 15, run: tellAlertsDue },
  { name: 'take-up-immediate-risks', everyMinutes: 1, run: takeUpImmediateRisks },
  { name: 'remove-old-notices', everyMinutes: 24 * 60, run: removeOldNotices },
  { name: 'remove-stale-uploads', everyMinutes: 60, run: removeStaleUploads },
]
