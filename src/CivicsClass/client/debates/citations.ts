import type { ArgumentCard, QuotationView } from '../contract';
import type { Posted } from './thread';

/** An argument on the board and what it quotes. */
export interface Citation {
  id: string;
  card: ArgumentCard;
  quotation: QuotationView;
}

export interface CitedPassage {
  passage: string;
  paragraph: number;
  citations: Citation[];
}

export interface CitedText {
  reading: string;
  title: string;
  /** By side: how many arguments rest on the text; one that quotes it twice counts once. */
  bySide: Record<string, number>;
  passages: CitedPassage[];
}

/** Which texts and passages the arguments on the board rest on, by title and then as they stand in the text. */
export function citations({ order, cards }: Posted): CitedText[] {
  const texts = new Map<string, CitedText>();
  for (const id of order) {
    const card = cards[id];
    if (!card) continue;
    const counted = new Set<string>();
    for (const quotation of card.quotations) {
      const reading = quotation.passage.split('.')[0]!;
      const text = texts.get(reading) ?? { reading, title: quotation.title, bySide: {}, passages: [] };
      texts.set(reading, text);
      if (!counted.has(reading)) text.bySide[card.side] = (text.bySide[card.side] ?? 0) + 1;
      counted.add(reading);
      const found = text.passages.find(({ passage }) => passage === quotation.passage);
      if (found) found.citations.push({ id, card, quotation });
      else text.passages.push({ passage: quotation.passage, paragraph: quotation.paragraph, citations: [{ id, card, quotation }] });
    }
  }
  for (const text of texts.values()) text.passages.sort((a, b) => a.paragraph - b.paragraph || sentenceOf(a) - sentenceOf(b));
  return [...texts.values()].sort((a, b) => a.title.localeCompare(b.title));
}

/** "Cited 3 times" and by which side. */
export function times(n: number): string {
  return n === 1 ? 'once' : `${n} times`;
}

function sentenceOf({ passage }: CitedPassage): number {
  return Number(passage.split('.')[2]);
}
