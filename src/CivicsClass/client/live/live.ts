import type { SessionCommand } from '../contract';
import { backOffMs } from './backOff';
import { Clock } from './clock';
import { connect, isTurnedAway, sessionKeyOf, type Wire } from './connection';
import { deviceStore, Drafts, type ServerDraft } from './drafts';
import { newId } from './ids';
import { LeftBehind } from './left';
import { Letters, type Letter } from './letters';
import { Outbox, Refused, type Done, type Reply } from './outbox';
import { askAgain, within } from './patience';
import { CAN_UNPACK, unpacked, type Sent } from './unpacked';
import { Views, type Patch, type Version, type Versions } from './views';

export type Status = 'connecting' | 'live' | 'reconnecting' | 'removed';

export interface LiveOptions {
  hub: string;
  audiences: readonly string[];
  onChange?: () => void;
  /** Shown when the server no longer knows this device. */
  turnedAway?: string;
  /** Told when the server has stored what an earlier page left behind. */
  stored?: (command: SessionCommand, drafts: Drafts) => void;
  wire?: Wire;
}

interface EnterReply {
  now: number;
  views: Record<string, Sent>;
  drafts?: Record<string, ServerDraft>;
}

const BEACON_PATIENCE_MS = 250;
const ENTER_PATIENCE_MS = 1500;
const EFFECT_PATIENCE_MS = 2000;
const CHECK_PATIENCE_MS = 5000;
const ANSWER_PATIENCE_MS = 3000;
const TIMES_TURNED_AWAY = 3;
const TURNED_AWAY = 'This device is not in this class any more. Join again with the code, or ask your teacher.';

/** One page's end of a live session. `V` maps each audience to its view. */
export class Live<V extends object> {
  status: Status = 'connecting';
  /** The sentence to show instead of the class. */
  removed?: string;
  /** The server itself said that this student is out. */
  wasSentAway = false;
  views: Partial<V> = {};
  readonly clock = new Clock();
  readonly drafts: Drafts;
  readonly left = new LeftBehind(() => this.tell());

  private readonly held = new Views();
  private readonly letters: Letters;
  private readonly outbox: Outbox;
  private readonly wire: Wire;
  private readonly listeners = new Set<() => void>();
  private attempts = 0;
  private turnedAway = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private starting = false;
  private asking = false;

  constructor(private readonly options: LiveOptions) {
    this.wire = options.wire ?? connect(options.hub);
    const [key, store] = [sessionKeyOf(options.hub), deviceStore()];
    this.letters = new Letters(key, store);
    this.outbox = new Outbox(
      (id, command) => within(ANSWER_PATIENCE_MS, this.wire.invoke<Reply>('Do', id, command).then((reply) => this.heard(reply))),
      newId,
      (again, failures) => {
        setTimeout(again, backOffMs(failures));
        this.tell();
      },
      () => this.lost(),
      this.letters,
    );
    this.drafts = new Drafts(key, store, (field, text) => this.do({ kind: 'draft.keep', field, text }), () => this.clock.now());
    this.listen();
    void this.start();
  }

  /** Something is on its way and not yet stored. */
  get isSending(): boolean {
    return !this.outbox.isEmpty;
  }

  /** What was sent is not stored yet, because the server cannot store at the moment. */
  get isHeldUp(): boolean {
    return this.outbox.isHeldUp;
  }

  /** What is done or written outlives this page. */
  get keepsOnDevice(): boolean {
    return this.letters.canKeep;
  }

