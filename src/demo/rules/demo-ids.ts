/** UUIDv7 of the time when a thing is said to have happened, from repeatable chance: the same council, the same links. */
import type { Chance } from './chance.ts'

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

export const newDemoId = (chance: Chance, instant: string): string => {
  const time = hex(Date.parse(instant), 12)
  const variant = hex(chance.between(0x8000, 0xbfff), 4)
  const rest = hex(chance.between(0, 0xffffff), 6) + hex(chance.between(0, 0xffffff), 6)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(chance.between(0, 0xfff), 3)}-${variant}-${rest}`
}
