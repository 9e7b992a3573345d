/** A run that failed has to end as one that failed, whatever the PostgreSQL of the tests does when the process ends. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Where the server cannot run, loading it is enough: that is when it hooks itself to the end of the process. */
test('a process that started PostgreSQL keeps its own exit status', { timeout: 60_000 }, () => {
  const start = pathToFileURL(join(root, 'tests/support/start-postgres.ts')).href
  const script = `
    const { startPostgres } = await import(${JSON.stringify(start)})
    const running = await startPostgres().catch(() => undefined)
    await running?.stop()
    process.exitCode = 3`
  const ended = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: root, encoding: 'utf8' }
  )
  expect([ended.status, ended.stderr]).toEqual([3, ''])
})
