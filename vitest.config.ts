import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Tests that open a database, which all do through tests/support or a story's hands; the others would only run twice. */
const withDatabase = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('tests/browser/'))
  .filter((name) =>
    /from '[./]*\/(support\/(app|context|database|files|mail-council|saving|world)|plain-hand)\.ts'/.test(
      readFileSync(name, 'utf8')
    )
  )

/**
 * One configuration, several projects: `sqlite` is the fast one, `processes` starts the program itself, `postgres` runs
 * the suites of both again.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    exclude: ['dist/**', 'node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    // A limit against hanging, not a measure of speed: that is the bench's.
    testTimeout: 30_000,
    hookTimeout: 60_000,
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
