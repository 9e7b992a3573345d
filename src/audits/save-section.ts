/** Saves a whole page of an audit at once, its answers and its grade: the Save button, with or without JavaScript. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { type SaveAnswersInput, type SavedAnswers, saveAnswers } from './save-answers.ts'
import { saveThemeGrade, type ThemeGradeOutcome } from './save-theme-grade.ts'

export interface SaveSectionInput extends SaveAnswersInput {
  readonly grade:
    | {
        readonly theme: string
        readonly grade: string
        readonly reason: string
        readonly revision: number
      }
    | undefined
}

export interface SavedSection extends SavedAnswers {
  readonly gradeOutcome: ThemeGradeOutcome | undefined
}

export const saveSection = (ctx: Context, input: SaveSectionInput): Promise<SavedSection> =>
  inTransaction(ctx, async (tx) => {
    const saved = await saveAnswers(tx, input)
    if (!input.grade) return { ...saved, gradeOutcome: undefined }
    const gradeOutcome = await saveThemeGrade(tx, { auditId: input.auditId, ...input.grade })
    return { ...saved, work: gradeOutcome.work, gradeOutcome }
  })
