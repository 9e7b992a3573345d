/** Serves the specimen pages in the real layout under the real policy. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { secureHeaders } from 'hono/secure-headers'
import { assets, layoutAssets } from '../../src/http/assets.ts'
import { Layout, type NavKey } from '../../views/layout.tsx'
import { AuditSpecimen } from './audit-specimen.tsx'
import { FormSpecimen, ResultsSpecimen, WorkSpecimen } from './specimen.tsx'

/** Path → navigation entry, title, content. */
export const specimens: Record<string, { current: NavKey; title: string; content: Child }> = {
  '/audit': { current: 'audits', title: 'Child protection plan', content: <AuditSpecimen /> },
  '/work': { current: 'work', title: 'My work', content: <WorkSpecimen /> },
  '/results': { current: 'results', title: 'Results', content: <ResultsSpecimen /> },
  '/form': { current: 'programme', title: 'Create a round', content: <FormSpecimen /> },
}

const nav: { key: NavKey; label: string; href: string }[] = [
  { key: 'work', label: 'My work', href: '/work' },
  { key: 'audits', label: 'Audits', href: '/audit' },
  { key: 'results', label: 'Results', href: '/results' },
  { key: 'programme', label: 'Programme', href: '/form' },
  { key: 'rubrics', label: 'Rubrics', href: '/rubrics' },
]

export const startSpecimenServer = async (port = 0) => {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
      },
    })
  )
  app.route('/assets', assets())
  for (const [path, { current, title, content }] of Object.entries(specimens)) {
    app.get(path, (c) =>
      c.html(
        <Layout
          title={title}
          current={current}
          nav={nav}
          demo
          csrf="token"
          assets={layoutAssets()}
          person={{ id: 'p', name: 'Amara Osei', roleTitle: 'Team manager' }}
          session={{ idleMinutes: 30 }}
          {...(c.req.query('notice')
            ? { notice: { kind: 'success', text: 'Audit submitted' } }
            : {})}
        >
          {content}
        </Layout>
      )
    )
  }
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { address, stop: () => new Promise((resolve) => server.close(resolve)) }
}
