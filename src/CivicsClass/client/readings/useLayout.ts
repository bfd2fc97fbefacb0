import { Fragment, h, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ReadingText } from '../contract';
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

export type LayOut = (preact: { h: typeof h; Fragment: typeof Fragment }, what: LaidOut) => Layout;

let layOut: LayOut | undefined;

/** How lists, tables, footnotes and images stand. Fetched by the first text that has any; until then, and where it cannot be had, each piece is a paragraph. */
export function useLayout(what: LaidOut): Layout | undefined {
  const [, redraw] = useState(false);
  const plain = what.text.blocks.every(({ kind }) => /^[ph]/.test(kind));
  useEffect(() => {
    if (plain || layOut) return;
    // In a variable, so that the bundle leaves it out.
    const address = './layout.js';
    import(address).then(
      (module: { layOut: LayOut }) => {
        layOut = module.layOut;
        redraw(true);
      },
      () => {},
    );
  }, [plain]);
  return plain ? undefined : layOut?.({ h, Fragment }, what);
}
