/**
 * Files packed into one zip as they are made. fflate keeps the container; the packing itself is Node's, which does it
 * on another thread, so that the server goes on answering meanwhile.
 */
import { crc32, createDeflateRaw } from 'node:zlib'
import { type AsyncFlateStreamHandler, Zip, type ZipInputFile } from 'fflate'

export interface ZippedFile {
  readonly name: string
  /** Some ten thousand characters at a time: each is packed before the next is asked for. */
  readonly text: AsyncIterable<string> | Iterable<string>
}

/** The same content makes the same bytes, whenever it was written. */
const WRITTEN = new Date(1980, 0, 1, 12)

/** Of 9: sheets repeat themselves so much that the quickest packs them well; the others take far longer for little. */
const LEVEL = 1

/** One file within the zip; fflate reads its sum and size when it hears of the last bytes. */
class PackedFile implements ZipInputFile {
  readonly filename: string
  readonly compression = 8
  readonly mtime = WRITTEN
  crc = 0
  size = 0
  ondata?: AsyncFlateStreamHandler
  readonly #deflate = createDeflateRaw({ level: LEVEL })
  #afterwards: (fault?: Error | null) => void = () => {}

  constructor(name: string) {
    this.filename = name
    this.#deflate.on('data', (packed: Buffer) => this.ondata?.(null, new Uint8Array(packed), false))
    this.#deflate.on('error', (fault: Error) => this.#afterwards(fault))
    this.#deflate.once('end', () => {
      this.ondata?.(null, new Uint8Array(), true)
      this.#afterwards()
    })
  }

  /** Settles when the chunk has gone through. */
  pack(chunk: Uint8Array): Promise<void> {
    this.crc = crc32(chunk, this.crc)
    this.size += chunk.length
    return this.#settled(() => this.#deflate.write(chunk, (fault) => this.#afterwards(fault)))
  }

  /** Settles when the last byte is out. */
  end(): Promise<void> {
    return this.#settled(() => this.#deflate.end())
  }

  close(): void {
    this.#deflate.destroy()
  }

  #settled(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#afterwards = (fault) => (fault ? reject(fault) : resolve())
      work()
    })
  }
}

/** Each text is packed before the next is encoded, so that one stretch of memory does for all of them. */
const encodingAgain = () => {
  const encoder = new TextEncoder()
  let room = new Uint8Array(0)
  return (text: string): Uint8Array => {
    // A character of UTF-16 is at most three bytes of UTF-8.
    if (room.length < text.length * 3) room = new Uint8Array(text.length * 3)
    return room.subarray(0, encoder.encodeInto(text, room).written)
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
  const bytesOf = encodingAgain()
  for await (const { name, text } of files) {
    const file = new PackedFile(name)
    try {
      zip.add(file)
      for await (const part of text) {
        await file.pack(bytesOf(part))
        yield* taken()
      }
      await file.end()
      yield* taken()
    } finally {
      file.close()
    }
  }
  zip.end()
  yield* taken()
}
