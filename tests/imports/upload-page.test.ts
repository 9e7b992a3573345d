/** A results file in the browser: uploading, the preview, confirming, and what goes wrong in words. */
import { describe, expect, test } from 'vitest'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { confirmUpload } from '../../src/imports/confirm-upload.ts'
import { findUpload, moveUpload } from '../../src/imports/upload-store.ts'
import { type PlainBrowser, plainBrowser } from '../support/page-forms.ts'
import { council, FILE, HEADER } from '../support/results-file.ts'
import { sendFile } from '../support/upload.ts'
import { newWorld, type World } from '../support/world.ts'

/** A browser whose pages are read with a space between any two of their parts. */
const spaced = (plain: PlainBrowser): PlainBrowser => {
  const apart = async (page: ReturnType<PlainBrowser['open']>) => {
    const found = await page
    const words = found.html
      .replace(/^[\s\S]*<main[^>]*>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replace(/\s+/g, ' ')
    return { ...found, words }
  }
  return {
    open: (path) => apart(plain.open(path)),
    follow: (page, href) => apart(plain.follow(page, href)),
    press: (page, button, values) => apart(plain.press(page, button, values)),
  }
}

const upload = async (
  world: World,
  content: string | Uint8Array<ArrayBuffer> = FILE,
  fields: Record<string, string> = {},
  name = 'history.csv'
) => {
  const browser = await world.as('qa_lead')
  const sent = await sendFile(world, browser, '/imports/new', { name, content }, fields)
  const path = sent.headers.get('location') ?? ''
  const plain = spaced(plainBrowser(browser))
  return { sent, path, plain, browser, page: path === '' ? undefined : await plain.open(path) }
}

const pageOf = async (world: World, content?: string, fields?: Record<string, string>) => {
  const { page, ...rest } = await upload(world, content, fields)
  if (!page) throw new Error(`the upload was answered ${rest.sent.status}`)
  return { page, ...rest }
}

const typesOf = async (world: World) =>
  (
    await world.db.selectFrom('event').select(['type', 'actor_id']).orderBy('number').execute()
  ).filter(({ type }) => type.startsWith('results.') || type.startsWith('upload.'))

test('the preview counts and changes nothing; confirming imports what it said', async () => {
  const world = await newWorld()
  const { page, plain } = await pageOf(world)
  expect(page.status).toBe(200)
  expect(page.words).toContain('New 2 audits with 4 judgements')
  expect(page.words).toContain('New rounds 1: April audit')
  expect(page.words).toContain('Teams kept as closed ones of the past None')
  expect(page.words).toContain('“pace” is not an item of “referral”; 1 row kept under that name')
  expect(await council(world.context())).toEqual([])

  const done = await plain.press(page, 'Import 2 audits')
  expect(done.path).toBe(`${page.path}?saved=imported`)
  expect(done.words).toContain('The file is imported.')
  expect(done.words).toContain('Imported by The qa_lead')
  expect(done.words).toContain('2 audits with 4 judgements')
  expect(await council(world.context())).toHaveLength(4)
  expect(await recountTallies(world.db)).toEqual([])
  const lead = world.people.qa_lead
  expect(await typesOf(world)).toEqual([
    { type: 'upload.staged', actor_id: lead },
    { type: 'results.imported', actor_id: lead },
  ])
  expect(await world.db.selectFrom('staged_part').selectAll().execute()).toEqual([])

  const audit = done.links.find((link) => link.startsWith('/audits/'))
  expect((await plain.open(audit ?? '')).status).toBe(200)
  const list = await plain.open('/imports')
  expect(list.words).toContain('history.csv The qa_lead')
})

test('the same file again: nothing new, nothing to confirm', async () => {
  const world = await newWorld()
  const first = await pageOf(world)
  await first.plain.press(first.page, 'Import 2 audits')
  const { page } = await pageOf(world)
  expect(page.words).toContain('0 new, 2 audits unchanged')
  expect(page.forms.flatMap(({ buttons }) => buttons.map(({ text }) => text))).not.toContain(
    'Import 0 audits'
  )
})

test('what changes is shown old and new only once replacing is chosen', async () => {
  const world = await newWorld()
  const first = await pageOf(world)
  await first.plain.press(first.page, 'Import 2 audits')
  const changed = FILE.replace(
    'A2,April audit,2016-04-29,referral,,I',
    'A2,April audit,2016-04-29,referral,,O'
  )
  const { page, plain } = await pageOf(world, changed)
  expect(page.words).toContain('This file has 1 fault.')
  expect(page.words).toContain(
    '4 audit “A2” is already imported with other content (grades); correct the file, or choose “Replace'
  )
  const replacing = await plain.press(page, 'Look again, replacing them')
  expect(replacing.words).toContain('Replaced 1 audit with 2 judgements')
  expect(replacing.words).toContain('A2 (line 4) referral Inadequate Outstanding')
  const done = await plain.press(replacing, 'Import 1 audit')
  expect(done.words).toContain('The file is imported.')
  expect(await council(world.context())).toContain('April audit referral/ outstanding 1')
  expect(await recountTallies(world.db)).toEqual([])
})

describe('faults', () => {
  test('each with its line, and all of them as a file', async () => {
    const world = await newWorld()
    const rows = Array.from(
      { length: 60 },
      (_, n) => `A${n},April audit,2016-04-29,referral,,=bad${n},,,`
    )
    const { page, plain, browser } = await pageOf(
      world,
      [HEADER, ...rows, 'B,April audit,soon,referral,,good,,,'].join('\n')
    )
    expect(page.words).toContain('Nothing of it can be imported')
    const [first = ''] = page.links.filter((link) => link.includes('?fault=2'))
    const second = await plain.follow(page, first)
    expect(second.words).toContain('62 audited_on:')
    const csv = await (await browser.get(`${page.path}/faults.csv`)).text()
    expect(csv.split('\r\n')[0]).toBe('line,fault')
    expect(csv.trimEnd().split('\r\n')).toHaveLength(
      1 + Number(/has (\d+) faults/.exec(page.words)?.[1])
    )
    expect(await council(world.context())).toEqual([])
  })

  test.each([
    ['history.csv', '', 'The file is empty.'],
    ['history.xlsx', 'PK\u0003\u0004', 'not CSV. In the spreadsheet choose “Save as”'],
    ['', '', 'Choose a CSV file'],
  ])('%s: refused on the form', async (name, content, words) => {
    const world = await newWorld()
    const { sent } = await upload(world, content, { replace: 'yes' }, name)
    const html = await sent.text()
    expect(sent.status).toBe(422)
    expect(html).toContain(words)
    expect(html).toContain('<title>Error: Bring in past results')
    expect(html).toMatch(/value="yes" checked/)
  })

  test('not UTF-8: by line, with what would be right', async () => {
    const world = await newWorld()
    const bytes = Buffer.from(`${HEADER}\nA1,April audit,2016-04-29,r\xe9f,,good,,,\n`, 'latin1')
    const { page } = await upload(world, new Uint8Array(bytes))
    expect(page?.words).toContain('2 not valid UTF-8 text; save the file from the spreadsheet')
  })

  test('without the token of the session nothing is read', async () => {
    const world = await newWorld()
    const browser = await world.as('qa_lead')
    const forged = { ...browser, csrf: 'wrong' }
    const sent = await sendFile(world, forged, '/imports/new', { name: 'a.csv', content: FILE })
    expect(sent.status).toBe(403)
    expect(await world.db.selectFrom('staged_upload').selectAll().execute()).toEqual([])
  })
})

describe('two people and one file', () => {
  const staged = async (world: World) => {
    const { page, plain } = await pageOf(world)
    const id = page.path.split('/').at(-1) ?? ''
    const found = await findUpload(world.db, id, 'results')
    if (!found) throw new Error('no upload')
    return { id, found, page, plain }
  }
  const clockOf = (world: World) => world.deps.clock

  test('one confirms, the other is told while it is at work and after', async () => {
    const world = await newWorld()
    const { id, found } = await staged(world)
    const ctx = { ...world.context(), actor: { kind: 'user', id: world.people.qa_lead } as const }
    const input = { id, revision: found.revision, clock: clockOf(world) }
    const { work } = await confirmUpload(ctx, input)
    await expect(confirmUpload(ctx, input)).rejects.toThrow('Somebody else confirmed this file')
    await work()
    await expect(confirmUpload(ctx, input)).rejects.toThrow('The qa_lead has confirmed this file')
    const other = await world.browserOf(world.strangerId)
    const late = await other.post(`/imports/${id}/confirm`, { revision: String(found.revision) })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('It was imported once.')
    expect(await world.db.selectFrom('results_import').selectAll().execute()).toHaveLength(1)
  })

  test('what changed since the preview is not imported; the preview is made again', async () => {
    const world = await newWorld()
    const { page, plain } = await staged(world)
    const other = await pageOf(world, FILE.replaceAll('A2', 'A3'))
    await other.plain.press(other.page, 'Import 2 audits')
    const now = await plain.press(page, 'Import 2 audits')
    expect(now.words).toContain('What this file would do has changed since the preview')
    expect(now.words).toContain('Unchanged 1 audit with 2 judgements')
    const done = await plain.press(now, 'Import 1 audit')
    expect(done.words).toContain('The file is imported.')
  })

  test('stopped with the server: it waits again a minute later', async () => {
    const world = await newWorld()
    const { id, found, page } = await staged(world)
    const at = world.context().now
    await moveUpload(world.db, id, ['ready'], 'working', at, { revision: found.revision })
    const browser = await world.as('qa_lead')
    const plain = spaced(plainBrowser(browser))
    expect((await plain.open(page.path)).words).toContain('The file is being brought in')
    world.setNow(new Date(Date.parse(at) + 61_000).toISOString())
    const again = await plain.open(page.path)
    expect(again.words).toContain('The work was stopped before it ended. Nothing was imported.')
    expect((await plain.press(again, 'Import 2 audits')).words).toContain('The file is imported.')
  })

  test('a reading that was stopped is taken up by whoever looks', async () => {
    const world = await newWorld()
    const { id, page } = await staged(world)
    const at = world.context().now
    await moveUpload(world.db, id, ['ready'], 'reading', at)
    const plain = spaced(plainBrowser(await world.as('qa_lead')))
    const waiting = await plain.open(page.path)
    expect(waiting.words).toContain('The file is being read: 0 of 100.')
    expect(waiting.links).toContain(page.path)
    world.setNow(new Date(Date.parse(at) + 31_000).toISOString())
    expect((await plain.open(page.path)).words).toContain('New 2 audits')
  })
})

describe('undoing', () => {
  test('asks with counts and a reason, and keeps who and why', async () => {
    const world = await newWorld()
    const { page, plain } = await pageOf(world)
    const done = await plain.press(page, 'Import 2 audits')
    const asked = await plain.follow(done, `${page.path}/undo`)
    expect(asked.words).toContain('2 audits with 4 judgements in 1 round will no longer count.')
    const without = await plain.press(asked, 'Undo the import')
    expect(without.status).toBe(422)
    expect(without.words).toContain('Enter why: it is kept with the record')
    const undone = await plain.press(without, 'Undo the import', { reason: 'The wrong year' })
    expect(undone.words).toContain('The import is undone.')
    expect(undone.words).toContain('The wrong year')
    expect(await council(world.context())).toEqual([])
    expect(await recountTallies(world.db)).toEqual([])
    const again = await plain.press(asked, 'Undo the import', { reason: 'Once more' })
    expect(again.status).toBe(422)
    expect(again.words).toContain('The qa_lead has undone this import already')
    const event = await world.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'results.import_undone')
      .executeTakeFirstOrThrow()
    expect(event.details).not.toContain('wrong year')
  })
})

test('a file thrown away is gone, and nothing was imported', async () => {
  const world = await newWorld()
  const { page, plain } = await pageOf(world)
  const list = await plain.press(page, 'Throw this file away')
  expect(list.words).toContain('The file is thrown away.')
  expect((await plain.open(page.path)).status).toBe(404)
})

test('the example file can be imported as it is', async () => {
  const world = await newWorld()
  const browser = await world.as('qa_lead')
  const example = await (await browser.get('/imports/example.csv')).text()
  const { page } = await pageOf(world, example)
  expect(page.words).toContain('New 2 audits with 5 judgements')
})
