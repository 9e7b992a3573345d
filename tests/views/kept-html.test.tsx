/** What is kept of a page and filled in is, byte for byte, what rendering it anew would give. */
import fc from 'fast-check'
import type { Child } from 'hono/jsx'
import { expect, test } from 'vitest'
import { keepHtml } from '../../views/components/kept-html.ts'

type Words = { address: string; typed: string; status: Child }

const Question = (props: { question: string; isMarked: boolean; words: Words }) => (
  <section hx-post={`${props.words.address}/answers/1`} class={props.isMarked ? 'marked' : 'plain'}>
    <h2>{props.question}</h2>
    <textarea name="typed">{props.words.typed}</textarea>
    {props.words.status}
    <a href={`${props.words.address}/notes`} title={props.words.typed}>
      Later
    </a>
  </section>
)

const rendered = (child: Child): string => String(<div>{child}</div>)

test('whatever is typed, in a text or an attribute, is escaped as it is on a page made anew', () => {
  const fill = keepHtml<{ question: string }>()
  const thing = { question: 'What does “the record” <show>?' }
  const typed = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '</textarea><script>alert(1)</script>',
      '"\'><img src=x onerror=alert(1)>',
      '&amp; &lt; $& $1 $`',
      '\u{0}\u{fe0f} ‘naïve’ 🙂',
      '\u{e000}address\u{e001}',
      '\u{e000}status\u{e001}',
      ''
    )
  )
  fc.assert(
    fc.property(typed, typed, fc.boolean(), (words, address, isMarked) => {
      const filling = { address, typed: words, status: <p>{words}</p> }
      const kept = fill(thing, String(isMarked), filling, (slots) => (
        <Question {...thing} isMarked={isMarked} words={slots} />
      ))
      expect(rendered(kept)).toBe(
        rendered(<Question {...thing} isMarked={isMarked} words={filling} />)
      )
    })
  )
})

test('is made once for each thing and shape', () => {
  const made: string[] = []
  const fill = keepHtml<{ name: string }>()
  const show = (thing: { name: string }, shape: string, word: string) =>
    rendered(
      fill(thing, shape, { word }, (slots) => {
        made.push(`${thing.name} ${shape}`)
        return (
          <p class={shape}>
            {thing.name}: {slots.word}
          </p>
        )
      })
    )
  const [first, second] = [{ name: 'first' }, { name: 'second' }]
  expect([
    show(first, 'open', 'yes'),
    show(first, 'open', 'no'),
    show(first, 'shut', 'no'),
    show(second, 'open', 'maybe'),
  ]).toEqual([
    '<div><p class="open">first: yes</p></div>',
    '<div><p class="open">first: no</p></div>',
    '<div><p class="shut">first: no</p></div>',
    '<div><p class="open">second: maybe</p></div>',
  ])
  expect(made).toEqual(['first open', 'first shut', 'second open'])
})

test('of too many shapes the rest are made each time, and are no less right', () => {
  const fill = keepHtml<object>()
  const thing = {}
  let made = 0
  const show = (shape: string) =>
    rendered(
      fill(thing, shape, { word: '<' }, (slots) => {
        made += 1
        return <p class={shape}>{slots.word}</p>
      })
    )
  for (let round = 0; round < 2; round += 1) {
    for (let shape = 0; shape < 70; shape += 1) {
      expect(show(`s${shape}`)).toBe(`<div><p class="s${shape}">&lt;</p></div>`)
    }
  }
  expect(made).toBe(64 + 6 + 6)
})
