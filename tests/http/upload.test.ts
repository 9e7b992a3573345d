/** A form that carries a file: its fields, its file, and bodies that are no such form. */
import { expect, test } from 'vitest'
import { readFileForm } from '../../src/http/upload.ts'

const read = async (body: BodyInit, type?: string) => {
  const request = new Request('http://localhost/', { method: 'POST', body })
  const given = await readFileForm(request, type ?? request.headers.get('content-type') ?? '')
  const chunks: Uint8Array[] = []
  for await (const chunk of given.upload?.chunks ?? []) chunks.push(chunk)
  return {
    fields: [...given.fields],
    fileName: given.upload?.fileName,
    text: Buffer.concat(chunks).toString(),
  }
}

test('fields before the file, and the file', async () => {
  const form = new FormData()
  form.append('_csrf', 'token')
  form.append('note', 'one\r\ntwo')
  form.append('file', new File(['a,b\n1,2\n'], 'C:\\Users\\ann\\histo\u202ery.csv'))
  expect(await read(form)).toEqual({
    fields: [
      ['_csrf', ['token']],
      ['note', ['one\ntwo']],
    ],
    fileName: 'history.csv',
    text: 'a,b\n1,2\n',
  })
})

test('a form without a chosen file has an upload without a name', async () => {
  const form = new FormData()
  form.append('file', new File([], ''))
  expect(await read(form)).toEqual({ fields: [], fileName: '', text: '' })
})

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['nonsense', 'multipart/form-data; boundary=b', 'nonsense'],
  [
    'a header that never ends',
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form',
  ],
])('%s is an empty form', async (_, type, body) => {
  expect(await read(body, type)).toEqual({ fields: [], fileName: undefined, text: '' })
})

test('a file that breaks off is told to whoever reads it', async () => {
  const body =
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\n1,2\n'
  await expect(read(body, 'multipart/form-data; boundary=b')).rejects.toThrow()
})
