/** Every page of imports in a real browser, and a file uploaded through it with and without JavaScript. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { previewUpload } from '../../src/imports/preview-upload.ts'
import { stageUpload } from '../../src/imports/stage-upload.ts'
import { moveUpload } from '../../src/imports/upload-store.ts'
import { FILE, HEADER, run } from '../support/results-file.ts'
import { hasChromium } from './chromium.ts'
import { lookAt, type Visit } from './look-at.ts'
import { type Site, useSite } from './site.ts'

const OLD = [
  HEADER,
  'A1,April audit,2016-04-28,Child in need plans,,good,,Old north,cin',
  'A1,April audit,2016-04-28,cin_plan,Clear plan,good,,Old north,cin',
].join('\n')

async function* chunks(text: string) {
  yield new TextEncoder().encode(text)
}

const uploaded = async (site: Site, text: string, replace = false) => {
  const ctx = { ...site.context(), actor: { kind: 'user', id: site.people.qa_lead } as const }
  const upload = { fileName: 'history-2016.csv', chunks: chunks(text) }
  const given = { purpose: 'results', upload, mostBytes: 100_000, options: { replace } } as const
  const id = await stageUpload(ctx, given)
  await previewUpload(ctx, id, site.deps.clock)
  return id
}

const imported = async (site: Site, text = OLD) => (await run(site.context(), text)).importId ?? ''

const pages: Readonly<Record<string, Visit>> = {
  'imports: none': { as: 'qa_lead', heading: 'Imports of past results', path: () => '/imports' },
  'imports: some': {
    as: 'qa_lead',
    heading: 'Imports of past results',
    path: async (site) => {
      await imported(site)
      await uploaded(site, FILE)
      return '/imports'
    },
  },
  'imports: choose a file': {
    as: 'qa_lead',
    heading: 'Bring in past results',
    path: () => '/imports/new',
  },
  'imports: no file': {
    as: 'qa_lead',
    heading: 'Bring in past results',
    hasErrors: true,
    path: () => '/imports/new',
    first: (page: Page) => page.getByRole('button', { name: 'Look at the file' }).click(),
  },
  'imports: preview': {
    as: 'qa_lead',
    heading: 'history-2016.csv',
    path: async (site) => `/imports/${await uploaded(site, FILE)}`,
  },
  'imports: faults': {
    as: 'qa_lead',
    heading: 'history-2016.csv',
    path: async (site) =>
      `/imports/${await uploaded(site, `${HEADER}\n${'A,R,soon,x,,godo,,,\n'.repeat(70)}`)}`,
  },
  'imports: what changes': {
    as: 'qa_lead',
    heading: 'history-2016.csv',
    path: async (site) => {
      await imported(site)
      return `/imports/${await uploaded(site, OLD.replaceAll(',good', ',outstanding'), true)}`
    },
  },
  'imports: being read': {
    as: 'qa_lead',
    heading: 'history-2016.csv',
    path: async (site) => {
      const id = await uploaded(site, FILE)
      await moveUpload(site.db, id, ['ready'], 'reading', site.deps.clock().toISOString())
      return `/imports/${id}`
    },
  },
  'imports: one': {
    as: 'qa_lead',
    heading: 'history.csv',
    path: async (site) => `/imports/${await imported(site)}`,
  },
  'imports: undo': {
    as: 'qa_lead',
    heading: 'Undo this import?',
    path: async (site) => `/imports/${await imported(site)}/undo`,
  },
  'imports: names': {
    as: 'qa_lead',
    heading: 'Historical names',
    path: async (site) => {
      await imported(site)
      return '/imports/names'
    },
  },
  'imports: map a name': {
    as: 'qa_lead',
    heading: 'Child in need plans',
    path: async (site) => {
      await imported(site)
      return '/imports/names/map?kind=theme&theme=Child+in+need+plans'
    },
  },
}

describe.runIf(hasChromium)('imports', () => {
  const site = useSite()

  test.each(Object.keys(pages))('%s', { timeout: 60_000 }, async (name) => {
    const visit = pages[name]
    if (visit) await lookAt(await site(), name, visit)
  })

  test.each([true, false])(
    'a file from choosing to imported, JavaScript %s',
    async (javaScriptEnabled) => {
      const page = await (await site()).open('qa_lead', { javaScriptEnabled })
      await page.goto('/imports/new')
      const file = { name: 'history.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) }
      await page.getByLabel('Results file').setInputFiles(file)
      await page.getByRole('button', { name: 'Look at the file' }).click()
      await page.getByRole('button', { name: 'Import 2 audits' }).click()
      await page.getByText('The file is imported.').waitFor()
      expect(await page.getByRole('link', { name: 'A1' }).getAttribute('href')).toContain(
        '/audits/'
      )
    }
  )

  test('the page of a file that is being read becomes its preview by itself', async () => {
    const here = await site()
    const id = await uploaded(here, FILE)
    const at = here.deps.clock().toISOString()
    await moveUpload(here.db, id, ['ready'], 'reading', at)
    const page = await here.open('qa_lead')
    await page.goto(`/imports/${id}`)
    await page.getByText('The file is being read').first().waitFor()
    await moveUpload(here.db, id, ['reading'], 'ready', at)
    await page.getByRole('button', { name: 'Import 2 audits' }).waitFor()
  })
})
