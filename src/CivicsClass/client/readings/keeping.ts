import { Refused } from '../live/outbox';

/** What becomes of one sentence of the tray. */
export interface Change {
  /** Into the tray, or out of it. */
  keep: boolean;
  /** The server's refusal; absent while the change is on its way. */
  sentence?: string;
}

/** Changes of the evidence tray that the server has not stored, or has refused. What is kept is what the server holds, and nothing else. Held by the seat and not by the text: whoever leaves the text still learns what became of a sentence. */
export class Keeping {
  private readonly changes = new Map<string, Change>();

  /**
   * @param send resolves once the server has stored the change and the tray shows it.
   * @param changed is called after every step of a change.
   */
  constructor(
    private readonly send: (passage: string, keep: boolean) => Promise<unknown>,
    private readonly changed: () => void,
  ) {}

  isSaving(passage: string): boolean {
    return this.changes.has(passage) && this.refusal(passage) === undefined;
  }

  refusal(passage: string): string | undefined {
    return this.changes.get(passage)?.sentence;
  }

  get refused(): (Required<Change> & { passage: string })[] {
    return [...this.changes].flatMap(([passage, { keep, sentence }]) => (sentence === undefined ? [] : [{ passage, keep, sentence }]));
  }

  /** Its refusal was seen. */
  read(passage: string): void {
    if (this.refusal(passage) !== undefined) this.put(passage, undefined);
  }

  /** Sentences on their way into the tray, the first chosen first. */
  get coming(): string[] {
    return [...this.changes].flatMap(([passage, { keep, sentence }]) => (keep && sentence === undefined ? [passage] : []));
  }

  /** Turns what is meant: a second tap takes the first one back. Resolves to the last tap's outcome only. */
  async toggle(passage: string, isKept: boolean): Promise<'kept' | 'dropped' | 'refused' | undefined> {
    const onTheWay = this.isSaving(passage) ? this.changes.get(passage) : undefined;
    const change: Change = { keep: !(onTheWay?.keep ?? isKept) };
    this.put(passage, change);
    try {
      await this.send(passage, change.keep);
    } catch (why) {
      if (this.changes.get(passage) !== change) return undefined;
      this.put(passage, { ...change, sentence: why instanceof Refused ? why.sentence : String(why) });
      return 'refused';
    }
    if (this.changes.get(passage) !== change) return undefined;
    this.put(passage, undefined);
    return change.keep ? 'kept' : 'dropped';
  }

  private put(passage: string, change: Change | undefined): void {
    if (change) this.changes.set(passage, change);
    else this.changes.delete(passage);
    this.changed();
  }
}
