/** No text is cut before this; what was pasted beyond it is left out, and the page says so. UTF-16 code units. */
export const HARD_CAP = 20_000;
const NEAR = 0.9;

const graphemes = 'Segmenter' in Intl ? new Intl.Segmenter('en') : undefined;

/** As StudentText.Length on the server: trimmed, in characters as a reader counts them, and never fewer than a third of the UTF-16 code units. */
export function lengthOf(text: string): number {
  const clean = text.replace(/\r\n/g, '\n').trim();
  // Plain letters are one each; an old browser counts too many rather than too few.
  const n = /^[\n -~]*$/.test(clean) ? clean.length : [...(graphemes?.segment(clean) ?? clean)].length;
  return Math.max(n, Math.ceil(clean.length / 3));
}

/** "1,730 of 1,500 characters. Shorten it by 230." Absent while the text fits. */
export function tooLong(text: string, max: number): string | undefined {
  const over = lengthOf(text) - max;
  return over > 0 ? `${count(text, max)}. Shorten it by ${over.toLocaleString('en')}.` : undefined;
}

/** What to say about the length beside the text: nothing while there is room. */
export function room(text: string, max: number): string | undefined {
  return tooLong(text, max) ?? (lengthOf(text) >= max * NEAR ? count(text, max) : undefined);
}

/** As StudentText.Clean on the server: control characters, turned directions, half a pair. */
export function hasHidden(text: string): boolean {
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text.replace(/\r\n/g, '\n').trim()) || /\p{Surrogate}/u.test(text);
}

export function capped(text: string): string {
  return text.length <= HARD_CAP ? text : text.slice(0, HARD_CAP).replace(/[\ud800-\udbff]$/, '');
}

function count(text: string, max: number): string {
  return `${lengthOf(text).toLocaleString('en')} of ${max.toLocaleString('en')} characters`;
}
