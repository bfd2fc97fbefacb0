/** Text being typed: kept on the device at once, on the server a moment later, forgotten when its post is acknowledged. */
export interface Draft {
  text: string;
  /** Server time, epoch milliseconds. */
  at: number;
  /** What the server last acknowledged, so that its copy of an older state is not taken for news. */
  kept?: string;
  /** Its post stands on the server: only open pages remember it, so that an older copy does not come back. */
  posted?: true;
  /** What another tab sent. */
  was?: string;
}

export interface ServerDraft {
  text: string;
  at: string | number;
}

const KEEP_AFTER_MS = 1500;
/** As in LiveSession.KeepDraft; and a message of more than 32 KB ends the connection. */
const MAX_KEPT = 10_000;
const MAX_KEPT_BYTES = 31_000;

export interface DraftStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

/** The server would not take so much: it stays on the device alone. */
export function isTooLongToKeep(text: string): boolean {
  return text.length > MAX_KEPT || new TextEncoder().encode(JSON.stringify(text)).length > MAX_KEPT_BYTES;
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
    const prefix = `civics:${this.sessionKey}:${participant}:draft:`;
    if (prefix === this.prefix) return;
    if (this.prefix) this.memory.clear();
    this.prefix = prefix;
    for (const key of this.storedKeys(prefix)) this.read(key.slice(prefix.length));
  }

  text(field: string): string {
    return this.read(field)?.text ?? '';
  }

  /** Whether something was typed and not sent; a text that was emptied counts. */
  has(field: string): boolean {
    const draft = this.read(field);
    return draft !== undefined && !draft.posted;
  }

  /** What was typed and not sent, in all fields whose names begin so. */
  unsent(beginning: string): { field: string; text: string }[] {
    return [...this.memory].flatMap(([field, { text }]) => (field.startsWith(beginning) && text.trim() ? [{ field, text }] : []));
  }

  /** What another tab has sent of this draft, and when. */
  sentElsewhere(field: string): { text: string; at: number } | undefined {
    const draft = this.read(field);
    return draft?.was === undefined ? undefined : { text: draft.was, at: draft.at };
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
    if (!before || before.posted) return;
    this.put(field, { text: '', at: this.now(), kept: before.kept, posted: true }, true, before.text);
    void this.keepNow(field);
  }

  /** The session is over for this student: nothing of it stays on the device, and nothing is written any more.
   *  Only the open page still knows what was not sent. */
  forget(): void {
    this.isOver = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
    for (const key of this.storedKeys(`civics:${this.sessionKey}:`)) {
      try {
        this.store?.removeItem(key);
      } catch {
        // A device whose storage is closed keeps nothing.
      }
    }
    [...this.memory.keys()].forEach((field) => this.tell(field));
  }

  entered(server: Record<string, ServerDraft>): void {
    if (this.isOver) return;
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

  /** Another tab of the same student wrote a draft or sent it. One that only vanished from the device stays on this page:
   *  the other tab has heard of the end first. */
  changedElsewhere(storageKey: string | null, value: string | null): void {
    if (this.isOver || !this.prefix || !storageKey?.startsWith(this.prefix)) return;
    const field = storageKey.slice(this.prefix.length);
    const draft = parse(value);
    const mine = this.memory.get(field);
    if (!draft) return;
    if (mine && !mine.posted && (draft.posted ? mine.text !== draft.was : mine.at > draft.at)) this.put(field, mine, false);
    else {
      this.memory.set(field, draft.posted ? { ...draft, kept: mine?.kept } : draft);
      this.tell(field);
    }
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
    if (this.isOver || this.keeping.has(field) || !draft || draft.text === (draft.kept ?? '') || isTooLongToKeep(draft.text)) return;
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
    if (known || !this.prefix || this.isOver) return known;
    try {
      const draft = parse(this.store?.getItem(this.prefix + field));
      if (draft) this.memory.set(field, draft);
      return draft;
    } catch {
      return undefined;
    }
  }

  /** @param was what stood there when its post was stored: other tabs hear it, and the device forgets it at once. */
  private put(field: string, draft: Draft, tell = true, was?: string): void {
    this.memory.set(field, draft);
    try {
      const key = this.prefix + field;
      if (this.prefix && !this.isOver) {
        if (!draft.posted || was !== undefined) this.store?.setItem(key, JSON.stringify({ ...draft, was }));
        if (draft.posted) this.store?.removeItem(key);
      }
    } catch {
      // The device's storage is full or closed; memory and the server still hold it.
    }
    if (tell) this.tell(field);
  }

  private storedKeys(beginning: string): string[] {
    try {
      return Array.from({ length: this.store?.length ?? 0 }, (_, index) => this.store?.key(index) ?? '').filter((key) => key.startsWith(beginning));
    } catch {
      return [];
    }
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

function parse(value: string | null | undefined): Draft | undefined {
  try {
    return value ? (JSON.parse(value) as Draft) : undefined;
  } catch {
    return undefined;
  }
}
