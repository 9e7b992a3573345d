/** Sends a file as a browser does: fields first, then the file. */
import type { Browser, TestApp } from './app.ts'

export const sendFile = (
  t: Pick<TestApp, 'app'>,
  browser: Browser,
  path: string,
  file: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> },
  fields: Readonly<Record<string, string>> = {}
): Promise<Response> => {
  const form = new FormData()
  form.append('_csrf', browser.csrf)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new File([file.content], file.name, { type: 'text/csv' }))
  return Promise.resolve(
    t.app.request(path, { method: 'POST', headers: { cookie: browser.cookie }, body: form })
  )
}
