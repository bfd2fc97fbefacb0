import type { ComponentChildren } from 'preact';
import type { ReadingText } from '../contract';
import { usePart } from '../seat/Later';
import type { Tray } from './useTray';

export interface LaidOut {
  room: string;
  reading: string;
  text: ReadingText;
  tray: Tray;
  keep(passage: string, label: string): ComponentChildren;
}

export interface Layout {
  /** Words in which a footnote's number, "[3]", leads to the footnote. */
  marked(words: string): ComponentChildren;
  blocks(paragraph: (at: number) => ComponentChildren): ComponentChildren;
}

/** How lists, tables, footnotes and images stand. Most texts have none of them; until the code for them is there, each piece is a paragraph. */
export function useLayout(what: LaidOut): Layout | undefined {
  return usePart('text', what.text.blocks.some(({ kind }) => !/^[ph]/.test(kind)))?.layOut(what);
}
