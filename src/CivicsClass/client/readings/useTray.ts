import { useReducer, useRef, useState } from 'preact/hooks';
import type { ClassView, MyView } from '../contract';
import { announce } from '../parts/Announcer';
import { findPassage, tray, type Passage, type StudentLive } from '../seat/step';
import { Keeping, type Change } from './keeping';

export interface TrayEntry extends Passage {
  saving: boolean;
  refused: string | undefined;
}

/** A change of the tray that the server refused. */
export type NotTaken = Passage & Pick<Change, 'keep'> & { why: string };

const SAYS = { kept: 'Kept in your evidence tray.', dropped: 'Taken out of your evidence tray.' };

/** The evidence tray: what the server holds, and beside it what is on its way there. */
export function useTray(live: StudentLive, lesson: ClassView, me: MyView) {
  const [, render] = useReducer<number, void>((n) => n + 1, 0);
  const latest = useRef(lesson);
  latest.current = lesson;
  const [keeping] = useState(
    () =>
      new Keeping((passage, keep) => {
        const step = findPassage(latest.current, passage)?.step;
        return step ? live.do({ kind: keep ? 'reading.keep' : 'reading.drop', step, passage }) : Promise.resolve();
      }, () => render()),
  );
  const stored = tray(lesson, me);
  const isKept = (passage: string) => stored.some(({ id }) => id === passage);
  const left = live.left.waiting('reading.keep', 'reading.drop').map(({ passage }) => passage);
  const isSaving = (passage: string) => keeping.isSaving(passage) || left.includes(passage);
  const leftComing = live.left.waiting('reading.keep').map(({ passage }) => passage);
  const coming = [...new Set([...leftComing, ...keeping.coming])].filter((passage) => !isKept(passage)).flatMap((passage) => findPassage(lesson, passage) ?? []);
  const entries: TrayEntry[] = [...stored, ...coming].map((passage) => ({ ...passage, saving: isSaving(passage.id), refused: keeping.refusal(passage.id) }));
  const toggle = async (passage: string) => {
    const outcome = await keeping.toggle(passage, isKept(passage) || leftComing.includes(passage));
    if (outcome === 'kept' || outcome === 'dropped') announce(SAYS[outcome]);
  };
  return {
    entries,
    kept: stored.length,
    isKept,
    isSaving,
    refusal: (passage: string) => keeping.refusal(passage),
    refused: keeping.refused.flatMap(({ passage, keep, sentence: why }): NotTaken[] => {
      const found = findPassage(lesson, passage);
      return found ? [{ ...found, keep, why }] : [];
    }),
    read: (passage: string) => keeping.read(passage),
    /** The text was left; what was refused stood beside its sentence. */
    leave: (reading: string) => keeping.refused.filter(({ passage }) => passage.startsWith(`${reading}.`)).forEach(({ passage }) => keeping.read(passage)),
    toggle: (passage: string) => void toggle(passage),
  };
}

export type Tray = ReturnType<typeof useTray>;
