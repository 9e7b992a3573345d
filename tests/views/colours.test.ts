/** The colours of grades in the built stylesheet: as agreed, used for nothing else, and their text readable on them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readManifest } from '../../src/http/assets.ts'

const folder = join(import.meta.dirname, '../../dist/assets')
const css = readFileSync(join(folder, readManifest()['plumbline.css']), 'utf8')

const whole = (colour: string): string =>
  colour.length === 4 ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}` : colour

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(whole(colour).slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2's contrast ratio. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each([
  ['outstanding', '#0f4c5c'],
  ['good', '#2a9d8f'],
  ['requires_improvement', '#e9a23b'],
  ['inadequate', '#9d2a2b'],
])('%s', (grade, colour) => {
  it('has its colour in tags and charts, and nothing else has it', () => {
    const tag = new RegExp(`\\.pl-grade--${grade}\\{background:${colour};color:(#[0-9a-f]+)\\}`)
    const text = tag.exec(css)?.[1] ?? ''
    expect(css).toContain(`.pl-bar--${grade}{fill:${colour}}`)
    expect(css).toContain(`.pl-bar-text--${grade}{fill:${text}}`)
    expect(css.split(colour)).toHaveLength(3)
    expect(contrast(colour, text)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the measure itself', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#fff', '#fff', 1],
  ])('%s on %s', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  })
})
