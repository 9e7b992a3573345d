/** The commands for tokens: what they print, and each fault in a line of its own. */
import { expect, test } from 'vitest'
import { tokenAdd, tokenList, tokenRevoke } from '../../src/api/commands.ts'
import type { Command } from '../../src/command.ts'
import { readConfig } from '../../src/config.ts'
import { FaultyInput, WrongUsage } from '../../src/errors.ts'
import { newApp, type TestApp } from '../support/app.ts'

const runIn = async (t: TestApp, command: Command, ...args: string[]) => {
  let out = ''
  let errors = ''
  await command.run(args, {
    config: readConfig({}),
    openContext: async () => t.context(),
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (errors += text) },
    readStdin: async () => '',
  })
  return { out, errors }
}

const faultsOf = async (t: TestApp, command: Command, ...args: string[]) => {
  try {
    await runIn(t, command, ...args)
    return []
  } catch (error) {
    if (error instanceof FaultyInput) return error.lines
    throw error
  }
}

test('the token alone goes to standard output, and it reads results', async () => {
  const t = await newApp()
  const { out, errors } = await runIn(t, tokenAdd, '--name', 'Power BI')
  expect(out).toMatch(/^plumb_[0-9a-f]{8}_[\w-]{43}\n$/)
  expect(errors).toBe(
    'This token is shown only now. Keep it as you keep a password.\nIt opens the API over sqlite:data/plumbline.db; the database is chosen by DATABASE_URL.\n'
  )
  const headers = { authorization: `Bearer ${out.trim()}` }
  expect((await t.app.request('/api/v1/measures', { headers })).status).toBe(200)
  expect((await t.app.request('/api/v1/audits', { headers })).status).toBe(403)
})

test('listed without its secret, and revoked by name', async () => {
  const t = await newApp()
  const { out } = await runIn(
    t,
    tokenAdd,
    '--name',
    'Power BI',
    '--scope',
    'audits,text',
    '--expires',
    '2026-12-31'
  )
  const shown = out.slice(0, 14)
  expect((await runIn(t, tokenList)).out).toBe(
    `${shown}\tlive\taudits,text\tuntil 2026-12-31\tnever used\tPower BI\n`
  )
  expect((await runIn(t, tokenRevoke, 'power bi')).out).toBe(`${shown} (Power BI) is revoked\n`)
  const headers = { authorization: `Bearer ${out.trim()}` }
  expect((await t.app.request('/api/v1/audits', { headers })).status).toBe(401)
  expect(await faultsOf(t, tokenRevoke, 'Power BI')).toEqual([
    "there is no token that works and has the name or beginning 'Power BI'; there is no token to revoke",
  ])
})

test('every fault in a line of its own', async () => {
  const t = await newApp()
  expect(
    await faultsOf(t, tokenAdd, '--name', 'x', '--scope', 'results,all', '--expires', '31/12/2026')
  ).toEqual([
    "--scope: 'all' is not a scope; use results, audits, alerts, text",
    '--expires: “31/12/2026” is not written YYYY-MM-DD; write 2026-12-31',
  ])
  expect(await faultsOf(t, tokenAdd, '--name', 'x', '--scope', 'text')).toEqual([
    '--scope: text adds the words of audits or alerts: choose audits or alerts with it',
  ])
  expect(await faultsOf(t, tokenAdd, '--name', 'x', '--expires', '2026-01-11')).toEqual([
    '--expires: The last day must be today or later',
  ])
  await expect(runIn(t, tokenAdd)).rejects.toThrow(WrongUsage)
})
