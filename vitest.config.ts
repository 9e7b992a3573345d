import { defineConfig } from 'vitest/config'

/** One configuration, several projects: `sqlite` is the fast one, `postgres` runs the same suites again. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    exclude: ['dist/**', 'node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    setupFiles: ['tests/support/setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/postgres/**'],
          env: { TEST_DATABASE: 'sqlite' },
        },
      },
    ],
  },
})
