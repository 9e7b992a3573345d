/**
 * Our GOV.UK components against govuk-frontend's own fixtures: the same options must give the same document. What we
 * leave out on purpose is listed by name with the raw-HTML parameter it is about, and may be 5% at most.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adapters } from './govuk-adapters.tsx'
import type { Props } from './govuk-options.ts'
import { htmlTree } from './html-tree.ts'

type Fixture = { name: string; options: Props; html: string }

const root = join(import.meta.dirname, '../..')
const theirs = join(root, 'node_modules/govuk-frontend/dist/govuk/components')

const fixturesOf = (component: string): Fixture[] => {
  const file = readFileSync(join(theirs, component, 'fixtures.json'), 'utf8')
  return (JSON.parse(file) as { fixtures: Fixture[] }).fixtures
}

/** `component: fixture` → the raw-HTML parameter that we do not offer. */
const excused: Record<string, string> = {}

const ours = readdirSync(join(root, 'views/components'))
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => file.replace('.tsx', ''))
  .filter((name) => existsSync(join(theirs, name, 'fixtures.json')))

const all = ours.flatMap((component) =>
  fixturesOf(component).map((fixture) => ({ component, ...fixture }))
)

describe('every component that GOV.UK Frontend has too', () => {
  it('is among those compared', () => {
    expect(ours.length).toBeGreaterThanOrEqual(26)
    expect(Object.keys(adapters).sort()).toEqual(ours.sort())
  })

  it('is compared with fixtures, and almost all of them', () => {
    expect(all.length).toBeGreaterThan(500)
    for (const component of ours) expect(fixturesOf(component).length).toBeGreaterThan(0)
    const names = all.map(({ component, name }) => `${component}: ${name}`)
    expect(Object.keys(excused).filter((name) => !names.includes(name))).toEqual([])
    expect(Object.keys(excused).length / all.length).toBeLessThanOrEqual(0.05)
  })
})

describe.each(ours)('%s', (component) => {
  it.each(fixturesOf(component))('$name', ({ name, options, html }) => {
    const found = htmlTree(adapters[component]?.(options) ?? '')
    const expected = htmlTree(html)
    if (`${component}: ${name}` in excused) expect(found).not.toBe(expected)
    else expect(found).toBe(expected)
  })
})

describe('the comparison itself', () => {
  it('sees a missing space between a word and a link', () => {
    expect(htmlTree('<p>see <a href="#">this</a></p>')).not.toBe(
      htmlTree('<p>see<a href="#">this</a></p>')
    )
  })

  it('sees a changed attribute, class, order or line in a text area', () => {
    const plain = htmlTree('<p class="a b" id="x">one</p><p>two</p>')
    expect(htmlTree('<p id="x" class="b  a">one</p> <p> two </p>')).toBe(plain)
    expect(htmlTree('<p class="a" id="x">one</p><p>two</p>')).not.toBe(plain)
    expect(htmlTree('<p>two</p><p class="a b" id="x">one</p>')).not.toBe(plain)
    expect(htmlTree('<textarea>a b</textarea>')).not.toBe(htmlTree('<textarea>a  b</textarea>'))
  })
})
