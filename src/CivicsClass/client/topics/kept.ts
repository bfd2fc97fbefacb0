/** What was typed into a part and is not on the server yet, kept on the device. */

export type Pairs = [name: string, value: string][];

export interface Kept {
  /** Of the part as it was on the screen. */
  token: string;
  at: number;
  pairs: Pairs;
  /** Where it was to go, when the page is one that makes a new address each time. */
  address?: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const IGNORED = new Set(['__RequestVerificationToken', 'token', 'act', 'image', 'description']);

/** What a form holds, without what belongs to the page alone. */
export function pairsOf(entries: Iterable<[string, unknown]>): Pairs {
  return [...entries].flatMap(([name, value]) => (typeof value === 'string' && !IGNORED.has(name) ? [[name, value] as Pairs[number]] : []));
}

export function same(one: Pairs, other: Pairs): boolean {
  return one.length === other.length && one.every(([name, value], at) => other[at]?.[0] === name && lines(other[at]?.[1] ?? '') === lines(value));
}

/** Browsers send other line ends than they show. */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

export class DeviceCopy {
  constructor(
    private readonly store: Store | undefined,
    private readonly key: string,
  ) {}

  read(): Kept | undefined {
    try {
      const kept = JSON.parse(this.store?.getItem(this.key) ?? 'null') as Kept | null;
      return kept && typeof kept.token === 'string' && Array.isArray(kept.pairs) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** @returns whether the device took it. */
  write(kept: Kept): boolean {
    try {
      this.store?.setItem(this.key, JSON.stringify(kept));
      return this.store !== undefined;
    } catch {
      return false;
    }
  }

  forget(): void {
    try {
      this.store?.removeItem(this.key);
    } catch {
      // A device whose storage is closed keeps nothing.
    }
  }
}
