import type { SubmitArgument } from '../contract';
import type { Drafts } from '../live/drafts';
import { Refused } from '../live/outbox';
import { draftField, type Target } from './form';

interface Post {
  step: string;
  target: Target;
  /** The server's refusal; absent while the post is on its way. */
  sentence?: string;
}

export type RefusedPost = Required<Post> & { field: string };

/** Posts on their way and posts that were refused. Held by the seat and not by the form: whoever leaves the form still learns what became of the post. */
export class Posts {
  private readonly posts = new Map<string, Post>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly live: { do(command: SubmitArgument): Promise<unknown>; drafts: Pick<Drafts, 'text' | 'clear'> }) {}

  isSending(field: string): boolean {
    return this.posts.has(field) && this.refusal(field) === undefined;
  }

  refusal(field: string): string | undefined {
    return this.posts.get(field)?.sentence;
  }

  get refused(): RefusedPost[] {
    return [...this.posts].flatMap(([field, { step, target, sentence }]) => (sentence === undefined ? [] : [{ field, step, target, sentence }]));
  }

  /** The draft is forgotten once the post is stored, unless something was typed since. */
  async send(target: Target, command: SubmitArgument): Promise<'sent' | 'typed on' | 'refused'> {
    const { step } = command;
    const field = draftField(step, target);
    const { drafts } = this.live;
    const sent = drafts.text(field);
    this.put(field, { step, target });
    try {
      await this.live.do(command);
    } catch (why) {
      this.put(field, { step, target, sentence: why instanceof Refused ? why.sentence : String(why) });
      return 'refused';
    }
    this.put(field, undefined);
    if (drafts.text(field) !== sent) return 'typed on';
    drafts.clear(field);
    return 'sent';
  }

  /** Its refusal was seen. */
  read(field: string): void {
    if (this.refusal(field) !== undefined) this.put(field, undefined);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private put(field: string, post: Post | undefined): void {
    if (post) this.posts.set(field, post);
    else this.posts.delete(field);
    for (const listener of [...this.listeners]) listener();
  }
}
