/** The SQL of what is written under the figures of a report, and of words as they were before. */
import type { Db } from '../db/schema.ts'
import type { Changed } from './report-store.ts'

export type FigureWords = {
  readonly place: string
  readonly narrative: string
  /** Null: as proposed. */
  readonly sentence: string | null
  /** What was proposed when the sentence was edited. */
  readonly proposed: string | null
  /** The period and title of the report whose words they still are. */
  readonly carriedFrom: string | null
  readonly revision: number
  readonly savedAt: string
  readonly savedBy: string | null
  readonly savedById: string | null
}

export const wordsRead = (db: Db, reportId: string) =>
  db
    .selectFrom('report_words')
    .leftJoin('person', 'person.id', 'saved_by')
    .leftJoin('report', 'report.id', 'carried_from')
    .select(['place', 'narrative', 'sentence', 'proposed', 'report_words.revision as revision'])
    .select(['saved_at as savedAt', 'person.name as savedBy', 'report.title as carriedFrom'])
    .select('saved_by as savedById')
    .where('report_id', '=', reportId)
    .orderBy('place')

export const listWords = (db: Db, reportId: string): Promise<FigureWords[]> =>
  wordsRead(db, reportId).execute()

export const findWords = (
  db: Db,
  reportId: string,
  place: string
): Promise<FigureWords | undefined> =>
  wordsRead(db, reportId).where('place', '=', place).executeTakeFirst()

export const insertWords = async (
  db: Db,
  reportId: string,
  given: Pick<FigureWords, 'place' | 'narrative' | 'sentence' | 'proposed'>,
  { at, by }: Changed
): Promise<void> => {
  await db
    .insertInto('report_words')
    .values({ report_id: reportId, ...given, saved_at: at, saved_by: by })
    .execute()
}

export const updateWords = async (
  db: Db,
  reportId: string,
  { place, ...given }: Pick<FigureWords, 'place' | 'narrative' | 'sentence' | 'proposed'>,
  { at, by }: Changed
): Promise<void> => {
  await db
    .updateTable('report_words')
    .set((eb) => ({
      ...given,
      carried_from: null,
      revision: eb('revision', '+', 1),
      saved_at: at,
      saved_by: by,
    }))
    .where('report_id', '=', reportId)
    .where('place', '=', place)
    .execute()
}

export const keepSuperseded = async (
  db: Db,
  given: { readonly id: string; readonly reportId: string; readonly words: FigureWords },
  { at, by }: Changed
): Promise<void> => {
  const { id, reportId, words: before } = given
  await db
    .insertInto('report_superseded_words')
    .values({
      id,
      report_id: reportId,
      place: before.place,
      revision: before.revision,
      narrative: before.narrative,
      sentence: before.sentence,
      superseded_at: at,
      superseded_by: by,
    })
    .execute()
}

/** Copies words into a new draft. Sentences go along only where the new report is the old one issued anew. */
export const carryWords = async (
  db: Db,
  from: string,
  to: string,
  { withSentences, at, by }: Changed & { readonly withSentences: boolean }
): Promise<number> => {
  const rows = await db
    .selectFrom('report_words')
    .select(['place', 'narrative', 'sentence', 'proposed'])
    .where('report_id', '=', from)
    .execute()
  const carried = rows.filter((row) => row.narrative !== '' || (withSentences && row.sentence))
  if (carried.length === 0) return 0
  await db
    .insertInto('report_words')
    .values(
      carried.map((row) => ({
        report_id: to,
        place: row.place,
        narrative: row.narrative,
        sentence: withSentences ? row.sentence : null,
        proposed: withSentences ? row.proposed : null,
        carried_from: from,
        saved_at: at,
        saved_by: by,
      }))
    )
    .execute()
  return carried.length
}
