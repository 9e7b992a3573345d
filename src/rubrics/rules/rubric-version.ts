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
  const isLocal = local > 0
  const numbers = taken
    .map(parts)
    .filter(([takenLibrary, takenLocal]) => (isLocal ? takenLibrary === library : takenLocal === 0))
    .map(([takenLibrary, takenLocal]) => (isLocal ? takenLocal : takenLibrary))
  const next = Math.max(isLocal ? local : library, ...numbers) + 1
  return isLocal ? `${library}-local.${next}` : String(next)
}
