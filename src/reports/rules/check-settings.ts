/** Whether what a report is to be about can be: every fault with its field and what would be right. */

import type { Period } from './quarter.ts'
import { chapterKeys } from './report-model.ts'

export type SettingsFault = { readonly field: string; readonly message: string }

const LONGEST_PERIOD_DAYS = 3 * 366

export const checkPeriod = ({ from, to }: Period): SettingsFault[] => {
  if (from > to) {
    return [{ field: 'from-day', message: 'The first day must not be after the last day' }]
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return days > LONGEST_PERIOD_DAYS
    ? [{ field: 'to-day', message: 'A report covers at most three years' }]
    : []
}

export const checkTitle = (title: string): SettingsFault[] =>
  title.trim() === ''
    ? [{ field: 'title', message: 'Enter a title' }]
    : title.length > 150
      ? [{ field: 'title', message: 'The title must be 150 characters or fewer' }]
      : []

export const checkChapters = (chapters: readonly string[]): SettingsFault[] =>
  chapters.some((key) => chapterKeys.some((known) => known === key))
    ? []
    : [{ field: 'chapters', message: 'Choose at least one chapter' }]
