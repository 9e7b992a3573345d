import { describe, expect, test } from 'vitest'
import { readResultsFile } from '../../src/imports/rules/read-results-file.ts'
import type { KnownTheme } from '../../src/imports/rules/results-file.ts'

const KNOWN: KnownTheme[] = [
  {
    key: 'cp_plan',
    title: 'Child protection plan',
    items: [
      { key: 'cp.clarity', question: 'Can parents see what has to be different?', kind: 'grade' },
      { key: 'cp.visit_within_4_weeks', question: 'Visited within 4 weeks?', kind: 'yes_no' },
      { key: 'cp.months', question: 'How many months?', kind: 'number' },
      {
        key: 'cp.agencies',
        question: 'Who came?',
        kind: 'category',
        multiple: true,
        choices: [
          { key: 'police', label: 'Police' },
          { key: 'health', label: 'Health services' },
        ],
      },
      { key: 'cp.notes', question: 'Anything else?', kind: 'text' },
    ],
  },
  {
    key: 'common',
    title: 'Common block',
    items: [{ key: 'common.impact', question: 'What difference?', kind: 'grade' }],
  },
]

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string | Uint8Array) =>
  readResultsFile(typeof text === 'string' ? bytes(text) : text, KNOWN)

const HEADER = 'audit_ref,round,audited_on,theme,item,grade'
const row = (ref: string, theme: string, item: string, grade: string) =>
  `${ref},April audit,2016-04-29,${theme},${item},${grade}`

/** Rows as `theme/item=value`, or faults as `line: message`. */
const short = (result: ReturnType<typeof read>) =>
  result.ok
    ? result.rows.map((one) => `${one.theme}/${one.item ?? ''}=${one.kind} ${one.value}`)
    : result.faults.map((fault) => `${fault.line}: ${fault.message}`)

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

