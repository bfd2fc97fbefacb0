import type { Block } from '../contract';

/** Each footnote's number, and the paragraph that first refers to it, if one does. */
export function footnotes(blocks: readonly Block[]): Map<string, number | undefined> {
  return new Map(
    blocks.flatMap(({ kind, mark }) =>
      kind === 'note' && mark ? [[mark, blocks.find(({ number, sentences }) => number && sentences.some((sentence) => sentence.includes(`[${mark}]`)))?.number]] : [],
    ),
  );
}

/** Cuts out the numbers of footnotes; other numbers in brackets stay words. */
export function split(words: string, notes: ReadonlyMap<string, unknown>): { words: string; note?: string }[] {
  return words
    .split(/(\[\d+\])/)
    .map((part) => {
      const note = part.slice(1, -1);
      return part.startsWith('[') && notes.has(note) ? { words: part, note } : { words: part };
    })
    .filter((part) => part.words);
}
