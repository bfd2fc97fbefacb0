/**
 * A student's own order of options, the same on every device: by FNV-1a (32 bit, over UTF-8) of `seed:item:option`, mixed.
 * FNV alone leaves texts that differ in the last letter in nearly the same order for everybody.
 */
export function shuffled(options: readonly string[], seed: number, item: string): string[] {
  return options
    .map((option) => ({ option, place: mixed(fnv1a(`${seed}:${item}:${option}`)) }))
    .sort((a, b) => a.place - b.place || (a.option < b.option ? -1 : 1))
    .map(({ option }) => option);
}

export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** MurmurHash3's finalizer. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A for the first place, B for the second … */
export function letter(place: number): string {
  return String.fromCharCode(65 + place);
}
