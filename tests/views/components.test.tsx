/** Our own components: what they say, what they refuse, and that nothing typed reaches the page as HTML. */
import { describe, expect, it } from 'vitest'
import { AutosaveItem } from '../../views/components/autosave-item.tsx'
import { DataTable } from '../../views/components/data-table.tsx'
import { EmptyState } from '../../views/components/empty-state.tsx'
import { FilterBar } from '../../views/components/filter-bar.tsx'
import { GradePicker, type GradePickerProps } from '../../views/components/grade-picker.tsx'
import { GradeTag } from '../../views/components/grade-tag.tsx'
import { ProgressBar } from '../../views/components/progress-bar.tsx'
import { SafeLink } from '../../views/components/safe-link.tsx'
import { SavedStatus, type SavedStatusProps } from '../../views/components/saved-status.tsx'
import { SidePanel } from '../../views/components/side-panel.tsx'
import { Textarea } from '../../views/components/textarea.tsx'

const nasty = '"><script>alert(1)</script>'

describe('GradeTag', () => {
  it.each([
    ['outstanding', 'O', 'Outstanding'],
    ['good', 'G', 'Good'],
    ['requires_improvement', 'RI', 'Requires improvement'],
    ['inadequate', 'I', 'Inadequate'],
  ])('%s has its letter and its word', (grade, letter, word) => {
    expect(String(<GradeTag grade={grade} />)).toBe(
      `<span class="pl-grade pl-grade--${grade}"><span class="pl-grade__letter" aria-hidden="true">${letter}</span>${word}</span>`
    )
  })

  it('has no colour for what is no grade', () => {
    expect(String(<GradeTag grade="not_applicable" />)).toBe(
      '<span class="pl-grade pl-grade--none">Not applicable</span>'
    )
  })
})

describe('GradePicker', () => {
  const props: GradePickerProps = {
    id: 'clarity',
    name: 'cp.clarity',
    question: 'Is it clear?',
    grades: [
      { grade: 'outstanding', descriptor: 'Very' },
      { grade: 'inadequate', descriptor: nasty },
    ],
    reason: { name: 'cp.clarity.reason' },
  }

  it('has one radio a grade, the first with the id that links lead to, in the order given', () => {
    const html = String(<GradePicker {...props} value="inadequate" />)
    const radios = [
      ...html.matchAll(/type="radio" id="([^"]+)" name="([^"]+)" value="([^"]+)"( checked)?/g),
    ]
    expect(
      radios.map(([, id, name, value, checked]) => [id, name, value, checked !== undefined])
    ).toEqual([
      ['clarity', 'cp.clarity', 'outstanding', false],
      ['clarity-inadequate', 'cp.clarity', 'inadequate', true],
      ['clarity-na', 'cp.clarity', 'not_applicable', false],
      ['clarity-ne', 'cp.clarity', 'not_enough_evidence', false],
    ])
    expect(html).not.toContain('<script>')
  })

  it('makes the whole tile the label of its radio', () => {
    expect(String(<GradePicker {...props} />)).toMatch(
      /<label class="pl-picker__tile" for="clarity"><span class="pl-picker__name"><input[^>]*>Outstanding<\/span> Very<\/label>/
    )
  })

  it('offers no "not applicable" where an item applies to every child', () => {
    const html = String(<GradePicker {...props} allowNotApplicable={false} />)
    expect(html).not.toContain('not_applicable')
    expect(html).toContain('What evidence was missing?')
  })

  it('offers neither without a reason field', () => {
    const { reason: _, ...without } = props
    expect(String(<GradePicker {...without} />)).not.toMatch(/not_applicable|not_enough_evidence/)
  })

  it('says that an item is critical, and describes the group by guidance and error', () => {
    const html = String(
      <GradePicker {...props} isCritical guidance="Look at the plan." error="Choose a grade" />
    )
    expect(html).toContain('<span class="pl-critical">critical</span>')
    expect(html).toContain('aria-describedby="clarity-guidance clarity-error"')
    expect(html).toContain('id="clarity-error"')
  })
})

describe('SafeLink', () => {
  it.each([
    'https://example.org/case?ref=1',
    'http://example.org',
    'mailto:qa@example.org',
    '/cases/1',
    'cases/1',
    '#item-3',
    '?page=2',
  ])('links to %s', (href) => {
    expect(String(<SafeLink href={href}>Open</SafeLink>)).toMatch(/^<a /)
  })

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'ftp://example.org',
    'http://[not-an-address',
  ])('shows %j as words only', (href) => {
    const html = String(<SafeLink href={href}>Open</SafeLink>)
    expect(html).toBe('<span>Open</span>')
  })

  it('tells other sites nothing', () => {
    expect(String(<SafeLink href="https://example.org">Open</SafeLink>)).toContain(
      'rel="noopener noreferrer"'
    )
    expect(String(<SafeLink href="/cases/1">Open</SafeLink>)).not.toContain('rel=')
  })
})

