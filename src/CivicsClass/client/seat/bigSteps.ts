/** The code of the large steps, one part each, of live help, and of texts with tables, images or footnotes. Each comes once it is wanted (Later.tsx). */
export const PARTS = {
  debate: () => import('../debates/part'),
  sourceCheck: () => import('../sourceChecks/part'),
  poll: () => import('../polls/part'),
  controversy: () => import('../controversies/part'),
  help: () => import('../help/part'),
  text: () => import('../readings/part'),
};

export type Kind = keyof typeof PARTS;
export type Part<K extends Kind> = Awaited<ReturnType<(typeof PARTS)[K]>>;
