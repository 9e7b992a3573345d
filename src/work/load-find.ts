/** Reads what one person may open of what they look for; a list that is not theirs to ask for is not read at all. */
import { listTeamsToRead, type Reader } from '../audits/reader-store.ts'
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import { isGranted } from '../people/rules/permissions.ts'
import {
  type FoundAction,
  type FoundRow,
  listActionsOfWords,
  listCaseKeys,
  listCasePages,
  listOfCases,
  listRoundNames,
} from './find-store.ts'
import { type FoundPerson, listFindablePeople } from './found-person-store.ts'
import type { FindKind } from './rules/find-kind.ts'
import { isNamedBy, patternsOf, rangeOf } from './rules/find-text.ts'
import { afterKey, type FoundCase, groupFound, type Part, partOf } from './rules/group-found.ts'

/** Of each kind, on a page. */
export const FOUND_A_PAGE = 20

export interface Asked {
  /** Tidied, and long enough to look for. */
  readonly typed: string
  readonly kind: FindKind | undefined
  readonly after: string
}

export type FoundRound = Awaited<ReturnType<typeof listRoundNames>>[number]

export interface Found {
  /** The one audit whose whole reference was typed. */
  readonly audit: FoundRow | undefined
  readonly cases: Part<FoundCase<FoundRow>>
  readonly people: Part<FoundPerson>
  readonly rounds: Part<FoundRound>
  readonly actions: Part<FoundAction>
}

const nothing = { shown: [], next: undefined }

const loadCases = async (db: Db, reader: Reader, { typed, after }: Asked) => {
  const keys = partOf(
    await listCaseKeys(db, reader, await listTeamsToRead(db, reader), rangeOf(typed), {
      after,
      size: FOUND_A_PAGE + 1,
    }),
    FOUND_A_PAGE,
    (key) => key
  )
  const pages = keys.shown.length === 0 ? [] : await listCasePages(db, reader, keys.shown)
  const auditKey = toKey(typed)
  const rows = await listOfCases(db, reader, keys.shown, auditKey)
  const wanted = new Set(keys.shown)
  return {
    audit: rows.find((row) => row.referenceKey === auditKey && row.isReadable === 1),
    cases: {
      shown: groupFound(
        rows.filter(({ caseKey }) => wanted.has(caseKey ?? '')),
        pages,
        isGranted(reader.roles, 'cases.read')
      ),
      next: keys.next,
    },
  }
}

/** Short lists of names, compared here so that accents and the order of the words do not matter. */
const named = <T extends { id: string; name: string }>(all: readonly T[], asked: Asked): Part<T> =>
  partOf(
    afterKey(
      all.filter(({ name }) => isNamedBy(name, asked.typed)),
      asked.after,
      ({ id }) => id
    ),
    FOUND_A_PAGE,
    ({ id }) => id
  )

export const loadFound = async (db: Db, reader: Reader, asked: Asked): Promise<Found> => {
  const isAsked = (kind: FindKind) => asked.kind === undefined || asked.kind === kind
  const { roles } = reader
  return {
    ...(isAsked('case')
      ? await loadCases(db, reader, asked)
      : { audit: undefined, cases: nothing }),
    people:
      isAsked('person') && isGranted(roles, 'people.find')
        ? named(await listFindablePeople(db, reader), asked)
        : nothing,
    rounds:
      isAsked('round') && isGranted(roles, 'rounds.manage')
        ? named(await listRoundNames(db), asked)
        : nothing,
    actions: isAsked('action')
      ? partOf(
          await listActionsOfWords(db, reader, patternsOf(asked.typed), {
            after: asked.after,
            size: FOUND_A_PAGE + 1,
          }),
          FOUND_A_PAGE,
          ({ actionId }) => actionId
        )
      : nothing,
  }
}
