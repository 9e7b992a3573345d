/** Every colour that a scale can name: text on it is readable, its shape has a pattern on paper, and a class each. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scaleColours } from '../../src/rubrics/rules/scale.ts'
import { GradePatterns } from '../../views/components/grade-patterns.tsx'
import { scaleLook } from '../../views/format.ts'

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number => {
  const hex = colour.length === 4 ? colour.replace(/[\da-f]/gi, '$&$&') : colour
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const screen = readFileSync('views/assets/_grades.scss', 'utf8')
const print = readFileSync('views/assets/_print.scss', 'utf8')

test.each(scaleColours)('%s', (colour) => {
  const look = scaleLook(colour)
  const pair = new RegExp(`"${look}": \\(\\s*(#\\w+),\\s*(#\\w+),`).exec(screen)
  const [, ground = '', text = ''] = pair ?? []
  expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5)
  expect(print).toContain(`.pl-grade--${look}::before`)
  expect(print).toContain(`.pl-bar--${look} {`)
  const pattern = `pl-pattern-${look}`
  expect(print.includes(`url("#${pattern}")`) || look === 'outstanding').toBe(true)
  expect(String(GradePatterns()).includes(`id="${pattern}"`) || look === 'outstanding').toBe(true)
})
