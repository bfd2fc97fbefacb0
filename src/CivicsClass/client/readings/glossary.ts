import type { GlossaryTerm } from '../contract';

export interface Piece {
  text: string;
  term?: GlossaryTerm;
}

/** Cuts a sentence at the glossary's words, the longest first; each term once per text, as `seen` remembers. */
export function explain(sentence: string, glossary: readonly GlossaryTerm[], seen: Set<string>): Piece[] {
  const words = glossary.flatMap((term) => [term.term, ...term.also].map((word) => ({ word, term }))).sort((a, b) => b.word.length - a.word.length);
  const pieces: Piece[] = [];
  let rest = sentence;
  while (rest) {
    let first: { at: number; length: number; term: GlossaryTerm } | undefined;
    for (const { word, term } of words) {
      if (seen.has(term.term)) continue;
      const at = find(rest, word);
      if (at >= 0 && (!first || at < first.at)) first = { at, length: word.length, term };
    }
    if (!first) break;
    if (first.at > 0) pieces.push({ text: rest.slice(0, first.at) });
    pieces.push({ text: rest.slice(first.at, first.at + first.length), term: first.term });
    seen.add(first.term.term);
    rest = rest.slice(first.at + first.length);
  }
  if (rest) pieces.push({ text: rest });
  return pieces;
}

/** Cuts the last word off, so that what follows a sentence can stay on its line. */
export function tail(pieces: readonly Piece[]): [head: Piece[], tail: Piece[]] {
  const last = pieces.at(-1);
  if (!last) return [[], []];
  const at = last.term ? -1 : last.text.trimEnd().lastIndexOf(' ');
  const cut = at < 0 ? [] : [{ text: last.text.slice(0, at + 1) }];
  return [[...pieces.slice(0, -1), ...cut], [{ ...last, text: last.text.slice(at + 1) }]];
}

/** Where `word` stands as a whole word, ignoring case. */
function find(text: string, word: string): number {
  const [hay, needle] = [text.toLowerCase(), word.toLowerCase()];
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return at;
  return -1;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