describe('SavedStatus', () => {
  const render = (state: SavedStatusProps['state']): string =>
    String(<SavedStatus id="saved-1" revisionName="a.revision" revision={4} state={state} />)

  it('carries the revision whatever it says', () => {
    const states: SavedStatusProps['state'][] = [
      { kind: 'empty' },
      { kind: 'saved', at: '2026-01-30T16:42:00.000Z' },
      { kind: 'refused', messages: ['Too long.'] },
      { kind: 'conflict', by: 'Kofi', at: '2026-01-30T16:42:00.000Z', fields: [] },
    ]
    for (const state of states) {
      expect(render(state)).toContain(
        `id="saved-1" role="status" data-save-status="${state.kind}"><input type="hidden" name="a.revision" value="4"/>`
      )
    }
  })

  it('says the London time', () => {
    expect(render({ kind: 'saved', at: '2026-07-01T15:42:00.000Z' })).toContain('Saved at 16:42')
  })

  it('is small', () => {
    expect(render({ kind: 'saved', at: '2026-07-01T15:42:00.000Z' }).length).toBeLessThan(300)
  })

  it('shows both texts of a conflict as words', () => {
    const html = render({
      kind: 'conflict',
      by: nasty,
      at: '2026-01-30T16:42:00.000Z',
      fields: [{ label: 'evidence', name: 'a.text', theirsValue: nasty, mine: nasty, theirs: '' }],
    })
    expect(html).not.toContain('<script>')
    expect(html).toContain('data-theirs="a.text"')
    expect(html).toContain('Nothing yet')
  })
})

describe('AutosaveItem', () => {
  it('has the attributes that plumbline.ts tells of', () => {
    expect(
      String(
        <AutosaveItem id="item-3" action="/audits/1/answers/a">
          x
        </AutosaveItem>
      )
    ).toBe(
      '<section id="item-3" class="pl-item" data-autosave="" hx-post="/audits/1/answers/a" hx-trigger="change, input delay:800ms, save-again" hx-sync="this:queue last" hx-target="find [data-save-status]" hx-swap="outerMorph" hx-status:409="swap:outerMorph" hx-status:422="swap:outerMorph" hx-status:4xx="swap:none" hx-status:5xx="swap:none">x</section>'
    )
  })
})

describe('small ones', () => {
  it('keeps a line break at the beginning of what was typed', () => {
    expect(String(<Textarea name="a" value={'\nSecond line'} />)).toContain(
      '>\n\nSecond line</textarea>'
    )
    expect(String(<Textarea name="a" value={'</textarea><b>'} />)).toContain('&lt;/textarea&gt;')
  })

  it('shows progress in words and as a bar, also when there is nothing to do', () => {
    expect(String(<ProgressBar id="p" done={14} total={22} verb="answered" />)).toBe(
      '<div class="pl-progress"><label class="pl-progress__words" for="p">14 of 22 answered</label><progress class="pl-progress__bar" id="p" value="14" max="22">14 of 22</progress></div>'
    )
    expect(String(<ProgressBar id="p" done={0} total={0} verb="answered" />)).toContain('max="1"')
  })

  it('names rows and columns of a table and lets a keyboard scroll it', () => {
    const html = String(
      <DataTable
        id="t"
        caption="Rounds"
        columns={[{ header: 'Round' }, { header: 'n', isNumber: true }]}
        rows={[['Nov 2025', 37]]}
      />
    )
    expect(html).toContain(
      '<section class="pl-table" id="t" aria-labelledby="t-caption" tabindex="0">'
    )
    expect(html).toContain('<th scope="col" class="pl-table__number">n</th>')
    expect(html).toContain('<th scope="row">Nov 2025</th><td class="pl-table__number">37</td>')
  })

  it('puts filters into the address', () => {
    expect(String(<FilterBar action="/results" label="Choose what to show" />)).toMatch(
      /^<form class="pl-filters" method="get" action="\/results" aria-label="Choose what to show"><button type="submit"/
    )
  })

  it('says where you are and what is done', () => {
    const html = String(
      <SidePanel
        label="This audit"
        sections={[{ title: 'Progress', content: 'x' }]}
        steps={[
          { text: 'Voice', href: '/v', isDone: true },
          { text: 'Plan', href: '/p', isCurrent: true },
        ]}
      />
    )
    expect(html).toContain('<aside class="pl-side" id="side-panel" aria-label="This audit">')
    expect(html).toContain('<span class="govuk-visually-hidden"> (done)</span>')
    expect(html).toContain('aria-current="step"><span>Plan</span>')
  })

  it('says that there is nothing and why', () => {
    expect(String(<EmptyState title="No audits">Ask.</EmptyState>)).toBe(
      '<div class="pl-empty"><p class="pl-empty__title">No audits</p>Ask.</div>'
    )
  })
})
