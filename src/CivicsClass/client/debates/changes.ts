import type { ArgumentCard } from '../contract';

export interface Piece {
  text: string;
  as: 'kept' | 'added' | 'removed';
}

export interface Change {
  part: string;
  pieces: Piece[];
}

const PARTS = [
  ['claim', 'Claim'],
  ['reason', 'Reason'],
  ['link', 'How they connect'],
  ['counterclaim', 'The other side might say'],
  ['answer', 'The answer to that'],
] as const;

/** What a version changed, part by part and word by word. */
export function changes(before: ArgumentCard, after: ArgumentCard): Change[] {
  const quoted = (card: ArgumentCard) => card.quotations.map(({ exact, title }) => `“${exact}” (${title})`).join('\n');
  const texts: [string, string, string][] = [...PARTS.map(([part, name]): [string, string, string] => [name, before[part] ?? '', after[part] ?? '']), ['Quotations', quoted(before), quoted(after)], ['Kind of claim', before.basis, after.basis]];
  return texts.flatMap(([part, was, is]) => (was === is ? [] : [{ part, pieces: compare(was, is) }]));
}

/** By the longest run of words that both have in common. */
export function compare(was: string, is: string): Piece[] {
  const [a, b] = [words(was), words(is)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const pieces: Piece[] = [];
  const put = (text: string, as: Piece['as']) => {
    const last = pieces.at(-1);
    if (last?.as === as) last.text += text;
    else pieces.push({ text, as });
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) put(a[i++]!, 'kept'), j++;
    else if (i < a.length && (j === b.length || common[i + 1]![j]! >= common[i]![j + 1]!)) put(a[i++]!, 'removed');
    else put(b[j++]!, 'added');
  }
  return pieces;
}

function words(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}
