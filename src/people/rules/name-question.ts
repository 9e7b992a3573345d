/**
 * Finds what looks like a person's name beside "child", "mother" and the like, or after "Mr", in words about a child:
 * audits, findings, actions and safety notices name nobody (contracts §10). What is found is asked about, never
 * blocked, so the rule may be wrong both ways. A name all in capitals is taken for an abbreviation.
 */
import { ordinaryWords } from './ordinary-words.ts'

const kin =
  'child|children|son|daughter|mum|mummy|mam|mother|dad|daddy|father|parents?|step-?(?:mother|father|dad|mum|son|daughter)|half-?(?:brother|sister)|(?:step-?)?(?:brothers?|sisters?)|siblings?|grand-?(?:mother|father|parents?|ma|pa|son|daughter|child)|nan|nanny|aunt|auntie|uncle|cousin|niece|nephew|baby|twins?|boy|girl|young person|partner|husband|wife|boyfriend|girlfriend|(?:foster )?carers?'

/** A capital, then a small letter: `Sharon`, `O’Brien`, `Anne-Marie`, `McKay`; not `GP` and not `B`. */
const capital = String.raw`(?:\p{Lu}['’])?\p{Lu}\p{Ll}[\p{L}'’-]*`
const name = String.raw`${capital}(?:[ \t]${capital}){0,2}`
const start = String.raw`(?<![\p{L}\p{N}'’-])`
const end = String.raw`(?![\p{L}\p{N}])`
const kinAnyCase = kin.replace(/\b([a-z])/g, (letter) => `[${letter}${letter.toUpperCase()}]`)
const kinWord = `${start}(?:${kinAnyCase})${end}`
const between =
  '(?:older|younger|elder|little|big|birth|step|foster|paternal|maternal|late|new|own)'

const patterns = [
  // mother Sharon · child, Jake, · mother (Sharon)
  String.raw`${kinWord}(?:[ \t]+|,[ \t]+|[ \t]*\([ \t]*)(${name})`,
  // a boy called Jake
  String.raw`${kinWord},?[ \t]+(?:who is |is |was )?(?:called|named|known as)[ \t]+(${name})`,
  // Jake's mother · Jake’s older brother
  String.raw`${start}(${name})['’]s?[ \t]+(?:${between}[ \t]+)?${kinWord}`,
  // Sharon (mother) · Sharon (his mother)
  String.raw`${start}(${name})[ \t]*\((?:the |his |her |their )?${kinWord}\)`,
  // Mr Brown · Dr. Patel
  String.raw`${start}(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?[ \t]+(${name})`,
].map((source) => new RegExp(source, 'gu'))

/** Jake and Amy: the second, after a first that was found. */
const another = new RegExp(String.raw`^[ \t]*(?:,|and|&|, and)[ \t]+(${name})`, 'u')

const kinAlone = new RegExp(`^(?:${kin})$`, 'i')

const title = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr)$/

const withoutEnding = (word: string): string => word.replace(/(?:['’]s?|-)$/, '')

/** Words in lower case that are no name where the text stands. */
export type KnownWords = Pick<ReadonlySet<string>, 'has'>

/** Longer runs of letters are nobody's name. */
const LONGEST = 60

/**
 * The words of a run of capitals that can be a name: none of an ordinary word, which stands before or after a name only
 * by chance (`Visits Jake`). A run that holds a word of a service is the service's name: `Hillside School`.
 */
const nameIn = (run: string, known: KnownWords): string | undefined => {
  const words = run
    .split(/[ \t]/)
    .map(withoutEnding)
    .filter((word, index) => index > 0 || !title.test(word))
  const isOrdinary = (word: string) =>
    ordinaryWords.has(word.toLowerCase()) || known.has(word.toLowerCase()) || kinAlone.test(word)
  const whole = words.join(' ')
  return whole === '' || whole.length > LONGEST || words.some(isOrdinary) ? undefined : whole
}

const noWords: KnownWords = new Set()

/**
 * @param known words of the rubrics and the like, in lower case, that are no name here
 * @returns each name once, in the order of the text
 */
export const namesIn = (text: string, known: KnownWords = noWords): readonly string[] => {
  // Most fields of a page are empty, and each of the patterns would be tried on each.
  if (text === '') return []
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const at = match.index
      const first = nameIn(match[1] ?? '', known)
      if (first === undefined) return []
      const next = another.exec(text.slice(at + match[0].length))?.[1]
      const second = next === undefined ? undefined : nameIn(next, known)
      return [{ at, name: first }, ...(second === undefined ? [] : [{ at: at + 1, name: second }])]
    })
  )
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map((each) => each.name))]
}

const family =
  /\b(child|children|son|daughter|mum|mummy|mother|dad|daddy|father|parents?|step(mother|father|dad|mum)|brother|sister|sibling|grand(mother|father|parents?|ma|pa)|nan|nanny|aunt|auntie|uncle|cousin|baby|young person)\b/i

/** Words that follow "child" in the name of a post, where it is no child's: `children's services`. */
const posts =
  /\b(child(ren)?(['’]?s)?\s+(protection|services?|social|care|homes?|safeguarding|and|in)|parent(ing)?\s+(support|assessment|programme|worker|practitioner|partnership)|young person(['’]s)? (adviser|advisor|worker))\b/gi

/** Whether what was typed as the name or role of a member of staff may be one of the family: asked, never blocked. */
export const looksLikeFamily = (text: string): boolean => family.test(text.replace(posts, ' '))
