/** The thread on which Word files are put together: a long report takes as long as a few hundred pages would be asked for. */
import { parentPort } from 'node:worker_threads'
import { layOutWord } from './lay-out-word.ts'
import type { WordTask } from './word-task.ts'

parentPort?.on('message', async ({ id, task }: { id: number; task: WordTask }) => {
  try {
    parentPort?.postMessage({ id, bytes: await layOutWord(task) })
  } catch (fault) {
    parentPort?.postMessage({ id, fault: fault instanceof Error ? fault.message : String(fault) })
  }
})
