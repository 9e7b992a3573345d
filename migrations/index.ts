/** Every migration in order. Forward only: a landed migration is never edited, a new one is added. */
import type { Migration } from 'kysely/migration'
import { people } from './0001-people.ts'
import { rubricsCasesRounds } from './0002-rubrics-cases-rounds.ts'
import { audits } from './0003-audits.ts'
import { judgements } from './0004-judgements.ts'
import { hiddenJudgements } from './0005-hidden-judgements.ts'
import { notices } from './0006-notices.ts'
import { safetyNotices } from './0007-safety-notices.ts'
import { programme } from './0008-programme.ts'
import { accounts } from './0009-accounts.ts'
import { history } from './0010-history.ts'
import { auditor } from './0011-auditor.ts'
import { find } from './0012-find.ts'
import { rubricVersions } from './0013-rubric-versions.ts'
import { roundVersions } from './0014-round-versions.ts'
import { lastSaved } from './0015-last-saved.ts'
import { auditsByVersion } from './0016-audits-by-version.ts'
import { alerts } from './0017-alerts.ts'
import { mail } from './0018-mail.ts'
import { apiTokens } from './0019-api-tokens.ts'
import { alertRegister } from './0020-alert-register.ts'
import { reports } from './0021-reports.ts'
import { spc } from './0022-spc.ts'
import { casePage } from './0023-case-page.ts'
import { analytics } from './0024-analytics.ts'
import { alertFigures } from './0025-alert-figures.ts'
import { alertWordStarts } from './0026-alert-word-starts.ts'
import { figuresOfPlaces } from './0027-figures-of-places.ts'
import { evidenceProgress } from './0029-evidence-progress.ts'
import { reopenedAudits } from './0030-reopened-audits.ts'
import { sumsByStatus } from './0031-sums-by-status.ts'
import { theFactsOfAlerts } from './0032-the-facts-of-alerts.ts'

export const migrations: Record<string, Migration> = {
  '0001-people': people,
  '0002-rubrics-cases-rounds': rubricsCasesRounds,
  '0003-audits': audits,
  '0004-judgements': judgements,
  '0005-hidden-judgements': hiddenJudgements,
  '0006-notices': notices,
  '0007-safety-notices': safetyNotices,
  '0008-programme': programme,
  '0009-accounts': accounts,
  '0010-history': history,
  '0011-auditor': auditor,
  '0012-find': find,
  '0013-rubric-versions': rubricVersions,
  '0014-round-versions': roundVersions,
  '0015-last-saved': lastSaved,
  '0016-audits-by-version': auditsByVersion,
  '0017-alerts': alerts,
  '0018-mail': mail,
  '0019-api-tokens': apiTokens,
  '0020-alert-register': alertRegister,
  '0021-reports': reports,
  '0022-spc': spc,
  '0023-case-page': casePage,
  '0024-analytics': analytics,
  '0025-alert-figures': alertFigures,
  '0026-alert-word-starts': alertWordStarts,
  '0027-figures-of-places': figuresOfPlaces,
  '0029-evidence-progress': evidenceProgress,
  '0030-reopened-audits': reopenedAudits,
  '0031-sums-by-status': sumsByStatus,
  '0032-the-facts-of-alerts': theFactsOfAlerts,
}
