/** Writes a document as a Word file on a thread of its own, so that the server goes on answering meanwhile. */
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { DocumentModel } from './document-model.ts'
import { pictureOf } from './picture-of.ts'
import { chartsOf, type WordTask } from './word-task.ts'

/** Milliseconds. A report takes one to two seconds, most of it to count its pages. */
const PATIENCE = 60_000
/** The thread takes 40 MB, so that it is let go when nobody asks for a while. */
const IDLE = 30_000

export class WordFault extends Error {}

type Answer = { id: number; bytes?: Uint8Array<ArrayBuffer>; fault?: string }

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, (answer: Omit<Answer, 'id'>) => void>
  idle: NodeJS.Timeout | undefined
}

let thread: Thread | undefined
let asked = 0

const letGo = (old: Thread, fault: string): void => {
  if (thread === old) thread = undefined
  clearTimeout(old.idle)
  for (const settle of old.waiting.values()) settle({ fault })
  old.waiting.clear()
  void old.worker.terminate()
}

const letGoWhenIdle = (idle: Thread): void => {
  idle.idle = setTimeout(() => letGo(idle, 'idle'), IDLE).unref()
}

const startThread = (): Thread => {
  // Built, this file ends in .js, and so does the worker.
  const address = new URL(`./word-worker${extname(import.meta.url)}`, import.meta.url)
  const started: Thread = { worker: new Worker(address), waiting: new Map(), idle: undefined }
  started.worker.unref()
  started.worker.on('message', ({ id, ...answer }: Answer) => started.waiting.get(id)?.(answer))
  started.worker.on('error', (fault) => letGo(started, fault.message))
  started.worker.on('exit', () => letGo(started, 'the thread ended'))
  letGoWhenIdle(started)
  return started
}

const readyThread = (): Thread => {
  thread ??= startThread()
  return thread
}

const onThread = (task: WordTask): Promise<Omit<Answer, 'id'>> => {
  const mine = readyThread()
  const id = ++asked
  clearTimeout(mine.idle)
  mine.worker.ref()
  return new Promise((resolve) => {
    const late = setTimeout(() => letGo(mine, `not done in ${PATIENCE} ms`), PATIENCE)
    mine.waiting.set(id, (answer) => {
      clearTimeout(late)
      mine.waiting.delete(id)
      if (mine.waiting.size === 0) {
        mine.worker.unref()
        letGoWhenIdle(mine)
      }
      resolve(answer)
    })
    mine.worker.postMessage({ id, task })
  })
}

/**
 * A Word file: Word's own headings, tables whose header is repeated on each page, pictures with words for whoever does
 * not see them (PNG, with the drawing itself beside it), a table of contents and "Page 2 of 7" where Word counts.
 *
 * @returns the bytes of a .docx file
 * @throws PictureFault for a chart that cannot be drawn; WordFault when it cannot be put together
 */
export const writeWord = async (model: DocumentModel): Promise<Uint8Array<ArrayBuffer>> => {
  // It reads the Word library, half a second of work, while the charts are drawn.
  readyThread()
  const pictures: Uint8Array<ArrayBuffer>[] = []
  for (const chart of chartsOf(model.blocks)) pictures.push(await pictureOf(chart.svg))
  const { bytes, fault } = await onThread({ model, pictures })
  if (bytes === undefined) throw new WordFault(`the Word file was not made: ${fault}`)
  return bytes
}
