import { useRef, useState } from 'preact/hooks';
import type { StudentCommand } from '../contract';
import { Refused } from '../live/outbox';
import { announce } from '../parts/Announcer';
import type { StudentLive } from './step';

export interface Sending {
  /** Something is on its way and not stored yet. */
  busy: boolean;
  /** The server's sentence, until something is sent again. */
  refused: string | undefined;
  /** @returns whether the server has stored it. */
  send(command: StudentCommand): Promise<boolean>;
}

/** Sends commands one by one and keeps what the server says to them. */
export function useSending(live: StudentLive): Sending {
  const [state, set] = useState<{ busy: boolean; refused?: string }>({ busy: false });
  const onTheWay = useRef(0);
  const send = async (command: StudentCommand) => {
    onTheWay.current++;
    set({ busy: true });
    let refused: string | undefined;
    try {
      await live.do(command);
    } catch (why) {
      refused = why instanceof Refused ? why.sentence : String(why);
      announce(refused);
    }
    onTheWay.current--;
    set((before) => ({ busy: onTheWay.current > 0, refused: refused ?? (onTheWay.current > 0 ? before.refused : undefined) }));
    return refused === undefined;
  };
  return { busy: state.busy, refused: state.refused, send };
}

