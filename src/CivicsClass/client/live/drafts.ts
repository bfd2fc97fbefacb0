/** Text being typed: kept on the device at once, on the server a moment later, forgotten when its post is acknowledged. */
export interface Draft {
  text: string;
  /** Server time, epoch milliseconds. */
  at: number;
  /** What the server last acknowledged, so that its copy of an older state is not taken for news. */
  kept?: string;
  /** Its post stands on the server: only this page remembers it, so that an older copy does not come back. */
  posted?: true;
}

export interface ServerDraft {
  text: string;
  at: string | number;
}

const KEEP_AFTER_MS = 1500;
const MAX_KEPT = 10_000;

export interface DraftStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

/** Which of the two to go on with. */
export function newer(device: Draft | undefined, server: ServerDraft): 'device' | 'server' {
  if (!device) return 'server';
  if (server.text === device.text || server.text === device.kept) return 'device';
  const at = typeof server.at === 'number' ? server.at : Date.parse(server.at);
  return at > device.at ? 'server' : 'device';
}

export class Drafts {
  private readonly memory = new Map<string, Draft>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly keeping = new Set<string>();
  private prefix: string | undefined;
  private isOver = false;

  /** @param keep sends one draft to the server and resolves when it is stored there. */
  constructor(
    private readonly sessionKey: string,
    private readonly store: DraftStore | undefined,
    private readonly keep: (field: string, text: string) => Promise<unknown>,
    private readonly now: () => number,
  ) {}

  /** Names the participant whose drafts these are; before that nothing is read or written. */
  belongTo(participant: string): void {
    this.prefix = `civics:${this.sessionKey}:${participant}:draft:`;
  }

  text(field: string): string {
    return this.read(field)?.text ?? '';
  }

  write(field: string, text: string): void {
    const before = this.read(field);
    if (before?.text === text) return;
    this.put(field, { text, at: this.now(), kept: before?.kept });
    this.keepSoon(field);
  }

  /** The post stands on the server: the draft has done its work. */
  clear(field: string): void {
    const before = this.read(field);
    if (!before || before.text === '') return;
    this.put(field, { text: '', at: this.now(), kept: before.kept, posted: true });
    void this.keepNow(field);
  }

  /** The session is over for this student: nothing of it stays on the device, and nothing is written any more. */
  forget(): void {
    this.isOver = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    const fields = [...this.memory.keys()];
    this.memory.clear();
    try {
      const { store } = this;
      const keys = Array.from({ length: store?.length ?? 0 }, (_, index) => store?.key(index));
      for (const key of keys) if (key?.startsWith(`civics:${this.sessionKey}:`)) store?.removeItem(key);
    } catch {
      // A device whose storage is closed keeps nothing.
    }
    fields.forEach((field) => this.tell(field));
  }

  entered(server: Record<string, ServerDraft>): void {
    for (const [field, draft] of Object.entries(server)) {
      const mine = this.read(field);
      if (newer(mine, draft) === 'server')
        this.put(field, { text: draft.text, at: typeof draft.at === 'number' ? draft.at : Date.parse(draft.at), kept: draft.text });
      else if (mine && mine.text !== draft.text) this.keepSoon(field);
    }
  }

  subscribe(field: string, listener: () => void): () => void {
    const all = this.listeners.get(field) ?? new Set();
    this.listeners.set(field, all.add(listener));
    return () => all.delete(listener);
  }

  /** Another tab of the same student wrote a draft. */
  changedElsewhere(storageKey: string | null): void {
    if (!this.prefix || !storageKey?.startsWith(this.prefix)) return;
    const field = storageKey.slice(this.prefix.length);
    this.memory.delete(field);
    this.tell(field);
  }

  /** Sends what still waits for its pause in typing; for when the page is being hidden. */
  flush(): void {
    for (const field of [...this.timers.keys()]) void this.keepNow(field);
  }

  private keepSoon(field: string): void {
    if (this.isOver) return;
    clearTimeout(this.timers.get(field));
    this.timers.set(field, setTimeout(() => void this.keepNow(field), KEEP_AFTER_MS));
  }

  private async keepNow(field: string): Promise<void> {
    clearTimeout(this.timers.get(field));
    this.timers.delete(field);
    const draft = this.read(field);
    if (this.keeping.has(field) || !draft || draft.text === (draft.kept ?? '') || draft.text.length > MAX_KEPT) return;
    this.keeping.add(field);
    try {
      await this.keep(field, draft.text);
      const latest = this.read(field);
      if (latest) this.put(field, { ...latest, kept: draft.text }, false);
    } catch {
      // Refused: the device's copy is what counts.
      return;
    } finally {
      this.keeping.delete(field);
    }
    if (this.text(field) !== draft.text) this.keepSoon(field);
  }

  private read(field: string): Draft | undefined {
    const known = this.memory.get(field);
    if (known || !this.prefix) return known;
    try {
      const stored = this.store?.getItem(this.prefix + field);
      if (!stored) return undefined;
      const draft = JSON.parse(stored) as Draft;
      this.memory.set(field, draft);
      return draft;
    } catch {
      return undefined;
    }
  }

  private put(field: string, draft: Draft, tell = true): void {
    if (this.isOver) return;
    this.memory.set(field, draft);
    try {
      if (this.prefix && draft.posted) this.store?.removeItem(this.prefix + field);
      else if (this.prefix) this.store?.setItem(this.prefix + field, JSON.stringify(draft));
    } catch {
      // The device's storage is full or closed; memory and the server still hold it.
    }
    if (tell) this.tell(field);
  }

  private tell(field: string): void {
    this.listeners.get(field)?.forEach((listener) => listener());
  }
}

/** Some browsers refuse even to look at the storage. */
export function deviceStore(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
