/** A mapping's two ends in words. */
import type { Mapping } from '../../src/imports/map-store.ts'

export const fromWords = (mapping: Mapping): string =>
  mapping.kind === 'team'
    ? (mapping.fromTeam ?? 'a team')
    : mapping.kind === 'theme'
      ? mapping.fromTheme
      : `${mapping.fromItem} (item of ${mapping.fromTheme})`

export const toWords = (mapping: Mapping): string =>
  mapping.kind === 'team'
    ? (mapping.toTeam ?? 'a team')
    : mapping.kind === 'theme'
      ? mapping.toTheme
      : mapping.toItem
