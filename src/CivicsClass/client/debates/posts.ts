import type { JudgeClaim, Present, Restate, SaveEntry, SendBackRestatement, SubmitArgument, WriteReflection } from '../contract';
import type { Drafts } from '../live/drafts';
import type { LeftBehind } from '../live/left';
import { Refused } from '../live/outbox';
import { told } from '../seat/told';
import { judgeField } from '../sourceChecks/form';
import { draftField, targetOf, type Target } from './form';

type TeamText = SaveEntry | Present | Restate | SendBackRestatement;
type Text = SubmitArgument | JudgeClaim | WriteReflection | TeamText;

interface Sent {
  step: string;
  /** Absent for what only the teacher reads: an answer of a reflection, a judgement. */
  target?: Target;
  /** The server's refusal; absent while it is on its way. */
  sentence?: string;
}

export interface RefusedText {
  field: string;
  step: string;
  sentence: string;
}

export interface RefusedPost extends RefusedText {
  target: Target;
}

/** Sent: stored. On its way: it was sent before and has no answer yet. */
export type Outcome = 'sent' | 'typed on' | 'refused' | 'on its way';

/** Texts on their way and texts that were refused. Held by the seat and not by the form: whoever leaves the form still learns what became of them. */
export class Posts {
  private readonly texts = new Map<string, Sent>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly live: { do(command: Text): Promise<unknown>; drafts: Pick<Drafts, 'text' | 'clear'>; left?: Pick<LeftBehind, 'waiting'> }) {}

  /** By this page or by an earlier one. */
  isSending(field: string): boolean {
    if (this.texts.has(field)) return this.refusal(field) === undefined;
    const fields = this.live.left?.waiting('debate.submit', 'sourceCheck.judge').map((left) => (left.kind === 'debate.submit' ? draftField(left.step, targetOf(left)) : judgeField(left.step, left.claim)));
    return (fields?.includes(field) || this.live.left?.waiting('controversy.saveEntry').some((left) => told.controversy?.fieldOf(left) === field)) ?? false;
  }

  refusal(field: string): string | undefined {
    return this.texts.get(field)?.sentence;
  }

  get refused(): RefusedPost[] {
    return [...this.texts].flatMap(([field, { step, target, sentence }]) => (sentence === undefined || !target ? [] : [{ field, step, target, sentence }]));
  }

  get refusedAnswers(): RefusedText[] {
    return [...this.texts].flatMap(([field, { step, target, sentence }]) => (sentence === undefined || target ? [] : [{ field, step, sentence }]));
  }

  send(target: Target, command: SubmitArgument): Promise<Outcome> {
    return this.deliver(draftField(command.step, target), { step: command.step, target }, command);
  }

  answer(command: WriteReflection): Promise<Outcome> {
    return this.deliver(answerField(command.step, command.prompt), { step: command.step }, command);
  }

  judge(command: JudgeClaim): Promise<Outcome> {
    return this.deliver(judgeField(command.step, command.claim), { step: command.step }, command);
  }

  /** What one member of a team sends from a draft of this name. */
  save(field: string, command: TeamText): Promise<Outcome> {
    return this.deliver(field, { step: command.step }, command);
  }

  /** Its refusal was seen. */
  read(field: string): void {
    if (this.refusal(field) !== undefined) this.put(field, undefined);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The draft is forgotten once its text is stored, unless something was typed since. */
  private async deliver(field: string, sent: Sent, command: Text): Promise<Outcome> {
    if (this.isSending(field)) return 'on its way';
    const { drafts } = this.live;
    const before = drafts.text(field);
    this.put(field, sent);
    try {
      await this.live.do(command);
    } catch (why) {
      this.put(field, { ...sent, sentence: why instanceof Refused ? why.sentence : String(why) });
      return 'refused';
    }
    this.put(field, undefined);
    if (drafts.text(field) !== before) return 'typed on';
    drafts.clear(field);
    return 'sent';
  }

  private put(field: string, text: Sent | undefined): void {
    if (text) this.texts.set(field, text);
    else this.texts.delete(field);
    for (const listener of [...this.listeners]) listener();
  }
}

export function answerField(step: string, prompt: string): string {
  return `reflection/${step}/${prompt}`;
}
