import type { HoldMark } from '../contract';

/** A text with the words marked that made it wait. */
export function Marked({ text, marks }: { text: string; marks: readonly Pick<HoldMark, 'start' | 'length'>[] }) {
  let at = 0;
  const pieces = [...marks].sort((a, b) => a.start - b.start).flatMap(({ start, length }) => {
    if (start < at || start + length > text.length) return [];
    const piece = [text.slice(at, start), <mark key={start}>{text.slice(start, start + length)}</mark>];
    at = start + length;
    return piece;
  });
  return <>{pieces}{text.slice(at)}</>;
}
