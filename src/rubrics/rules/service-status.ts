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
