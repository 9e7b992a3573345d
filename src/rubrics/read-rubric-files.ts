/** Reads rubric files from disk, the library's and those that a command names. Parsing is in rules. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FaultyInput } from '../errors.ts'
import { checkLibrary, type LibraryEntry } from './rules/check-library.ts'
import { largestFile, tooLarge } from './rules/decode-text.ts'
import { type Fault, faultLine } from './rules/fault.ts'
import { parseRubric } from './rules/parse-rubric.ts'
import { parseScales } from './rules/parse-scales.ts'
import { compareVersions } from './rules/rubric-version.ts'
import type { Scales } from './rules/scale.ts'

export type RubricFiles = {
  /** The files without a fault, in the order given. */
  readonly entries: readonly LibraryEntry[]
  readonly faults: readonly Fault[]
}

/** The library's folder, whether this runs from the sources (src/rubrics) or built (dist/server). */
export const libraryFolder = (): string => fileURLToPath(new URL('../../rubrics', import.meta.url))

/** @throws FaultyInput when scales.yaml is missing or faulty */
export const readScales = (folder: string): Scales => {
  const file = shown(join(folder, 'scales.yaml'))
  const read = readBytes(file)
  const parsed = read.ok ? parseScales(file, read.bytes) : read
  if (!parsed.ok) throw new FaultyInput(parsed.faults.map(faultLine))
  return parsed.scales
}

/** Reads and parses these files, every fault of every file at once; side by side they are not checked. */
export const readRubricFiles = (files: readonly string[], scales: Scales): RubricFiles => {
  const entries: LibraryEntry[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const read = readBytes(file)
    const parsed = read.ok ? parseRubric(file, read.bytes, { scales, path: resolve(file) }) : read
    if (parsed.ok) entries.push({ file, rubric: parsed.rubric, lines: parsed.lines })
    else faults.push(...parsed.faults)
  }
  return { entries, faults }
}

/**
 * The whole library of a folder, sound and side by side without a fault.
 * @throws FaultyInput with a line for each fault
 */
export const readLibrary = (folder: string = libraryFolder()): readonly LibraryEntry[] => {
  const { entries, faults } = readLibraryFiles(folder)
  const all = [...faults, ...checkLibrary(entries)]
  if (all.length > 0) throw new FaultyInput(all.map(faultLine))
  return entries
}

/** The whole library of a folder, faulty files left out and their faults beside it. */
export const readLibraryFiles = (folder: string = libraryFolder()): RubricFiles =>
  readRubricFiles(libraryFiles(folder), readScales(folder))

/** `<folder>/<key>/<version>.yaml`, by key, the oldest version first. */
const libraryFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .flatMap((key) =>
      readdirSync(join(folder, key))
        .filter((name) => /\.ya?ml$/.test(name))
        .sort((a, b) => compareVersions(stem(a), stem(b)))
        .map((name) => shown(join(folder, key, name)))
    )

const stem = (name: string): string => name.replace(/\.ya?ml$/, '')

/** As people know the file: from the folder they are in, where it lies below that. */
const shown = (file: string): string => {
  const near = relative(process.cwd(), file)
  return near.startsWith('..') ? file : near
}

type ReadBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const readBytes = (file: string): ReadBytes => {
  const fault = (message: string): ReadBytes => ({
    ok: false,
    faults: [{ file, line: 1, message }],
  })
  try {
    const found = statSync(file)
    if (found.isDirectory()) return fault('is a folder; name the files in it')
    if (!found.isFile()) return fault('is not a file; name a file')
    if (found.size > largestFile) return { ok: false, faults: [tooLarge(file, found.size)] }
    return { ok: true, bytes: readFileSync(file) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return fault('there is no such file; check the name')
    if (code === 'EACCES') return fault('this user may not read the file; change its permissions')
    throw error
  }
}
