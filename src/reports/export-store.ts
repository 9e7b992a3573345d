/** The SQL of who took which report out, in which format. */
import type { Db } from '../db/schema.ts'
import type { Changed } from './report-store.ts'

export const EXPORTS_A_PAGE = 50

export const insertExport = async (
  db: Db,
  given: { readonly id: string; readonly reportId: string; readonly format: string },
  { at, by }: Changed
): Promise<void> => {
  await db
    .insertInto('report_export')
    .values({
      id: given.id,
      report_id: given.reportId,
      format: given.format,
      exported_at: at,
      exported_by: by,
    })
    .execute()
}

export type ReportExport = {
  readonly id: string
  readonly reportId: string
  readonly title: string
  readonly number: number | null
  readonly audience: 'internal' | 'external'
  readonly format: string
  readonly at: string
  readonly by: string | null
}

/** The newest first; the last page for one beyond it. @param reportId narrows to one report */
export const listExports = async (
  db: Db,
  { page: asked, reportId }: { readonly page: number; readonly reportId?: string | undefined }
): Promise<{ exports: ReportExport[]; count: number; page: number; pages: number }> => {
  const { count } = await db
    .selectFrom('report_export')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .$if(reportId !== undefined, (some) => some.where('report_id', '=', reportId ?? ''))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(count) / EXPORTS_A_PAGE))
  const page = Math.min(asked, pages)
  const exports = await db
    .selectFrom('report_export')
    .innerJoin('report', 'report.id', 'report_export.report_id')
    .leftJoin('person', 'person.id', 'exported_by')
    .select(['report_export.id as id', 'report.id as reportId', 'report.title as title'])
    .select(['report.number as number', 'report.audience as audience', 'format'])
    .select(['exported_at as at', 'person.name as by'])
    .$if(reportId !== undefined, (some) => some.where('report.id', '=', reportId ?? ''))
    .orderBy('exported_at', 'desc')
    .orderBy('report_export.id', 'desc')
    .limit(EXPORTS_A_PAGE)
    .offset((page - 1) * EXPORTS_A_PAGE)
    .execute()
  return { exports, count: Number(count), page, pages }
}
