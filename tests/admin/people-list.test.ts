/** A list of people as a file: read with every fault at once, previewed without a trace, taken in whole or not at all. */
import { expect, test } from 'vitest'
import { readPeopleFile } from '../../src/admin/rules/people-file.ts'
import { writePeopleFile } from '../../src/admin/rules/write-people-file.ts'
import { findAccountByEmail, findPersonAccount } from '../../src/people/account-store.ts'
import { changePerson } from '../../src/people/change-person.ts'
import { deactivatePerson } from '../../src/people/deactivate-person.ts'
import { addPersonWith } from '../support/builders.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { sendFile } from '../support/upload.ts'
import { newWorld, type World } from '../support/world.ts'

const teams = [
  { id: 't1', name: 'North 1', isOpen: true },
  { id: 't2', name: 'Old team', isOpen: false },
]

const read = (text: string | Uint8Array) =>
  readPeopleFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, teams)

const faultsOf = (text: string | Uint8Array) => {
  const file = read(text)
  return file.ok ? [] : file.faults.map(({ line, message }) => `${line}: ${message}`)
}

test.each([
  ['commas', 'email,name,job_title,roles,team\nzoe@a.example,Zoe Hart,IRO,iro;manager,North 1'],
  [
    'a byte order mark and semicolons',
    '\uFEFFemail;name;job title;roles;team\r\nzoe@a.example;Zoe Hart;IRO;iro,manager;north 1\r\n',
  ],
  [
    'tabs',
    'Email\tName\tJob title\tRoles\tTeam\nzoe@a.example\tZoe Hart\tIRO\tIRO or child protection chair; Manager\tNORTH 1',
  ],
  [
    'sep=',
    'sep=|\nname|email|team|roles|job_title\nZoe Hart|zoe@a.example|North 1|iro;manager|IRO',
  ],
])('%s are read alike', (_what, text) => {
  const file = read(text)
  if (!file.ok) throw new Error(file.faults.map(({ message }) => message).join())
  expect(file.rows.map(({ line: _line, ...row }) => row)).toEqual([
    {
      email: 'zoe@a.example',
      name: 'Zoe Hart',
      jobTitle: 'IRO',
      roles: ['iro', 'manager'],
      teamId: 't1',
    },
  ])
})

test('every fault comes with its line and what would be right', () => {
  expect(
    faultsOf(
      [
        'sep=,',
        'email,name,roles,team',
        'zoe,Zoe Hart,iro,North 1',
        'bo@a.example,,magician,Nort 1',
        'bo@a.example,Bo Lund,,Old team',
        'al@a.example,Al,iro,North 1,extra',
      ].join('\n')
    )
  ).toEqual([
    '3: “zoe” is not an email address; give one like amara.osei@council.example',
    '4: the name is missing; give the person’s name',
    '4: “magician” is not a role; the roles are administrator, qa_lead, manager, iro, iro_manager, practitioner, senior_leader, partner, several divided by semicolons',
    '4: there is no team “Nort 1”; did you mean “North 1”?',
    '5: there is no role; give at least one, for example manager',
    '5: the team “Old team” is not open; choose another',
    '5: “bo@a.example” is on line 4 already; keep one of the rows',
    '6: this row has more cells than the header; put text that holds the divider in quotation marks',
  ])
})

test.each([
  ['', ['1: there is nothing in it; begin with a header of columns']],
  ['email,name,roles\n', ['1: there is a header and nobody below it; add a row for each person']],
  [
    'mail,name,name',
    [
      '1: the column “mail” is not known; did you mean “email”?',
      '1: the column “name” is there twice; keep one of them',
      '1: the column “email” is missing; add it to the header',
      '1: the column “roles” is missing; add it to the header',
    ],
  ],
])('%j is no list', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults)
})

test('a workbook and text that is not UTF-8 are told from CSV', () => {
  expect(faultsOf(new Uint8Array([0x50, 0x4b, 3, 4]))[0]).toContain('spreadsheet workbook')
  const latin = new Uint8Array([
    ...new TextEncoder().encode('email,name,roles\nz@a.example,Zo'),
    0xeb,
    0x2c,
    0x69,
    0x72,
    0x6f,
  ])
  expect(faultsOf(latin)[0]).toContain('2: not valid UTF-8 text')
})

test('what is written can be read again, and no cell is a formula', () => {
  const person = {
    email: 'zoe@a.example',
    name: 'Zoe',
    jobTitle: '=HYPERLINK("x")',
    teamName: 'North 1',
  }
  const text = writePeopleFile([{ ...person, roles: ['iro', 'manager'] }])
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  const again = read(text)
  expect(again.ok && again.rows[0]?.jobTitle).toBe('=HYPERLINK("x")')
})

test('whoever is in a team that has closed may stay in it, and nobody else may join', () => {
  const text = 'email,name,roles,team\nbo@a.example,Bo Lund,iro,Old team'
  const bytes = new TextEncoder().encode(text)
  const ofBo = readPeopleFile(bytes, teams, [{ email: 'Bo@a.example', teamId: 't2' }])
  expect(ofBo.ok && ofBo.rows[0]?.teamId).toBe('t2')
  expect(readPeopleFile(bytes, teams, [{ email: 'bo@a.example', teamId: 't1' }]).ok).toBe(false)
})

