/** The spellings of service statuses that councils' spreadsheets use. */
import { type ServiceStatus, serviceStatuses } from '../../rubrics/rules/service-status.ts'

const SPELLINGS: Record<ServiceStatus, readonly string[]> = {
  early_help: ['early help', 'early help assessment', 'eh', 'eha', 'caf', 'family help'],
  assessment: [
    'assessment',
    'in assessment',
    'single assessment',
    'social work assessment',
    'child and family assessment',
    'children and family assessment',
    'c and f assessment',
    'c&f assessment',
    'c & f assessment',
  ],
  cin: [
    'cin',
    'cin plan',
    'child in need',
    'children in need',
    'child in need plan',
    'section 17',
    's17',
  ],
  cp: [
    'cp',
    'cpp',
    'cp plan',
    'child protection',
    'child protection plan',
    'child subject to a child protection plan',
    'on a child protection plan',
  ],
  care: [
    'care',
    'in care',
    'lac',
    'cla',
    'cic',
    'cla / lac',
    'looked after',
    'looked after child',
    'looked after children',
    'child looked after',
    'children looked after',
    'child in care',
    'children in care',
  ],
  care_leaver: [
    'care leaver',
    'care leavers',
    'careleaver',
    'leaving care',
    'left care',
    'care experienced',
    'care experienced young person',
    'cl',
  ],
  closed: ['closed', 'closed case', 'case closed', 'no longer open'],
}

const BY_SPELLING = new Map(
  serviceStatuses.flatMap((status) =>
    [status.replace('_', ' '), ...SPELLINGS[status]].map((spelling) => [spelling, status] as const)
  )
)

/** The service status that was typed, in any case and with hyphens or underscores; undefined when it is none. */
export const readServiceStatus = (typed: string): ServiceStatus | undefined =>
  BY_SPELLING.get(
    typed
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
  )
