/** The words of a sentence by where they begin and end, in UTF-16 code units. */
export function words(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\S+/g)].map((word) => ({ start: word.index, end: word.index + word[0].length }));
}

/** From one word to another, letter for letter; at least two words stay. */
export function trim(text: string, first: number, last: number): string {
  const all = words(text);
  if (all.length <= 2) return text;
  const from = Math.max(0, Math.min(first, all.length - 2));
  const to = Math.max(from + 1, Math.min(last, all.length - 1));
  return text.slice(all[from]!.start, all[to]!.end);
}

/** Which words of the sentence a trimmed quotation spans. */
export function span(text: string, exact: string): { first: number; last: number } {
  const all = words(text);
  const start = Math.max(0, text.indexOf(exact));
  const end = start + exact.length;
  const first = all.findIndex((word) => word.end > start);
  const last = all.findLastIndex((word) => word.start < end);
  return { first: Math.max(0, first), last: last < 0 ? all.length - 1 : last };
}
