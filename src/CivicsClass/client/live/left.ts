import type { SessionCommand } from '../contract';
import type { Letter } from './letters';
import { Elsewhere, Refused } from './outbox';

export interface Left<C = SessionCommand> {
  id: string;
  command: C;
  /** The server's refusal; absent while the command is on its way. */
  sentence?: string;
}

type Command<K> = Extract<SessionCommand, { kind: K }>;

/** What an earlier page of this student could not send any more, and what becomes of it now. */
export class LeftBehind {
  private all: Left[] = [];

  constructor(private readonly changed: () => void) {}

  get refused(): Left[] {
    return this.all.filter(({ sentence }) => sentence !== undefined);
  }

  /** What is still on its way, the first done first. */
  waiting<K extends SessionCommand['kind']>(...kinds: K[]): Command<K>[] {
    return this.all.flatMap(({ command, sentence }) => (sentence === undefined && kinds.includes(command.kind as K) ? [command as Command<K>] : []));
  }

  async follow({ id, command }: Letter, answer: Promise<unknown>, stored: (command: SessionCommand) => void): Promise<void> {
    const left: Left = { id, command };
    this.all.push(left);
    try {
      await answer;
      stored(command);
      this.read(id);
    } catch (why) {
      if (why instanceof Elsewhere) return this.read(id);
      left.sentence = why instanceof Refused ? why.sentence : String(why);
      this.changed();
    }
  }

  /** Its refusal was seen, or there is none. */
  read(id: string): void {
    this.all = this.all.filter((left) => left.id !== id);
    this.changed();
  }
}
