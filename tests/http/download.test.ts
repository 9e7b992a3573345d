/** What a file is called when it is handed out, whatever its subject is called. */
import { expect, test } from 'vitest'
import { dispositionOf } from '../../src/http/download.ts'

test.each([
  ['Report April to June', 'attachment; filename="Report April to June.xlsx"'],
  [
    'Dŵr Café',
    'attachment; filename="Dwr Cafe.xlsx"; filename*=UTF-8\'\'D%C5%B5r%20Caf%C3%A9.xlsx',
  ],
  [
    "报告 'a'",
    'attachment; filename="- -a-.xlsx"; filename*=UTF-8\'\'%E6%8A%A5%E5%91%8A%20%27a%27.xlsx',
  ],
  [
    'a"; filename="b\r\nSet-Cookie: x',
    'attachment; filename="a - filename- b Set-Cookie x.xlsx"; filename*=UTF-8\'\'a%20%3B%20filename%3D%20b%20Set-Cookie%20x.xlsx',
  ],
  ['../../etc/passwd', 'attachment; filename="etc passwd.xlsx"'],
  [
    'half \uD83D pair',
    'attachment; filename="half - pair.xlsx"; filename*=UTF-8\'\'half%20%EF%BF%BD%20pair.xlsx',
  ],
  ['', 'attachment; filename="plumbline.xlsx"'],
])('%j', (name, expected) => {
  expect(dispositionOf(name, 'xlsx')).toBe(expected)
})
