import { useState } from 'preact/hooks';
import type { ClassView, MyView } from '../contract';
import type { Sending } from '../seat/useSending';
import { findPassage } from '../seat/step';
import { announce } from '../parts/Announcer';

/** The evidence tray as the student means it: what the server holds and what is on its way there. */
export function useTray(lesson: ClassView, me: MyView, sending: Sending) {
  const [meant, mean] = useState<Record<string, boolean>>({});
  const isKept = (passage: string) =>
    meant[passage] ?? Object.values(me.steps).some((mine) => mine.kind === 'reading' && mine.tray.includes(passage));
  const toggle = async (passage: string) => {
    const step = findPassage(lesson, passage)?.step;
    if (!step) return;
    const keep = !isKept(passage);
    mean((before) => ({ ...before, [passage]: keep }));
    if (await sending.send({ kind: keep ? 'reading.keep' : 'reading.drop', step, passage })) announce(keep ? 'Kept in your evidence tray.' : 'Taken out of your evidence tray.');
    mean(({ [passage]: done, ...rest }) => (done === keep || done === undefined ? rest : { ...rest, [passage]: done }));
  };
  return { isKept, toggle };
}
