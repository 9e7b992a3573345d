/** The name of a report's file. Files are listed, mailed and synchronised, so it says no more than it has to. */

/** `report-3-2026-04-01`, before its ending; of a draft `report-draft-2026-04-01`. */
export const reportFileName = (report: {
  readonly number: number | null
  readonly from: string
}): string => `report-${report.number ?? 'draft'}-${report.from}`
