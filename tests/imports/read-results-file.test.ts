/** What is read from a good results file: contracts.md §7. */
import { describe, expect, test } from 'vitest'
import { HEADER, read, row, short } from './results-text.ts'

describe('a good file', () => {
  test('has every column read', () => {
    const result = read(
      [
        'Auditor,team,service_status,case_ref,moderated_grade,grade,item,theme,audited_on,round_kind,round,audit_ref',
        'R Hale,North 1,CPP,AL-1,RI,good,,Child Protection Plan,2016-04-29,multi-agency,April audit,A1',
      ].join('\n')
    )
    expect(result).toEqual({
      ok: true,
      reports: [],
      rows: [
        {
          line: 2,
          auditRef: 'A1',
          round: 'April audit',
          roundKind: 'multi_agency',
          auditedOn: '2016-04-29',
          theme: 'cp_plan',
          typed: null,
          item: null,
          kind: 'grade',
          value: 'good',
          moderated: 'requires_improvement',
          caseRef: 'AL-1',
          serviceStatus: 'cp',
          team: 'North 1',
          auditor: 'R Hale',
        },
      ],
    })
  })

  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('is read with %s, BOM, CRLF and blank rows', (_, delimiter) => {
    const text = `\uFEFF${HEADER}\n${row('A1', 'cp_plan', '', 'G')}\n,,,,,\n\n${row('A2', 'CP_Plan', 'CP.Clarity', 'not enough evidence')}\n`
    const result = read(text.replaceAll(',', delimiter).replaceAll('\n', '\r\n'))
    expect(short(result)).toEqual([
      'cp_plan/=grade good',
      'cp_plan/cp.clarity=grade not_enough_evidence',
    ])
    expect(result.ok && result.rows.map((one) => one.line)).toEqual([2, 5])
  })

  test.each(['sep=;\r\n', '\uFEFFsep=;\n', '"sep=;"\n'])('is read after %j', (first) => {
    const result = read(
      `${first}${HEADER.replaceAll(',', ';')}\nA1;Spring, early;2016-04-29;audit;;RI`
    )
    expect(result.ok && result.rows[0]).toMatchObject({
      line: 3,
      round: 'Spring, early',
      theme: 'audit',
      value: 'requires_improvement',
    })
  })

  test('may have line ends inside quotes, and the line is where the record starts', () => {
    const text = `${HEADER}\r\nA1,"April\r\naudit",2016-04-29,cp_plan,,good\r\n"A\n2","April\r\naudit",2016-04-29,cp_plan,,G\rA3,April audit,2016-04-29,audit,,I`
    const result = read(text)
    expect(result.ok && result.rows.map((one) => [one.line, one.round])).toEqual([
      [2, 'April audit'],
      [4, 'April audit'],
      [7, 'April audit'],
    ])
  })

  test.each([
    ['Outstanding', 'outstanding'],
    ['o', 'outstanding'],
    ['GOOD', 'good'],
    ['requires_improvement', 'requires_improvement'],
    ['Requires improvement to be good', 'requires_improvement'],
    ['Inadequate', 'inadequate'],
    ['I', 'inadequate'],
    ['N/A', 'not_applicable'],
    ['ne', 'not_enough_evidence'],
    ['Not enough evidence', 'not_enough_evidence'],
  ])('may spell a grade %s', (typed, value) => {
    expect(short(read(`${HEADER}\n${row('A1', 'cp_plan', '', typed)}`))).toEqual([
      `cp_plan/=grade ${value}`,
    ])
  })

  test.each([
    ['Child in Need', 'cin'],
    ['CPP', 'cp'],
    ['child protection', 'cp'],
    ['LAC', 'care'],
    ['CLA', 'care'],
    ['CiC', 'care'],
    ['Looked-after', 'care'],
    ['leaving care', 'care_leaver'],
    ['Early Help', 'early_help'],
    ['care_leaver', 'care_leaver'],
    ['closed', 'closed'],
    ['assessment', 'assessment'],
  ])('may spell a service status %s', (typed, status) => {
    const result = read(`${HEADER},service_status\n${row('A1', 'audit', '', 'G')},${typed}`)
    expect(result.ok && result.rows[0]?.serviceStatus).toBe(status)
  })

  test('has measures of the kind that the rubric, or else all the values, give', () => {
    const result = read(
      [
        HEADER,
        row('A1', 'cp_plan', 'Visited within 4 weeks?', 'Yes'),
        row('A1', 'cp_plan', 'cp.months', '07.50'),
        row('A1', 'cp_plan', 'cp.agencies', 'Health services; police'),
        row('A1', 'strategy', 'mode', 'Telephone only'),
        row('A2', 'Strategy', 'Mode', 'telephone only'),
        row('A1', 'strategy', 'safety plan', 'no'),
        row('A2', 'strategy', 'safety plan', 'n/a'),
        row('A2', 'strategy', 'days', '12'),
      ].join('\n')
    )
    expect(short(result)).toEqual([
      'cp_plan/cp.visit_within_4_weeks=yes_no yes',
      'cp_plan/cp.months=number 7.5',
      'cp_plan/cp.agencies=category health\npolice',
      'strategy/mode=category Telephone only',
      'strategy/mode=category Telephone only',
      'strategy/safety plan=yes_no no',
      'strategy/safety plan=yes_no not_applicable',
      'strategy/days=number 12',
    ])
  })

  test('reports what it keeps as typed', () => {
    const result = read(
      [
        HEADER,
        row('A1', 'Referral', '', 'G'),
        row('A2', 'referral', 'pace', 'G'),
        row('A1', 'cp_plan', 'cp.clarty', 'G'),
        row('A1', 'cp_plan', 'common.impact', 'RI'),
      ].join('\n')
    )
    expect(result.ok && result.reports).toEqual([
      {
        line: 2,
        message: 'the theme “Referral” has no rubric; 2 rows kept as history under that name',
      },
      {
        line: 4,
        message:
          '“cp.clarty” is not an item of “cp_plan”; 1 row kept under that name; if it is “cp.clarity”, correct the file',
      },
      {
        line: 5,
        message:
          '“common.impact” is not an item of “cp_plan”; 1 row kept under that name; it is an item of “common”',
      },
    ])
  })
})