test('addresses that differ by a hyphen are of two people', () => {
  expect(faultsOf('email,name,roles\nj-a@a.example,Jo,iro\nj_a@a.example,Ja,iro')).toEqual([])
})

const listOf = (email: string) => `email,name,job_title,roles,team
new@aldermere.example,Nia New,Social worker,practitioner,North 1
${email},The manager,Head of service,senior_leader,Safeguarding
`

const prepare = async () => {
  const world = await newWorld()
  const browser = await world.as('administrator')
  const email = (await findPersonAccount(world.db, world.people.manager))?.email ?? ''
  return { world, browser, plain: plainBrowser(browser), list: listOf(email) }
}

const peopleOf = ({ db }: World) => db.selectFrom('person').selectAll().orderBy('id').execute()

test('a file is looked at, confirmed, and taken in; who is not in it stays', async () => {
  const { world, browser, plain, list } = await prepare()
  const before = await peopleOf(world)
  const sent = await sendFile(world, browser, '/admin/people/import', {
    name: 'people.csv',
    content: list,
  })
  const path = sent.headers.get('location') ?? ''
  const preview = await plain.open(path)
  expect(preview.words).toContain('1 new, 1 changed, 0 as they are, 8 not in the list.')
  expect(preview.words).toContain('Roles: Manager becomes Senior leader')
  expect(await peopleOf(world)).toEqual(before)
  const done = await plain.press(preview, 'Add 1 and change 1')
  expect(done.words).toContain('The list is taken in.')
  expect(done.words).toContain('Nia New')
  const changed = await findPersonAccount(world.db, world.people.manager)
  expect([changed?.jobTitle, changed?.roles, changed?.teamName]).toEqual([
    'Head of service',
    ['senior_leader'],
    'Safeguarding',
  ])
  expect((await peopleOf(world)).filter(({ is_active }) => is_active === 1)).toHaveLength(10)
  expect((await browser.get(path)).status).toBe(404)
  const event = await world.db
    .selectFrom('event')
    .select('details')
    .where('type', '=', 'person.list_imported')
    .executeTakeFirst()
  expect(event?.details).toContain('"added":1,"changed":1')
  const again = await plain.press(
    await plain.open('/admin/people/import'),
    'Look at what is pasted',
    { list }
  )
  expect(again.words).toContain('There is nothing to do.')
})

test('what has changed since the preview is shown again and nothing is written', async () => {
  const { world, plain, list } = await prepare()
  const preview = await plain.press(
    await plain.open('/admin/people/import'),
    'Look at what is pasted',
    { list }
  )
  const account = await findPersonAccount(world.db, world.people.manager)
  if (!account) throw new Error('no such account')
  await changePerson(world.context(), { ...account, personId: account.id, name: 'Quicker Hand' })
  const shown = await plain.press(preview, 'Add 1 and change 1')
  expect([shown.status, shown.words.includes('Accounts or teams have changed')]).toEqual([
    409,
    true,
  ])
  expect(shown.words).toContain('Name: Quicker Hand becomes The manager')
  expect(await findAccountByEmail(world.db, 'new@aldermere.example')).toBeUndefined()
  expect((await plain.press(shown, 'Throw this list away')).words).toContain('thrown away')
})

test('somebody who left, and the last administrator, are faults of the list, which can be downloaded', async () => {
  const { world, browser, plain } = await prepare()
  const gone = await addPersonWith(world.context(), { name: 'Gil Gone', email: 'gil@a.example' })
  await deactivatePerson(world.context(), { personId: gone })
  const admin = (await findPersonAccount(world.db, world.people.administrator))?.email ?? ''
  const preview = await plain.press(
    await plain.open('/admin/people/import'),
    'Look at what is pasted',
    { list: `email,name,roles\ngil@a.example,Gil Gone,iro\n${admin},The administrator,manager` }
  )
  expect(preview.words).toContain('Gil Gone had this address and left')
  const address = /[^"]+faults\.csv/.exec(preview.html)?.[0] ?? ''
  expect(await (await browser.get(address)).text()).toMatch(
    /^\uFEFF?line,fault\r\n2,"?Gil Gone had this address and left/
  )
  expect(preview.words).toContain('nobody would be an administrator any more')
  expect(preview.forms.flatMap(({ buttons }) => buttons.map(({ text }) => text))).not.toContain(
    'Add 0 and change 1'
  )
})

test('nothing, and too much, is refused with what was typed', async () => {
  const { world, browser, plain } = await prepare()
  const empty = await plain.press(
    await plain.open('/admin/people/import'),
    'Look at what is pasted'
  )
  expect([empty.status, empty.words.includes('Paste a list, or choose a file')]).toEqual([
    422,
    true,
  ])
  const large = await sendFile(world, browser, '/admin/people/import', {
    name: 'people.csv',
    content: 'x'.repeat(600_000),
  })
  expect([large.status, (await large.text()).includes('Split it and upload')]).toEqual([422, true])
})
