import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defineConfig } from 'vitest/config'

const OPENS =
  /from '[./]*\/(support\/(app|context|database|files|mail-council|saving|world)|plain-hand)\.ts'/

/** Whether a file under tests opens a database, itself or through another file of tests that it imports. */
const opensDatabase = (file: string, seen = new Set<string>()): boolean => {
  if (seen.has(file) || !existsSync(file)) return false
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  return (
    OPENS.test(text) ||
    [...text.matchAll(/from '(\.[^']+\.tsx?)'/g)]
      .map(([, to = '']) => join(dirname(file), to).replaceAll('\\', '/'))
      .some((to) => to.startsWith('tests/') && opensDatabase(to, seen))
  )
}

/** Those run again on PostgreSQL; the others would only run twice. */
const withDatabase = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('tests/browser/'))
  .filter((name) => opensDatabase(name))

/**
 * One configuration, several projects: `sqlite` is the fast one, `processes` starts the program itself, `postgres` runs
 * the suites of both again.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    exclude: ['dist/**', 'node_modules/**'],
    pool: 'forks',
    // Nothing of ours keeps state that a file could see of another's, and loading the application takes a second.
    isolate: false,
    maxWorkers: 2,
    // A limit against hanging, not a measure of speed: that is the bench's.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ['tests/support/setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/processes/**'],
          env: { TEST_DATABASE: 'sqlite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['tests/processes/**/*.test.ts'],
          globalSetup: ['tests/support/built-program.ts'],
          env: { TEST_DATABASE: 'sqlite' },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/browser/setup-browser.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: withDatabase,
          globalSetup: ['tests/support/built-program.ts', 'tests/support/postgres-project.ts'],
          setupFiles: ['tests/support/postgres-or-skip.ts'],
          env: { TEST_DATABASE: 'postgres' },
        },
      },
    ],
  },
})