describe('a bad file', () => {
  test('has every fault listed, by line', () => {
    const result = read(
      [
        'audit_ref,round,round_kind,audited_on,theme,item,grade,service_status,team,notes',
        'A1,April audit,learning,2016-04-31,cp_plan,,good,cp,North 1,',
        'A2,April audit,lerning,2016-04-29,cp_plan,,good,cp,North 1,',
        'A3,April audit,learning,29/04/2016,cp_plan,,good,cp,North 1,',
        'A4,April audit,learning,2016-04-29,cp_plan,,requires improvment,cp,North 1,',
        'A5,April audit,learning,2016-04-29,cp_plan,,good,on fire,North 1,',
        ',April audit,learning,2016-04-29,,,,cp,North 1,',
        'A6,April audit,learning,2016-04-29,cp_plan,,good,cp,North 1,',
        'A6,May audit,learning,2016-05-29,cp_plan,cp.clarity,good,cin,North 2,',
        'A6,April audit,learning,2016-04-29,Child protection plan,,RI,cp,North 1,',
        'A7,April audit,dip,2016-04-29,cp_plan,cp.visit_within_4_weeks,12,cp,North 1,',
        'A8,April audit,learning,2016-04-29,common,,good,cp,North 1,',
        'A8,April audit,learning,2016-04-29,audit,cp.clarity,good,cp,North 1,',
        'A8,April audit,learning,2016-04-29,cp_plan,cp.notes,good,cp,North 1,',
        'A9,April audit,learning,2016-04-29,cp_plan,,good',
      ].join('\n')
    )
    expect(short(result)).toEqual([
      '1: the column “notes” is not known; the columns are audit_ref, round, round_kind, audited_on, theme, item, grade, moderated_grade, case_ref, service_status, team, auditor',
      '2: audited_on: “2016-04-31” is a date that does not exist; check day and month',
      '3: round_kind: “lerning” is not a kind of round; did you mean “learning”?',
      '4: audited_on: “29/04/2016” is not written YYYY-MM-DD; write 2016-04-29',
      '5: “requires improvment” is not a grade; did you mean “requires improvement”?',
      '6: service_status: “on fire” is not a service status; write “early_help”, “assessment”, “cin”, “cp”, “care”, “care_leaver” or “closed”',
      '7: audit_ref is empty; give the audit’s reference',
      '7: theme is empty; give a rubric’s key or title, or “audit” for the overall grade',
      '7: grade is empty; give the grade or the value, or leave the row out',
      '9: round is “May audit”, but “April audit” on line 8 for the same audit “A6”; rows of one audit have one round',
      '9: audited_on is “2016-05-29”, but “2016-04-29” on line 8 for the same audit “A6”; rows of one audit have one audited_on',
      '9: team is “North 2”, but “North 1” on line 8 for the same audit “A6”; rows of one audit have one team',
      '9: service_status is “cin”, but “cp” on line 8 for the same audit “A6”; rows of one audit have one service_status',
      '10: the grade of “cp_plan” in audit “A6” is already on line 8; keep one of the two rows',
      '11: the round “April audit” is of kind dip here and learning on line 5; a round has one kind',
      '11: “12” is not yes or no; write yes, no or n/a',
      '12: the theme “common” has no grade of its own; name the item',
      '13: the theme “audit” is the overall grade and has no items; leave the item blank',
      '14: the item “cp.notes” is answered in words, which a results file does not carry; leave this row out',
      '15: the record has 7 cells where the header has 10; check for a missing or extra delimiter or quotation mark',
    ])
  })

  test('mixes kinds under one item', () => {
    const result = read(
      [
        HEADER,
        row('A1', 'strategy', 'plan', 'yes'),
        row('A2', 'strategy', 'plan', 'good'),
        row('A3', 'strategy', 'plan', 'no'),
        row('A1', 'strategy', 'mode', 'in a meeting'),
        row('A2', 'strategy', 'mode', 'by telephone'),
        row('A3', 'strategy', 'mode', '3'),
      ].join('\n')
    )
    expect(short(result)).toEqual([
      '3: “good” is not yes or no like the other values of this item (line 2); write yes, no or n/a',
      '7: “3” is a number, but the other values of this item are words (line 5); write one kind of value',
    ])
  })

  test('has a moderated grade that is none, or two cases for one audit', () => {
    const result = read(
      `${HEADER},moderated_grade,case_ref\n${row('A1', 'cp_plan', '', 'G')},great,C1\n${row('A1', 'audit', '', 'G')},,C2`
    )
    expect(short(result)).toEqual([
      '2: moderated_grade: “great” is not a grade; write outstanding, good, requires improvement, inadequate, n/a or not enough evidence',
      '3: case_ref is “C2”, but “C1” on line 2 for the same audit “A1”; an audit has one case_ref',
    ])
  })

  test('lacks columns, has them twice or misspelled', () => {
    expect(
      short(read('audit_ref,round,audited on,them,grade,Grade,\nA1,R,2016-04-29,audit,G,G,'))
    ).toEqual([
      '1: the column “grade” is there twice; keep one of them',
      '1: the column “them” is not known; did you mean “theme”?',
      '1: column 7 has no name; name it, or remove the column',
      '1: the column “theme” is missing; add it to the header',
    ])
  })

  test('is not UTF-8 on the line where a record starts', () => {
    const good = bytes(`${HEADER}\nA1,"April\naudit `)
    const rest = bytes(`",2016-04-29,cp_plan,,good\nA2,R,2016-02-30,audit,,G\n`)
    expect(short(read(new Uint8Array([...good, 0xe9, ...rest])))).toEqual([
      '2: not valid UTF-8 text; save the file from the spreadsheet as “CSV UTF-8 (comma delimited)” and try again',
      '4: audited_on: “2016-02-30” is a date that does not exist; check day and month',
    ])
  })

  test.each([
    ['UTF-16', [0xff, 0xfe, 0x61, 0], 'the file is UTF-16 (“Unicode text”), not UTF-8'],
    ['a workbook', [0x50, 0x4b, 3, 4, 0], 'the file is a spreadsheet workbook, not CSV'],
  ])('is %s', (_, start, message) => {
    expect(short(read(new Uint8Array(start)))).toEqual([
      `1: ${message}; save the file from the spreadsheet as “CSV UTF-8 (comma delimited)” and try again`,
    ])
  })

  test.each([
    ['', '1: the file is empty; give a header and one row for each judgement'],
    ['\r\n\r\n', '1: the file is empty; give a header and one row for each judgement'],
    [`sep=,\n${HEADER}\n`, '2: there is a header but no row; give one row for each judgement'],
  ])('holds nothing: %j', (text, message) => {
    expect(short(read(text))).toEqual([message])
  })

  test('has NUL, or a cell too long', () => {
    expect(
      short(
        read(
          `${HEADER}\n${row('A\u00001', 'audit', '', 'G')}\n${row('A'.repeat(301), 'audit', '', 'G')}`
        )
      )
    ).toEqual([
      '2: audit_ref: there is a NUL character in the cell; remove it',
      `3: audit_ref: “${'A'.repeat(57)}…” is 301 characters long; 300 is the most`,
    ])
  })

  test('opens a quotation mark and never closes it', () => {
    expect(short(read(`${HEADER}\n${row('A1', 'audit', '', 'X')}\n"A2,April`))).toEqual([
      '2: “X” is not a grade; write outstanding, good, requires improvement, inadequate, n/a or not enough evidence',
      '3: a quotation mark is opened in this record and never closed; close it, or write "" for a quotation mark inside text',
    ])
  })

  test('is too large or has too many rows', () => {
    expect(short(read(new Uint8Array(40 * 1024 * 1024 + 1)))).toEqual([
      '1: the file is 41 MB; 40 MB is the most, so split it by round or by year',
    ])
    const many = `${HEADER}\n${`${row('A1', 'audit', '', 'G')}\n`.repeat(250_001)}`
    expect(short(read(many))).toEqual([
      '250002: the file has more than 250,000 rows; split it by round or by year',
    ])
  })
})
