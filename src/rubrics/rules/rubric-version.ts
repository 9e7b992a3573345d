/** Versions of a rubric: their form, their order, and which one comes next. */

/** `1`, `2` … for the library's own, `1-local.1` … for what a council made of version 1. */
export const versionForm = /^[1-9][0-9]{0,3}(-local\.[1-9][0-9]{0,3})?$/

const parts = (version: string): readonly [number, number] => {
  const [library = '0', local = '0'] = version.split('-local.')
  return [Number(library), Number(local)]
}

/** 1, 1-local.1, 1-local.2, 2, 10: what a council made of a version comes after it. */
export const compareVersions = (a: string, b: string): number => {
  const [libraryA, localA] = parts(a)
  const [libraryB, localB] = parts(b)
  return libraryA - libraryB || localA - localB
}

/** The first free version after this one, of the same sort. */
export const nextVersion = (version: string, taken: readonly string[]): string => {
  const [library, local] = parts(version)
  const isLocal = version.includes('-local.')
  const numbers = taken
    .map(parts)
    .filter(([takenLibrary, takenLocal]) => (isLocal ? takenLibrary === library : takenLocal === 0))
    .map(([takenLibrary, takenLocal]) => (isLocal ? takenLocal : takenLibrary))
  const next = Math.max(isLocal ? local : library, ...numbers) + 1
  return isLocal ? `${library}-local.${next}` : String(next)
}

/** A council's own version, such as `1-local.1`. */
export const isLocalVersion = (version: string): boolean => parts(version)[1] > 0

/** The version that a council makes next of this one: the first free `-local` number. */
export const nextLocalVersion = (base: string, taken: readonly string[]): string =>
  nextVersion(isLocalVersion(base) ? base : `${parts(base)[0]}-local.0`, taken)

/**
 * The version that a new version of the library, or of a file, most likely grew out of: the one before it in its own
 * line, so that a council's versions never come between two of the library's.
 */
export const versionBefore = (version: string, known: readonly string[]): string | undefined => {
  const [library, local] = parts(version)
  return known
    .filter((one) =>
      local > 0
        ? parts(one)[0] === library && parts(one)[1] < local
        : !isLocalVersion(one) && parts(one)[0] < library
    )
    .toSorted(compareVersions)
    .at(-1)
}

/**
 * The version that new rounds use. A council's own wins over the library's, also over a later one of the library:
 * that is offered for merging and never forced. What is withdrawn is not used; undefined when all are.
 */
export const currentVersion = <V extends { version: string; isWithdrawn: boolean }>(
  versions: readonly V[]
): V | undefined => {
  const usable = versions
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .toSorted((a, b) => compareVersions(a.version, b.version))
  return usable.findLast(({ version }) => isLocalVersion(version)) ?? usable.at(-1)
}
