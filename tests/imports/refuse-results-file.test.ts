/** What a bad results file is told, line by line: contracts.md §7. */
import { describe, expect, test } from 'vitest'
import { bytes, HEADER, read, row, short } from './results-text.ts'

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
    const many = `${HEADER}\n${`${row('A1', 'audit', '', 'G')}\n`.repeat(1001)}`
    expect(short(read(many, 1000))).toEqual([
      '1002: the file has more than 1,000 rows; split it by round or by year',
    ])
  })
})
