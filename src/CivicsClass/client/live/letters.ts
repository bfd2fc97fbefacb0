import type { SessionCommand } from '../contract';
import type { DraftStore } from './drafts';

export interface Letter {
  id: string;
  command: SessionCommand;
}

interface Kept {
  command: SessionCommand;
  /** Device time; tells the order in which they were done. */
  at: number;
}

/** Commands that the server has not answered yet, kept on the device so that they outlive the page. Each has a key of its own:
 *  two tabs of one student never overwrite each other, and a letter sent by both is done once, because its id is the same. */
export class Letters {
  /** Whether this device keeps anything: its storage may be closed or full. */
  canKeep: boolean;
  private prefix: string | undefined;
  private isOver = false;
  private last = 0;

  constructor(
    private readonly sessionKey: string,
    private readonly store: DraftStore | undefined,
    private readonly now: () => number = Date.now,
  ) {
    this.canKeep = this.tried(() => {
      const probe = `civics:${sessionKey}:probe`;
      store!.setItem(probe, '1');
      store!.removeItem(probe);
    });
  }

  /** Names the participant; what another one left on this device is cleared. @returns what waits since an earlier page, the first time only. */
  belongTo(participant: string): Letter[] {
    if (this.prefix !== undefined) return [];
    this.prefix = `civics:${this.sessionKey}:${participant}:letter:`;
    const left: (Letter & Kept)[] = [];
    this.tried(() => {
      for (const key of this.keys())
        if (key.startsWith(this.prefix!)) left.push({ id: key.slice(this.prefix!.length), ...(JSON.parse(this.store!.getItem(key)!) as Kept) });
        else this.store!.removeItem(key);
    });
    this.last = Math.max(0, ...left.map(({ at }) => at));
    return left.sort((a, b) => a.at - b.at).map(({ id, command }) => ({ id, command }));
  }

  put(id: string, command: SessionCommand): void {
    // A draft lies on the device by itself, and newer than any letter about it.
    if (this.prefix === undefined || this.isOver || command.kind === 'draft.keep') return;
    this.last = Math.max(this.now(), this.last + 1);
    const kept: Kept = { command, at: this.last };
    this.canKeep = this.tried(() => this.store!.setItem(this.prefix + id, JSON.stringify(kept)));
  }

  /** The server has answered. */
  drop(id: string): void {
    if (this.prefix !== undefined) this.tried(() => this.store!.removeItem(this.prefix + id));
  }

  /** Nothing of the session stays on the device. */
  forget(): void {
    this.isOver = true;
    this.tried(() => this.keys().forEach((key) => this.store!.removeItem(key)));
  }

  /** @returns the letter that another tab has had answered, when this change of the storage means that. */
  answeredElsewhere(storageKey: string | null, value: string | null): string | undefined {
    return this.prefix !== undefined && value === null && storageKey?.startsWith(this.prefix) ? storageKey.slice(this.prefix.length) : undefined;
  }

  private keys(): string[] {
    const { store } = this;
    const keys = Array.from({ length: store?.length ?? 0 }, (_, at) => store?.key(at));
    return keys.filter((key): key is string => key?.startsWith(`civics:${this.sessionKey}:`) === true && key.includes(':letter:'));
  }

  private tried(act: () => void): boolean {
    try {
      act();
      return this.store !== undefined;
    } catch {
      return false;
    }
  }
}
