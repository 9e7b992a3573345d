/** `rubric check`, `rubric publish` and `rubric list`. */
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { FaultyInput } from '../errors.ts'
import { publishLibrary } from './publish-library.ts'
import {
  libraryFolder,
  readLibraryFiles,
  readRubricFiles,
  readScales,
} from './read-rubric-files.ts'
import { checkLibrary, type LibraryEntry } from './rules/check-library.ts'
import { faultLine } from './rules/fault.ts'
import { canonicalRubric } from './rules/rubric-identity.ts'
import { listRubricVersions } from './store.ts'

const someFiles = { min: 1, max: 10_000 }

/**
 * The files of the command line, sound by themselves, beside one another and beside the library.
 * @throws FaultyInput with a line for each fault of each file
 */
const readGivenFiles = (files: readonly string[]): readonly LibraryEntry[] => {
  const { entries, faults } = readRubricFiles([...new Set(files)], readScales(libraryFolder()))
  // A fault of the library itself is a fault of this command only where its file was named.
  const others = readLibraryFiles().entries.filter(
    (each) => !entries.some((given) => isSame(given, each))
  )
  const all = [...faults, ...checkLibrary([...others, ...entries])]
  if (all.length > 0) throw new FaultyInput(all.map(faultLine))
  return entries
}

const isSame = (a: LibraryEntry, b: LibraryEntry): boolean =>
  canonicalRubric(a.rubric) === canonicalRubric(b.rubric)

const name = ({ rubric }: LibraryEntry): string => `${rubric.title}, version ${rubric.version}`

export const rubricCheck: Command = {
  name: 'rubric check',
  usage: 'rubric check FILE…',
  run: async (args, environment) => {
    const { positionals } = parseArguments(args, {}, someFiles)
    for (const entry of readGivenFiles(positionals)) {
      const items = entry.rubric.items.length
      environment.stdout.write(
        `${entry.file}: ${name(entry)}, ${items} ${items === 1 ? 'item' : 'items'}, no faults\n`
      )
    }
  },
}

export const rubricPublish: Command = {
  name: 'rubric publish',
  usage: 'rubric publish FILE…',
  run: async (args, environment) => {
    const { positionals } = parseArguments(args, {}, someFiles)
    const entries = readGivenFiles(positionals)
    const ctx = await environment.openContext()
    const published = await publishLibrary(ctx, entries)
    for (const entry of entries) {
      const what = published.includes(entry) ? 'published' : 'was published before, unchanged'
      environment.stdout.write(`${entry.file}: ${name(entry)}, ${what}\n`)
    }
  },
}

export const rubricList: Command = {
  name: 'rubric list',
  usage: 'rubric list',
  run: async (args, environment) => {
    parseArguments(args, {})
    const ctx = await environment.openContext()
    const published = await listRubricVersions(ctx.db)
    for (const { key, version, title, contentHash } of published) {
      environment.stdout.write(`${key} ${version}\t${title}\t${contentHash.slice(0, 12)}\n`)
    }
    for (const { rubric } of readLibraryFiles().entries) {
      const { key, version, title } = rubric
      if (published.some((each) => each.key === key && each.version === version)) continue
      environment.stdout.write(`${key} ${version}\t${title}\tto be published at the next start\n`)
    }
  },
}
