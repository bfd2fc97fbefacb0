import type { Block } from '../contract';

/** Blocks by their places: the items of a list, the head and rows of a table, and the footnotes stand together. */
export function runs(blocks: readonly Block[]): number[][] {
  const runs: number[][] = [];
  blocks.forEach(({ kind }, at) => {
    if (kind === 'row' || ((kind === 'list' || kind === 'note') && blocks[at - 1]?.kind === kind)) runs.at(-1)?.push(at);
    else runs.push([at]);
  });
  return runs;
}
