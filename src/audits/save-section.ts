/** Saves a whole page of an audit at once, its answers and its grade: the Save button, with or without JavaScript. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { sectionsOf } from './rules/sections.ts'
import { type SaveAnswersInput, type SavedAnswers, saveAnswers } from './save-answers.ts'
import { saveThemeGrade, type ThemeGradeOutcome } from './save-theme-grade.ts'

export interface SentGrade {
  readonly theme: string
  readonly grade: string
  readonly reason: string
  readonly revision: number
}

export interface SaveSectionInput extends SaveAnswersInput {
  /** The key of the part that the page was of; left out where what is saved is not of one page. */
  readonly section?: string
  readonly grade: SentGrade | undefined
}

export interface SavedSection extends SavedAnswers {
  readonly gradeOutcome: ThemeGradeOutcome | undefined
}

/** @throws NotFound for a part that is not of this audit, with nothing saved; else as saveAnswers and saveThemeGrade */
export const saveSection = (ctx: Context, input: SaveSectionInput): Promise<SavedSection> =>
  inTransaction(ctx, async (tx) => {
    const saved = await saveAnswers(tx, input)
    const { section } = input
    if (section !== undefined && !sectionsOf(saved.work).some(({ key }) => key === section)) {
      throw new NotFound('No such part of this audit')
    }
    if (!input.grade) return { ...saved, gradeOutcome: undefined }
    const gradeOutcome = await saveThemeGrade(tx, { auditId: input.auditId, ...input.grade })
    return { ...saved, work: gradeOutcome.work, gradeOutcome }
  })
