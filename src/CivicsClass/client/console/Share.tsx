import type { ComponentChildren } from 'preact';

/** A labelled bar. Neutral unless `side` says whose it is. */
export function Share({ label, value, of, words, side }: { label: ComponentChildren; value: number; of: number; words?: string; side?: string }) {
  const percent = of > 0 ? Math.min(100, Math.round((100 * value) / of)) : 0;
  return (
    <div class={side ? `share ${side}` : 'share'}>
      <div class="row between small"><span>{label}</span><span class="figure">{words ?? `${value} of ${of}`}</span></div>
      <div class="bar" aria-hidden="true"><i style={{ width: `${percent}%` }} /></div>
    </div>
  );
}
