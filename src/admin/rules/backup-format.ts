/**
 * The lines of a backup file: JSON, one a line. First a header, then for each table that has rows its name and columns
 * followed by its rows as arrays, last an end with the number of rows and the SHA-256 of every line before it.
 */
import { z } from 'zod'

/** Raised when an older program could misread what a newer one writes. */
export const BACKUP_FORMAT = 1

export const backupHeader = z.strictObject({
  plumblineBackup: z.number().int(),
  madeAt: z.string(),
  /** Names of the migrations that the tables had been through. */
  migrations: z.array(z.string()).min(1),
  /** Head of the event log. */
  events: z.number().int().min(0),
  eventHash: z.string(),
})
export type BackupHeader = z.output<typeof backupHeader>

export const backupTable = z.strictObject({
  table: z.string(),
  columns: z.array(z.string()).min(1),
})
export type BackupTable = z.output<typeof backupTable>

export const backupRow = z.array(z.union([z.string(), z.number(), z.null()]))
export type BackupRow = z.output<typeof backupRow>

export const backupEnd = z.strictObject({
  rows: z.record(z.string(), z.number().int().min(0)),
  sha256: z.string(),
})
export type BackupEnd = z.output<typeof backupEnd>

/** Every line but the end, whose hash is the file's business. */
export type BackupLine = BackupHeader | BackupTable | BackupRow
