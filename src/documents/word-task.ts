/** What the thread that lays Word files out is handed. Apart from it, so that asking does not load the library. */
import type { Chart, DocumentModel, PlainBlock } from './document-model.ts'

const isChart = (block: PlainBlock): block is Chart => block.kind === 'chart'

/** Every chart of the document, in its order. */
export const chartsOf = (blocks: DocumentModel['blocks']): readonly Chart[] =>
  blocks.flatMap((block) => (block.kind === 'landscape' ? block.blocks : [block])).filter(isChart)

export interface WordTask {
  readonly model: DocumentModel
  /** PNG, in the order of `chartsOf`. */
  readonly pictures: readonly Uint8Array<ArrayBuffer>[]
}
