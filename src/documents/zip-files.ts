/**
 * Files packed into one zip as they are made. fflate keeps the container; the packing itself is Node's, which does it
 * on another thread, so that the server goes on answering meanwhile.
 */
import { createDeflateRaw } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'

export interface ZippedFile {
  readonly name: string
  /** Some ten thousand characters at a time: each is packed before the next is asked for. */
  readonly text: AsyncIterable<string> | Iterable<string>
}

/** The same content makes the same bytes, whenever it was written. */
const WRITTEN = new Date(1980, 0, 1, 12)

/** Of 9: sheets are packed to a seventh at this level, and the next ones take far longer for little. */
const LEVEL = 3

/** One file within the zip. */
class PackedFile extends ZipPassThrough {
  override compression = 8
  readonly #deflate = createDeflateRaw({ level: LEVEL })
  #afterwards: (fault?: Error | null) => void = () => {}

  constructor(name: string) {
    super(name)
    this.mtime = WRITTEN
    this.#deflate.on('data', (packed: Buffer) => this.ondata(null, new Uint8Array(packed), false))
    this.#deflate.on('error', (fault: Error) => this.#afterwards(fault))
  }

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    if (!isLast) {
      this.#deflate.write(chunk, (fault) => this.#afterwards(fault))
      return
    }
    this.#deflate.once('end', () => {
      this.ondata(null, new Uint8Array(), true)
      this.#afterwards()
    })
    this.#deflate.end()
  }

  /** Settles when the chunk has gone through. */
  pack(chunk: Uint8Array, isLast: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#afterwards = (fault) => (fault ? reject(fault) : resolve())
      this.push(chunk, isLast)
    })
  }

  close(): void {
    this.#deflate.destroy()
  }
}

/** @yields the bytes of the zip; up to 4 GB of it and of each file, which is what the format without extensions holds */
export const zipFiles = async function* (
  files: AsyncIterable<ZippedFile>
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((fault, bytes) => {
    if (fault) throw fault
    if (bytes.length > 0) ready.push(bytes)
  })
  const taken = function* () {
    const now = ready
    ready = []
    yield* now
  }
  const encoder = new TextEncoder()
  for await (const { name, text } of files) {
    const file = new PackedFile(name)
    try {
      zip.add(file)
      for await (const part of text) {
        await file.pack(encoder.encode(part), false)
        yield* taken()
      }
      await file.pack(new Uint8Array(), true)
      yield* taken()
    } finally {
      file.close()
    }
  }
  zip.end()
  yield* taken()
}
