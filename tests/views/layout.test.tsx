/** The document around every page. */
import { describe, expect, it } from 'vitest'
import { Layout, type LayoutProps } from '../../views/layout.tsx'

const props: LayoutProps = {
  title: 'My work',
  person: { id: 'p-1', name: 'Amara Osei', roleTitle: 'Team manager' },
  current: 'work',
  nav: [
    { key: 'work', label: 'My work', href: '/' },
    { key: 'results', label: 'Results', href: '/results' },
  ],
  demo: true,
  csrf: 'token-1',
  assets: { css: '/assets/a.css', htmx: '/assets/h.js', js: '/assets/p.js', icon: '/assets/i.svg' },
  session: { idleMinutes: 30 },
}

const render = (more: Partial<LayoutProps> = {}): string =>
  (
    <Layout {...props} {...more}>
      {more.children ?? <h1>My work</h1>}
    </Layout>
  ).toString() as string

describe('Layout', () => {
  it('is a whole document in British English', () => {
    const html = render()
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en-GB"/)
    expect(html).toContain('<title>My work – Plumbline</title>')
    expect(html).toMatch(/<a href="#main" class="govuk-skip-link"[^>]*>Skip to main content<\/a>/)
    expect(html).toContain('<main class="pl-main" id="main"><h1>My work</h1></main>')
  })

  it('has no inline script, style or event handler', () => {
    const html = render()
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|hx-on/)
    expect(
      [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((found) => found[1])
    ).toEqual(['', ''])
  })

  it('tells htmx to bring no style of its own', () => {
    const content = /<meta name="htmx-config" content="([^"]+)"/.exec(render())?.[1] ?? ''
    expect(JSON.parse(content.replaceAll('&quot;', '"'))).toEqual({
      includeIndicatorCSS: false,
      history: 'reload',
      defaultTimeout: 20000,
      noSwap: [204, 304, 401, '5xx'],
    })
  })

  it('marks where you are, in words for screen readers', () => {
    expect(render()).toContain('href="/" aria-current="page">My work</a>')
    expect(render().match(/aria-current/g)).toHaveLength(1)
    expect(render({ current: undefined })).not.toContain('aria-current')
  })

  it('signs out by a post with the token', () => {
    expect(render()).toContain(
      '<form class="pl-head__me" method="post" action="/sign-out"><input type="hidden" name="_csrf" value="token-1"/>'
    )
    expect(render()).toContain('Amara Osei<span class="pl-head__role">, Team manager</span>')
  })

  it('says that the demonstration council is not real, only there', () => {
    const words =
      'Demonstration council. Aldermere is not a real place and nobody here is a real person.'
    expect(render()).toContain(words)
    expect(render({ demo: false })).not.toContain('Aldermere')
  })

  it('gives the script the person and the idle limit, only when somebody is signed in', () => {
    expect(render()).toContain('data-person="p-1" data-idle-minutes="30"')
    expect(render({ person: undefined })).not.toMatch(/data-person|data-idle-minutes/)
  })

  it('leaves out navigation and name on a bare page', () => {
    const html = render({ bare: true })
    expect(html).not.toMatch(/<nav|Amara Osei|\/sign-out|data-idle-minutes/)
  })

  it('shows a notice in words', () => {
    expect(render({ notice: { kind: 'success', text: 'Audit submitted.' } })).toMatch(
      /role="alert"[\s\S]*Success[\s\S]*Audit submitted\./
    )
    expect(render({ notice: { kind: 'warning', text: 'Not <saved>.' } })).toContain(
      '<div class="pl-notice pl-notice--warning" role="alert"><p>Not &lt;saved&gt;.</p></div>'
    )
  })

  it('leaves off paper what only says that a step was done', () => {
    expect(render({ notice: { kind: 'success', text: 'Audit submitted.' } })).toMatch(
      /class="govuk-notification-banner [^"]*pl-no-print"/
    )
    expect(render({ notice: { kind: 'warning', text: 'Not sent.' } })).not.toContain('pl-no-print')
  })

  it('says in the title that a page has errors', () => {
    expect(render({ hasErrors: true })).toContain('<title>Error: My work – Plumbline</title>')
  })

  it('escapes whatever it is given', () => {
    const html = render({
      title: '</title><script>alert(1)</script>',
      person: { name: '<b>Mo</b>', roleTitle: '"><i>' },
    })
    expect(html).not.toMatch(/<script>alert|<b>Mo|"><i>/)
  })
})
