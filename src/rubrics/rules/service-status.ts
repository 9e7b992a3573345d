/**
 * The service statuses a case can have and a rubric can ask for. Reading the many spellings that
 * spreadsheets use for them belongs to cases.
 */

export const serviceStatuses = [
  'early_help',
  'assessment',
  'cin',
  'cp',
  'care',
  'care_leaver',
  'closed',
] as const

export type ServiceStatus = (typeof serviceStatuses)[number]

export const serviceStatusLabels: Readonly<Record<ServiceStatus, string>> = {
  early_help: 'Early help',
  assessment: 'Assessment',
  cin: 'Child in need',
  cp: 'Child protection',
  care: 'In care',
  care_leaver: 'Care leaver',
  closed: 'Closed',
}
