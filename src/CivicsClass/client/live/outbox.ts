import type { SessionCommand } from '../contract';
import type { Letters } from './letters';
import type { Version } from './views';

export interface Reply {
  seq?: number;
  my?: Version;
  /** With `patch`: what changes in the student's own view, from this version to `my`. */
  from?: Version;
  patch?: unknown;
  /** The version of the class's view, where this page was not told it before. */
  class?: Version;
  refused?: string;
}

export interface Done {
  seq: number;
  my?: Version;
}

/** The server said no; the sentence says what to do. */
export class Refused extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
  }
}

/** No answer came, though the connection stands: the command or its answer may be lost. */
export class Unanswered extends Error {}

/** Another tab of the same student has had the answer. */
export class Elsewhere extends Error {}

interface Letter {
  id: string;
  command: SessionCommand;
  failures: number;
  /** Failures and silences on this connection. */
  tries: number;
  /** Silences one after the other on this connection. */
  silences: number;
  /** By an earlier page: nobody on this one waits for the answer. */
  isLeft: boolean;
  resolve(done: Done): void;
  reject(why: Refused | Elsewhere): void;
}

/** More than a minute with the pauses between: a database may be away for half of one. */
const MAX_FAILURES = 16;
const TRIES_BEFORE_A_WORD = 2;
const MAX_SILENCES = 3;
const NOT_TAKEN = 'This could not be saved. Try again in a moment.';

/** Commands on their way, one after the other, each under one id until the server has answered it. */
export class Outbox {
  private readonly letters: Letter[] = [];
  private sending: Letter | undefined;
  private open = false;
  private connection = 0;

  /**
   * @param send rejects when the answer is unknown: the same id is then sent again.
   * @param retry calls back after a pause that grows with the failures of one command.
   * @param deaf is told when a connection that seems to stand has left one command without an answer several times.
   * @param device keeps each command until it is answered.
   */
  constructor(
    private readonly send: (id: string, command: SessionCommand) => Promise<Reply>,
    private readonly newId: () => string,
    private readonly retry: (again: () => void, failures: number) => void,
    private readonly deaf: () => void,
    private readonly device?: Pick<Letters, 'put' | 'drop'>,
  ) {}

  get isEmpty(): boolean {
    return this.letters.length === 0;
  }

  /** The server is there, but has not stored what was sent first, though it was asked more than once. */
  get isHeldUp(): boolean {
    return this.open && (this.letters[0]?.tries ?? 0) >= TRIES_BEFORE_A_WORD;
  }

  do(command: SessionCommand): Promise<Done> {
    const id = this.newId();
    this.device?.put(id, command);
    return this.post(id, command, false);
  }

  /** Sends what an earlier page left behind, under the id it had: the server may have done it already. */
  goOnWith(id: string, command: SessionCommand): Promise<Done> {
    return this.post(id, command, true);
  }

  /** Another tab sent the same letter and was answered. One that is being sent here gets the same answer. */
  answeredElsewhere(id: string): void {
    const at = this.letters.findIndex((letter) => letter.id === id && letter.isLeft && letter !== this.sending);
    if (at >= 0) this.letters.splice(at, 1)[0]!.reject(new Elsewhere());
  }

  /** The connection is there and the page has entered. */
  connected(): void {
    this.open = true;
    this.connection++;
    this.sending = undefined;
    for (const letter of this.letters) letter.failures = letter.tries = letter.silences = 0;
    void this.sendNext();
  }

  disconnected(): void {
    this.open = false;
  }

  /** Nothing more will be sent by this page: the student was removed, or has left this device. */
  close(sentence: string): void {
    this.open = false;
    for (const letter of this.letters.splice(0)) letter.reject(new Refused(sentence));
  }

  private post(id: string, command: SessionCommand, isLeft: boolean): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.letters.push({ id, command, isLeft, failures: 0, tries: 0, silences: 0, resolve, reject });
      void this.sendNext();
    });
  }

  private async sendNext(): Promise<void> {
    const letter = this.letters[0];
    if (!this.open || this.sending || !letter) return;
    this.sending = letter;
    const { connection } = this;
    try {
      this.answered(letter, await this.send(letter.id, letter.command));
    } catch (why) {
      this.failed(letter, connection, why instanceof Unanswered);
    }
  }

  private answered(letter: Letter, reply: Reply): void {
    const at = this.letters.indexOf(letter);
    if (at < 0) return;
    this.letters.splice(at, 1);
    this.device?.drop(letter.id);
    if (this.sending === letter) this.sending = undefined;
    if (reply.seq === undefined) letter.reject(new Refused(reply.refused ?? NOT_TAKEN));
    else letter.resolve({ seq: reply.seq, my: reply.my });
    void this.sendNext();
  }

  /** Counts only while the connection stands, which sends the letter again by itself when it comes back. */
  private failed(letter: Letter, connection: number, isSilence: boolean): void {
    if (this.sending !== letter || !this.open || this.connection !== connection) return;
    letter.tries++;
    letter.silences = isSilence ? letter.silences + 1 : 0;
    if (letter.silences >= MAX_SILENCES) {
      this.deaf();
      return;
    }
    if (!isSilence && ++letter.failures >= MAX_FAILURES) {
      this.answered(letter, { refused: NOT_TAKEN });
      return;
    }
    this.retry(() => {
      if (this.sending !== letter || this.connection !== connection) return;
      this.sending = undefined;
      void this.sendNext();
    }, letter.failures);
  }
}
