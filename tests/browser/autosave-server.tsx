/**
 * A server of two answers, as small as can be, that behaves as an audit does: revisions, conflicts, refusals, sessions.
 * What it does next can be told it. It stands for the audit feature in the tests of the browser's own script.
 */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { assets, layoutAssets } from '../../src/http/assets.ts'
import { AutosaveItem } from '../../views/components/autosave-item.tsx'
import { Button } from '../../views/components/button.tsx'
import { GradePicker } from '../../views/components/grade-picker.tsx'
import { SavedStatus, type SavedStatusProps } from '../../views/components/saved-status.tsx'
import { SidePanel } from '../../views/components/side-panel.tsx'
import { Textarea } from '../../views/components/textarea.tsx'
import { gradeLabel } from '../../views/format.ts'
import { Layout } from '../../views/layout.tsx'

type Answer = { grade: string; text: string; revision: number }

const grades = ['outstanding', 'good', 'requires_improvement', 'inadequate'].map((grade) => ({
  grade,
  descriptor: `What ${grade} looks like`,
}))

const savedAt = '2026-01-30T16:42:00.000Z'

/** What the server knows, has been asked, and does next. */
export class AuditServer {
  answers: Record<string, Answer> = {}
  posts: { key: string; body: Record<string, string> }[] = []
  /** The full form, posted by the Save button. */
  submitted: Record<string, string>[] = []
  personId: string | undefined = 'amara'
  csrf = 'token-1'
  idleMinutes = 30
  /** Answers with this status instead of saving. */
  failWith: number | undefined
  /** Saves, and then the answer is lost on its way. */
  loseAnswer = false
  /** Holds saves back until called. */
  gate: Promise<void> | undefined

  async save(key: string, body: Record<string, string>): Promise<{ status: number; html: string }> {
    if (this.gate) await this.gate
    this.posts.push({ key, body })
    if (this.personId === undefined) return { status: 401, html: '<span>Signed out.</span>' }
    if (body._csrf !== this.csrf) return { status: 403, html: '<p>This form is out of date.</p>' }
    if (this.failWith !== undefined)
      return { status: this.failWith, html: '<p role="alert">A fault.</p>' }
    const known = this.answers[key] ?? { grade: '', text: '', revision: 0 }
    const given = { grade: body[`${key}.grade`] ?? '', text: body[`${key}.text`] ?? '' }
    if (given.text.includes('<script>')) {
      return this.fragment(key, 422, { kind: 'refused', messages: ['Write it without script.'] })
    }
    const isSame = given.grade === known.grade && given.text === known.text
    if (!isSame && Number(body[`${key}.revision`]) !== known.revision) {
      const fields = [
        {
          label: 'grade',
          name: `${key}.grade`,
          theirsValue: known.grade,
          mine: gradeLabel(given.grade),
          theirs: gradeLabel(known.grade),
        },
        {
          label: 'evidence',
          name: `${key}.text`,
          theirsValue: known.text,
          mine: given.text,
          theirs: known.text,
        },
      ]
      return this.fragment(key, 409, { kind: 'conflict', by: 'Kofi Mensah', at: savedAt, fields })
    }
    if (!isSame) this.answers[key] = { ...given, revision: known.revision + 1 }
    return this.fragment(key, 200, { kind: 'saved', at: savedAt })
  }

  fragment(key: string, status: number, state: SavedStatusProps['state']) {
    return { status, html: `${this.status(key, state)}${this.partial()}` }
  }

  status(key: string, state: SavedStatusProps['state']) {
    return (
      <SavedStatus
        id={`saved-${key}`}
        revisionName={`${key}.revision`}
        revision={this.answers[key]?.revision ?? 0}
        state={state}
      />
    )
  }

  panel() {
    const done = Object.values(this.answers).length
    return (
      <SidePanel
        label="This audit"
        sections={[{ title: 'Progress', content: <p>{`${done} of 2 answered`}</p> }]}
      />
    )
  }

  partial() {
    return (
      <hx-partial hx-target="#side-panel" hx-swap="outerMorph">
        {this.panel()}
      </hx-partial>
    )
  }

  item(key: string) {
    const answer = this.answers[key]
    return (
      <AutosaveItem id={`item-${key}`} action={`/answers/${key}`}>
        <GradePicker
          id={`${key}-grade`}
          name={`${key}.grade`}
          question={`Question ${key}`}
          grades={grades}
          value={answer?.grade}
          reason={{ name: `${key}.reason` }}
        />
        <Textarea
          name={`${key}.text`}
          id={`${key}-text`}
          label="What in the record shows this?"
          value={answer?.text}
        />
        {this.status(key, { kind: 'empty' })}
      </AutosaveItem>
    )
  }

  page() {
    return (
      <Layout
        title="Audit"
        demo={false}
        nav={[]}
        csrf={this.csrf}
        assets={layoutAssets()}
        person={{ id: 'amara', name: 'Amara Osei', roleTitle: 'Team manager' }}
        session={{ idleMinutes: this.idleMinutes }}
      >
        <h1>Audit</h1>
        <form method="post" action="/form" autocomplete="off">
          <input type="hidden" name="_csrf" value={this.csrf} />
          {this.item('one')}
          {this.item('two')}
          <Button>Save and go on</Button>
        </form>
        {this.panel()}
        <a id="away" href="/elsewhere">
          Elsewhere
        </a>
      </Layout>
    )
  }
}

const fieldsOf = async (request: Request): Promise<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(await request.text()))

/** Starts it on a free port. */
export const startAuditServer = async (state: AuditServer) => {
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
  app.get('/', (c) => c.html(state.page()))
  app.get('/elsewhere', (c) => c.html(<p>Elsewhere</p>))
  app.get('/session', (c) =>
    state.personId === undefined
      ? c.json({}, 401)
      : c.json({
          personId: state.personId,
          csrf: state.csrf,
          idleEndsAt: new Date(Date.now() + state.idleMinutes * 60_000).toISOString(),
        })
  )
  app.post('/answers/:key', async (c) => {
    const { status, html } = await state.save(c.req.param('key'), await fieldsOf(c.req.raw))
    if (state.loseAnswer) throw new Error('the answer is lost')
    return c.html(html, status as 200)
  })
  app.post('/form', async (c) => {
    state.submitted.push(await fieldsOf(c.req.raw))
    return c.html(<p>Submitted</p>)
  })
  app.onError((_error, c) => {
    const outgoing = (c.env as { outgoing?: { destroy: () => void } }).outgoing
    outgoing?.destroy()
    return c.body(null, 500)
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
