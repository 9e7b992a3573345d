/** `import results`, and its companions `import list` and `import undo`. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { FaultyInput } from '../errors.ts'
import { publishLibrary } from '../rubrics/publish-library.ts'
import { readLibrary } from '../rubrics/read-rubric-files.ts'
import { type ImportOutcome, importResults } from './import-results.ts'
import { MOST_BYTES } from './rules/results-file.ts'
import { listImports } from './store.ts'
import { undoImport } from './undo-import.ts'

const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (error) {
    const code = (error as { code?: string }).code
    const why =
      code === 'ENOENT'
        ? 'there is no such file; check the name'
        : code === 'EISDIR'
          ? 'that is a folder; name a CSV file in it'
          : code === 'EACCES'
            ? 'the file may not be read; check its permissions'
            : `the file could not be read; is it larger than ${MOST_BYTES / 1024 / 1024} MB?`
    throw new FaultyInput([`${file}: ${why}`])
  }
}

const many = (count: number, one: string) =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`

const summary = (outcome: ImportOutcome, isDryRun: boolean): string => {
  const { added, unchanged, replaced, audits, rounds, importId } = outcome
  const counts = [`${added} new`, `${unchanged} unchanged`]
  if (replaced > 0) counts.push(`${replaced} in place of audits imported before`)
  const lines = [counts.join(', ')]
  if (audits > 0) {
    lines.push(
      `${isDryRun ? 'Would import' : 'Imported'} ${many(audits, 'audit')} in ${many(rounds, 'round')}`
    )
  }
  if (isDryRun) lines.push('Nothing was changed: this was a dry run')
  if (importId) lines.push(`To undo it: plumbline import undo ${importId}`)
  return `${lines.join('\n')}\n`
}

export const importResultsCommand: Command = {
  name: 'import results',
  usage: 'import results FILE.csv [--dry-run] [--replace]',
  run: async (args, environment) => {
    const { values, positionals } = parseArguments(
      args,
      { 'dry-run': { type: 'boolean' }, replace: { type: 'boolean' } },
      { min: 1, max: 1 }
    )
    const [file = ''] = positionals
    const bytes = await readBytes(file)
    const isDryRun = values['dry-run'] ?? false
    const ctx = await environment.openContext()
    const library = readLibrary()
    if (!isDryRun) await publishLibrary(ctx, library)
    const outcome = await importResults(ctx, {
      library: library.map(({ rubric }) => rubric),
      fileName: file,
      bytes,
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      dryRun: isDryRun,
      replace: values.replace ?? false,
      clock: () => new Date(),
    })
    for (const { line, message } of outcome.reports) {
      environment.stdout.write(`${file}:${line}: ${message}\n`)
    }
    environment.stdout.write(summary(outcome, isDryRun))
  },
}

export const importListCommand: Command = {
  name: 'import list',
  usage: 'import list',
  run: async (args, environment) => {
    parseArguments(args, {})
    const { db } = await environment.openContext()
    const rows = await listImports(db)
    if (rows.length === 0) environment.stdout.write('Nothing has been imported\n')
    for (const row of rows) {
      environment.stdout.write(
        `${row.id}  ${row.imported_at.slice(0, 16).replace('T', ' ')} UTC  ${row.state}  ${many(row.audits, 'audit')}, ${many(row.judgements, 'judgement')}  ${basename(row.file_name)}\n`
      )
    }
  },
}

export const importUndoCommand: Command = {
  name: 'import undo',
  usage: 'import undo ID',
  run: async (args, environment) => {
    const { positionals } = parseArguments(args, {}, { min: 1, max: 1 })
    const outcome = await undoImport(await environment.openContext(), {
      importId: positionals[0] ?? '',
    })
    const restored =
      outcome.restored > 0 ? `; ${many(outcome.restored, 'replaced audit')} put back` : ''
    environment.stdout.write(`Undone: ${many(outcome.audits, 'audit')} taken out${restored}\n`)
  },
}
