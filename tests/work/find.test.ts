/** Finding cases: what people may open of them and nothing else, and the same words for all the rest. */
import { describe, expect, test } from 'vitest'
import { FOUND_A_PAGE } from '../../src/work/load-find.ts'
import { countQueries } from '../support/count-queries.ts'
import { run } from '../support/results-file.ts'
import { addCaseWith } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'
import type { World } from '../support/world.ts'
import { newWorld } from '../support/world.ts'
import { actionOn, auditOf, look, submitted } from './found-records.ts'

describe('cases', () => {
  test('by the start of the reference, in any case, with what may be opened of each', async () => {
    const world = await newWorld()
    const own = await auditOf(world, 'AB-1', { case: { teamId: world.teamId } })
    await addCaseWith(world.context(), { reference: 'AB-0', teamId: world.otherTeamId })
    await actionOn(world, own.auditId, 'Share the plan', null)
    await submitted(world, own)
    await submitted(world, await auditOf(world, 'AB-2', { case: { teamId: world.teamId } }))
    const beside = await auditOf(world, 'AB-3')
    await submitted(world, beside)
    await auditOf(world, 'XAB-1', { auditorId: world.people.manager })
    const manager = await world.as('manager')
    const words = await wordsOf(await look(manager, ' ab- '))
    expect(words).toMatch(
      /2 cases that you may open\.\nCase AB-1\n1 audit, 1 action\nCase AB-2\n1 audit\n/
    )
    expect(words).not.toContain('AB-0')
    expect(words).not.toContain('AB-3')
    expect(words).not.toContain('XAB-1')
    const lead = await wordsOf(await look(await world.as('qa_lead'), 'ab-'))
    expect(lead).toContain('4 cases that you may open.')
    expect(lead).toContain('Case AB-0')
    expect(lead).toContain('Case AB-3')
    const html = await (await look(manager, 'ab-')).text()
    expect(html).toContain(`href="/cases/${own.caseId}"`)
  })

  test('an audit in progress is found by its auditor and a QA lead; its case by whose case it is', async () => {
    const world = await newWorld()
    const { auditId } = await auditOf(world, 'AB-1', {
      auditorId: world.people.partner,
      case: { teamId: world.teamId, iroId: world.people.iro },
    })
    const finds = async (role: Parameters<World['as']>[0]) => {
      const html = await (await look(await world.as(role), 'AB-')).text()
      return [html.includes('Case AB-1'), html.includes(auditId), html.includes('1 audit')]
    }
    expect(await finds('partner')).toEqual([true, true, false])
    expect(await finds('qa_lead')).toEqual([true, false, true])
    for (const role of ['manager', 'iro', 'senior_leader'] as const) {
      expect([role, await finds(role)]).toEqual([role, [true, false, false]])
    }
    expect(await finds('administrator')).toEqual([false, false, false])
    expect(await finds('practitioner')).toEqual([false, false, false])
  })

  test('whoever owns an action finds its case by it, and not the audit', async () => {
    const world = await newWorld()
    const audit = await auditOf(world, 'AB-1')
    const id = await actionOn(world, audit.auditId, 'Visit', world.people.practitioner)
    const other = await auditOf(world, 'AB-12')
    await actionOn(world, other.auditId, 'Call', world.people.practitioner)
    const practitioner = await world.as('practitioner')
    const before = await (await look(practitioner, 'AB-')).text()
    expect(before).toContain('Nothing you can open')
    await submitted(world, audit)
    await submitted(world, other)
    const html = await (await look(practitioner, 'AB-')).text()
    expect(html).toContain('Case AB-1')
    expect(html).toContain(`href="/actions/${id}"`)
    expect(html).not.toContain(`/audits/${audit.auditId}`)
  })

  test('a whole reference with one record goes straight there; one with others beside it does not', async () => {
    const world = await newWorld()
    const audit = await auditOf(world, 'AB-1', { auditorId: world.people.manager })
    const manager = await world.as('manager')
    const { reference } = await world.db
      .selectFrom('audit')
      .select('reference')
      .executeTakeFirstOrThrow()
    for (const [typed, address] of [
      ['AB-1', `/cases/${audit.caseId}`],
      ['ab-1 ', `/cases/${audit.caseId}`],
      [reference, `/audits/${audit.auditId}`],
      [reference.toLowerCase(), `/audits/${audit.auditId}`],
    ] as const) {
      const answer = await look(manager, typed)
      expect([typed, answer.status, answer.headers.get('location')]).toEqual([typed, 303, address])
    }
    expect((await look(manager, 'AB-')).status).toBe(200)
    expect((await look(manager, 'AB-1', '&kind=case')).status).toBe(200)
    await auditOf(world, 'AB-12', { auditorId: world.people.manager })
    expect((await look(manager, 'AB-1')).status).toBe(200)
  })

  test('are shown a page at a time, without one twice or left out', async () => {
    const world = await newWorld()
    const rows = ['audit_ref,round,audited_on,theme,item,grade,case_ref']
    for (let i = 0; i < 2 * FOUND_A_PAGE + 3; i += 1) {
      rows.push(`H${i},April audit,2025-04-10,cp_plan,,good,ZZ${String(i).padStart(3, '0')}`)
    }
    await run(world.context(), rows.join('\n'))
    const lead = await world.as('qa_lead')
    const found: string[] = []
    let path: string | undefined = '/find?q=zz'
    const counted: (string | undefined)[] = []
    while (path) {
      const html = await (await lead.get(path)).text()
      found.push(...(html.match(/Case ZZ\d+/g) ?? []))
      counted.push(/[^>]*that you may open/.exec(html)?.[0])
      path = /href="([^"]*after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(found).toHaveLength(2 * FOUND_A_PAGE + 3)
    expect(new Set(found).size).toBe(found.length)
    expect(counted).toEqual([
      'The first 20 cases that you may open',
      '20 cases more that you may open',
      '3 cases more that you may open',
    ])
  })

  test('wildcards, quotes and letters of other scripts are looked for as they are', async () => {
    const world = await newWorld()
    await auditOf(world, 'A_1', { auditorId: world.people.manager })
    await auditOf(world, 'AB1', { auditorId: world.people.manager })
    await auditOf(world, 'Ä1', { auditorId: world.people.manager })
    const manager = await world.as('manager')
    const casesOf = async (typed: string) =>
      (await (await look(manager, typed, '&kind=case')).text()).match(/(?<=>)Case [^<]+/g) ?? []
    expect(await casesOf('A_')).toEqual(['Case A_1'])
    expect(await casesOf('A%')).toEqual([])
    expect(await casesOf("A'")).toEqual([])
    expect(await casesOf('"; --')).toEqual([])
    expect(await casesOf('Ä1')).toEqual(['Case Ä1'])
    expect(await casesOf('A\u0308\u0031')).toEqual(['Case Ä1'])
    expect(await casesOf('\u{1F393}\u{1F393}')).toEqual([])
  })
})

