/** What is written bit by bit as a stream that is read: nothing is made before it is asked for. */

/** Cancelling the stream ends the source at its next `yield`, so that its `finally` runs and nothing more is read. */
export const streamOf = (
  chunks: AsyncGenerator<Uint8Array<ArrayBuffer>, void>
): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        const next = await chunks.next()
        if (next.done) controller.close()
        else controller.enqueue(next.value)
      },
      cancel: async () => {
        await chunks.return()
      },
    },
    { highWaterMark: 0 }
  )
