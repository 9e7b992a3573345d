/** `rubric check|publish|list`, by the exact words written and the exit status they lead to. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Command } from '../../src/command.ts'
import { readConfig } from '../../src/config.ts'
import { FaultyInput, WrongUsage } from '../../src/errors.ts'
import { rubricCheck, rubricList, rubricPublish } from '../../src/rubrics/commands.ts'
import { newContext } from '../support/context.ts'
import { damaged, soundFile } from './rubric-files.ts'

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-rubrics-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

/** Runs commands on one fresh database; what they write, or the lines they end with. */
const commandLine = async () => {
  const ctx = await newContext()
  return async (command: Command, ...args: string[]) => {
    let written = ''
    const write = (text: string) => {
      written += text
    }
    try {
      await command.run(args, {
        config: readConfig({}),
        openContext: async () => ctx,
        stdout: { write },
        stderr: { write },
        readStdin: async () => '',
      })
    } catch (error) {
      if (error instanceof FaultyInput) return { written, faults: error.lines }
      throw error
    }
    return { written, faults: [] }
  }
}

test('check says what is in sound files', async () => {
  const folder = folderWith({ 'tea/1.yaml': soundFile })
  const run = await commandLine()
  expect(await run(rubricCheck, `${folder}/tea/1.yaml`, 'rubrics/voice/1.yaml')).toEqual({
    written: `${folder}/tea/1.yaml: Tea, version 1, 4 items, no faults\nrubrics/voice/1.yaml: Voice of the child, version 1, 6 items, no faults\n`,
    faults: [],
  })
})

test('check lists the faults of every file, one a line, and nothing else', async () => {
  const folder = folderWith({
    'tea/1.yaml': damaged(['title: Tea', 'titel: Tea'], ['kind: number', 'kind: numbr']),
    'tea/2.yaml': 'title: "Tea',
    'tea/3.yaml': damaged(['version: 1', 'version: 3']),
  })
  const files = ['tea/1.yaml', 'tea/2.yaml', 'tea/3.yaml', 'tea/4.yaml', 'tea'].map(
    (name) => `${folder}/${name}`
  )
  const run = await commandLine()
  expect(await run(rubricCheck, ...files)).toEqual({
    written: '',
    faults: [
      `${folder}/tea/1.yaml:3: "titel" is not a field of a rubric; did you mean "title"?`,
      `${folder}/tea/1.yaml:28: "kind" cannot be "numbr"; did you mean "number"?`,
      `${folder}/tea/2.yaml:1: opens a quote that is never closed; close it, or double a quote inside`,
      `${folder}/tea/4.yaml:1: there is no such file; check the name`,
      `${folder}/tea:1: is a folder; name the files in it`,
    ],
  })
})

test('check knows the keys of the library', async () => {
  const folder = folderWith({ 'tea/1.yaml': damaged(['key: tea.cups', 'key: cp.clarity']) })
  const run = await commandLine()
  expect((await run(rubricCheck, `${folder}/tea/1.yaml`)).faults).toEqual([
    `${folder}/tea/1.yaml:25: the item key "cp.clarity" is already used in rubrics/cp_plan/1.yaml; a key belongs to one rubric, so choose another`,
  ])
})

test('check compares the folder even where only the file was named', async () => {
  const folder = folderWith({ 'coffee/1.yaml': soundFile })
  const before = process.cwd()
  process.chdir(join(folder, 'coffee'))
  onTestFinished(() => process.chdir(before))
  const run = await commandLine()
  expect((await run(rubricCheck, '1.yaml')).faults).toEqual([
    '1.yaml:1: the key is "tea" but the folder is "coffee"; make them the same',
  ])
})

test('check without a file is wrong usage', async () => {
  const run = await commandLine()
  await expect(run(rubricCheck)).rejects.toThrow(new WrongUsage('a file name is missing'))
})

test('publish stores all or nothing, and list shows it', async () => {
  const folder = folderWith({
    'tea/1.yaml': soundFile,
    'tea/2.yaml': damaged(['version: 1', 'version: 2'], ['It is hot', 'It is just right']),
    'milk/1.yaml': damaged(['key: tea\n', 'key: milk\n']),
  })
  const run = await commandLine()
  const refused = await run(rubricPublish, `${folder}/tea/1.yaml`, `${folder}/milk/1.yaml`)
  expect(refused.written).toBe('')
  expect(refused.faults[0]).toBe(
    `${folder}/milk/1.yaml:1: "Tea" already names the rubric in ${folder}/tea/1.yaml; a key or title names one rubric`
  )
  expect((await run(rubricList)).written).not.toContain('tea')

  expect(await run(rubricPublish, `${folder}/tea/1.yaml`)).toEqual({
    written: `${folder}/tea/1.yaml: Tea, version 1, published\n`,
    faults: [],
  })
  expect(await run(rubricPublish, `${folder}/tea/1.yaml`, `${folder}/tea/2.yaml`)).toEqual({
    written: `${folder}/tea/1.yaml: Tea, version 1, was published before, unchanged\n${folder}/tea/2.yaml: Tea, version 2, published\n`,
    faults: [],
  })
  const list = (await run(rubricList)).written.split('\n')
  expect(list.slice(0, 2)).toEqual([
    expect.stringMatching(/^tea 1\tTea\t[0-9a-f]{12}$/),
    expect.stringMatching(/^tea 2\tTea\t[0-9a-f]{12}$/),
  ])
  expect(list).toContain('voice 1\tVoice of the child\tto be published at the next start')
})

test('publish refuses a published version with other content', async () => {
  const folder = folderWith({ 'tea/1.yaml': soundFile })
  const run = await commandLine()
  await run(rubricPublish, `${folder}/tea/1.yaml`)
  writeFileSync(`${folder}/tea/1.yaml`, damaged(['It is cold', 'It is icy']))
  expect(await run(rubricPublish, `${folder}/tea/1.yaml`)).toEqual({
    written: '',
    faults: [
      `${folder}/tea/1.yaml:1: tea 1 is already published with other content, and a published version never changes; put the file back as it was, and save the new content as version 2 in tea/2.yaml`,
    ],
  })
})