describe('what is not theirs', () => {
  test.each(['manager', 'iro', 'practitioner', 'partner', 'administrator'] as const)(
    '%s is answered as about what is not there, byte for byte, and nothing is recorded',
    async (role) => {
      const world = await newWorld()
      const audit = await auditOf(world, 'QQ-1111')
      await actionOn(world, audit.auditId, 'QQ-1111', world.strangerId)
      await submitted(world, audit)
      const { reference } = await world.db
        .selectFrom('audit')
        .select('reference')
        .executeTakeFirstOrThrow()
      const browser = await world.as(role)
      const events = () =>
        world.db
          .selectFrom('event')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirst()
      const before = await events()
      const bodyOf = async (typed: string) => {
        const { response, queries } = await countQueries(world, browser, `/find?q=${typed}`)
        expect(response.status).toBe(200)
        return [(await response.text()).replaceAll(typed, '…'), queries]
      }
      const nowhere = await bodyOf('QQ-2222')
      expect(nowhere[0]).toContain('Nothing you can open matches “…”')
      expect(await bodyOf('QQ-1111')).toEqual(nowhere)
      expect(await bodyOf('QQ-1')).toEqual(nowhere)
      expect(await bodyOf(reference)).toEqual(nowhere)
      expect(await events()).toEqual(before)
    }
  )
})