  /** The session is over for this student: nothing of it stays on the device. */
  forget(): void {
    this.letters.forget();
    this.drafts.forget();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Resolves when the server has stored the effect and, for a student, when it shows in `views.my`.
   * @throws Refused with the server's sentence.
   */
  async do(command: SessionCommand): Promise<{ seq: number }> {
    if (this.removed !== undefined) throw new Refused(this.removed);
    const answer = this.outbox.do(command);
    this.tell();
    const done = await answer.finally(() => setTimeout(() => this.tell()));
    await this.untilShown(done);
    return { seq: done.seq };
  }

  private listen(): void {
    this.wire.on('Patch', (audience: string, from: Version, to: Version, patch: unknown) => this.receive({ audience, from, to, patch }));
    this.wire.on('Beacon', (versions: Versions, now: number) => {
      this.clock.heard(now);
      this.catchUpWith(versions);
    });
    this.wire.on('Removed', (sentence: string) => {
      this.wasSentAway = true;
      this.remove(sentence);
    });
    this.wire.on('TurnedAway', (sentence: string) => this.remove(sentence));
    this.wire.onclose(() => this.lost());
    if (typeof window === 'undefined') return;
    window.addEventListener('online', () => this.check());
    window.addEventListener('offline', () => this.status === 'live' && this.lost());
    window.addEventListener('storage', (event) => {
      this.drafts.changedElsewhere(event.key, event.newValue);
      const answered = this.letters.answeredElsewhere(event.key, event.newValue);
      if (answered) this.outbox.answeredElsewhere(answered);
    });
    window.addEventListener('pagehide', () => this.drafts.flush());
    document.addEventListener('visibilitychange', () => (document.hidden ? this.drafts.flush() : this.check()));
  }

  private receive(patch: Patch): void {
    const outcome = this.held.receive(patch);
    if (outcome === 'applied') this.show();
    if (outcome === 'gap') void this.enter();
  }

  private catchUpWith(versions: Versions): void {
    if (this.held.isBehind(versions)) setTimeout(() => this.status === 'live' && this.held.isBehind(versions) && void this.enter(), BEACON_PATIENCE_MS);
  }

  /** An answer may carry what it changed in the student's own view, and the version of the class's. */
  private heard(reply: Reply): Reply {
    if (reply.class) this.catchUpWith({ class: reply.class });
    if (reply.my && reply.from && reply.patch !== undefined) this.receive({ audience: 'my', from: reply.from, to: reply.my, patch: reply.patch });
    return reply;
  }

  private async start(): Promise<void> {
    if (this.starting || this.removed !== undefined) return;
    this.starting = true;
    clearTimeout(this.timer);
    try {
      await this.wire.start();
      this.starting = false;
      await this.enter();
    } catch (error) {
      this.starting = false;
      this.turnedAway = isTurnedAway(error) ? this.turnedAway + 1 : 0;
      if (this.turnedAway >= TIMES_TURNED_AWAY) this.remove(this.options.turnedAway ?? TURNED_AWAY);
      else this.startLater();
    }
  }

  private startLater(): void {
    if (this.removed !== undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.start(), backOffMs(this.attempts++));
  }

  /** Takes a place in the class and whatever changed since; also heals every gap. */
  private async enter(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.held.holdBack();
    let gap = false;
    try {
      const { reply, sentAt } = await askAgain(ENTER_PATIENCE_MS, () => this.wire.invoke<EnterReply>('Enter', { ...this.held.have(), ...CAN_UNPACK }));
      this.clock.answered(reply.now, sentAt);
      gap = this.held.entered(await unpacked(reply.views));
      this.show(reply.drafts);
      this.attempts = this.turnedAway = 0;
      const isNew = this.status !== 'live';
      this.become('live');
      if (isNew) this.outbox.connected();
    } catch {
      this.lost();
    } finally {
      this.asking = false;
    }
    if (gap) setTimeout(() => this.status === 'live' && void this.enter(), backOffMs(this.attempts++));
  }

  private lost(): void {
    this.outbox.disconnected();
    this.held.forgetWaiting();
    if (this.removed !== undefined || this.starting) return;
    if (this.status === 'live') this.become('reconnecting');
    void this.wire.stop().catch(() => undefined).then(() => this.startLater());
  }

  /** The device woke up or is online again: connect at once, or see whether the connection still lives. */
  private check(): void {
    if (this.status !== 'live') {
      this.attempts = 0;
      void this.start();
      return;
    }
    const answer = this.enter();
    setTimeout(() => this.asking && this.status === 'live' && void this.wire.stop(), CHECK_PATIENCE_MS);
    void answer;
  }

  private remove(sentence: string): void {
    this.removed = sentence;
    clearTimeout(this.timer);
    this.outbox.close(sentence);
    this.become('removed');
    void this.wire.stop().catch(() => undefined);
  }

  private async untilShown({ my }: Done): Promise<void> {
    if (!my || !this.held.isBehind({ my })) return;
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(patience);
        stop();
        resolve();
      };
      const stop = this.subscribe(() => this.held.isBehind({ my }) || finish());
      const patience = setTimeout(() => {
        void this.enter();
        finish();
      }, EFFECT_PATIENCE_MS);
    });
  }

  private show(drafts?: Record<string, ServerDraft>): void {
    this.views = Object.fromEntries(this.options.audiences.map((audience) => [audience, this.held.get(audience)]).filter(([, view]) => view !== undefined)) as Partial<V>;
    const me = this.held.get('my') as { id?: string } | undefined;
    if (me?.id) {
      this.drafts.belongTo(me.id);
      this.sendLeft(this.letters.belongTo(me.id));
    }
    if (drafts) this.drafts.entered(drafts);
    this.tell();
  }

  private sendLeft(letters: Letter[]): void {
    for (const letter of letters) {
      const answer = this.outbox.goOnWith(letter.id, letter.command).then((done) => this.untilShown(done));
      void this.left.follow(letter, answer, (command) => this.options.stored?.(command, this.drafts));
    }
  }

  private become(status: Status): void {
    if (this.status === status) return;
    this.status = status;
    this.tell();
  }

  private tell(): void {
    this.options.onChange?.();
    for (const listener of [...this.listeners]) listener();
  }
}

export function startLive<V extends object>(options: LiveOptions): Live<V> {
  return new Live<V>(options);
}
