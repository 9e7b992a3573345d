/**
 * The limit to measure against: the same save as the product's (validate, upsert one answer, append one chained event,
 * one transaction, a small fragment back) with nothing around it, and a static page of a given size.
 * `node bare-server.ts sqlite FILE BYTES` or `… postgres URL BYTES`; prints its port.
 */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import BetterSqlite from 'better-sqlite3'
import { Hono } from 'hono'
import pg from 'pg'
import { z } from 'zod'

const [kind = 'sqlite', where = ':memory:', bytes = '25000'] = process.argv.slice(2)

const answer = z.object({
  value: z.enum(['outstanding', 'good', 'requires_improvement', 'inadequate']),
  evidence: z.string().max(20_000),
  revision: z.coerce.number().int(),
})

type Save = (audit: string, item: string, input: z.output<typeof answer>) => Promise<number>

const hash = (previous: string, content: string): string =>
  createHash('sha256').update(previous).update(content).digest('hex')

const sqliteSave = (): Save => {
  const db = new BetterSqlite(where)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`create table answer (audit text, item text, value text, evidence text, revision integer, primary key (audit, item));
    create table event (number integer primary key, content text, previous text, hash text);
    create table head (id integer primary key, number integer, hash text);
    insert into head values (1, 0, '')`)
  const upsert = db.prepare<unknown[], { revision: number }>(
    `insert into answer values (?, ?, ?, ?, 1) on conflict do update set value = excluded.value,
       evidence = excluded.evidence, revision = revision + 1 returning revision`
  )
  const readHead = db.prepare<[], { number: number; hash: string }>('select * from head')
  const insertEvent = db.prepare('insert into event values (?, ?, ?, ?)')
  const setHead = db.prepare('update head set number = ?, hash = ? where id = 1')
  const save = db.transaction((audit: string, item: string, input: z.output<typeof answer>) => {
    const revision = upsert.get(audit, item, input.value, input.evidence)?.revision ?? 0
    const head = readHead.get() ?? { number: 0, hash: '' }
    const content = JSON.stringify({ audit, item, revision, at: new Date().toISOString() })
    const next = hash(head.hash, content)
    insertEvent.run(head.number + 1, content, head.hash, next)
    setHead.run(head.number + 1, next)
    return revision
  })
  return async (audit, item, input) => save.immediate(audit, item, input)
}

const postgresSave = async (): Promise<Save> => {
  const pool = new pg.Pool({ connectionString: where, max: 10 })
  await pool.query(`create table if not exists bare_answer (audit text, item text, value text, evidence text,
      revision integer, primary key (audit, item));
    create table if not exists bare_event (number integer primary key, content text, previous text, hash text);
    create table if not exists bare_head (id integer primary key, number integer, hash text);
    insert into bare_head values (1, 0, '') on conflict do nothing`)
  return async (audit, item, input) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const saved = await client.query<{ revision: number }>(
        `insert into bare_answer values ($1, $2, $3, $4, 1) on conflict (audit, item) do update
           set value = excluded.value, evidence = excluded.evidence, revision = bare_answer.revision + 1
           returning revision`,
        [audit, item, input.value, input.evidence]
      )
      const head = await client.query<{ number: number; hash: string }>(
        'update bare_head set number = number + 1 where id = 1 returning number, hash'
      )
      const { number, hash: previous } = head.rows[0] ?? { number: 0, hash: '' }
      const content = JSON.stringify({ audit, item, at: new Date().toISOString() })
      const next = hash(previous, content)
      await client.query('insert into bare_event values ($1, $2, $3, $4)', [
        number,
        content,
        previous,
        next,
      ])
      await client.query('update bare_head set hash = $1 where id = 1', [next])
      await client.query('commit')
      return saved.rows[0]?.revision ?? 0
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
}

const save = kind === 'postgres' ? await postgresSave() : sqliteSave()
const page = `<!doctype html><p>${'x'.repeat(Number(bytes))}</p>`
const padding = '<!-- as long as a small fragment -->'.repeat(6)

const app = new Hono()
app.post('/audits/:audit/answers/:item', async (c) => {
  const input = answer.parse(await c.req.parseBody())
  const revision = await save(c.req.param('audit'), c.req.param('item'), input)
  return c.html(`<span>Saved at 16:42</span><input name="revision" value="${revision}">${padding}`)
})
app.get('/static', (c) => c.html(page))

const server = createServer(getRequestListener(app.fetch))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : ''}\n`)
})
