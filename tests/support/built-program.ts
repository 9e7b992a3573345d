/** Before tests that start the program as a process: builds it when the sources are newer, so that it starts quickly. */
import { execFileSync } from 'node:child_process'
import { isBuilt } from '../../tools/is-built.mjs'

export const setup = (): void => {
  if (!isBuilt()) execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
}
