import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReasonView } from '../contract';
import type { Because } from './useQueue';

/** Why an argument goes back or away: 1 to 9 choose, Enter sends, Escape changes nothing. */
export function BecauseForm({ verb, reasons, onSend, onCancel }: { verb: 'return' | 'remove'; reasons: readonly ReasonView[]; onSend: (because: Because) => void; onCancel: () => void }) {
  const [chosen, choose] = useState<ReasonView>();
  const [note, setNote] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const name = useId();
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), [chosen]);

  const key = (event: KeyboardEvent) => {
    // No single-key shortcut acts while the teacher is choosing a reason.
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    if (event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const reason = /^[1-9]$/.test(event.key) ? reasons[Number(event.key) - 1] : undefined;
    if (!reason) return;
    event.preventDefault();
    choose(reason);
    form.current?.querySelectorAll('input')[Number(event.key) - 1]?.focus();
  };
  const send = (event: Event) => {
    event.preventDefault();
    if (chosen) onSend({ reason: chosen.id, note });
  };
  return (
    <form ref={form} class="because stack" onKeyDown={key} onSubmit={send}>
      <fieldset>
        <legend>{verb === 'return' ? 'What should the student work on?' : 'Remove it for good, because'}</legend>
        {reasons.map((reason, i) => (
          <label key={reason.id} class={chosen?.id === reason.id ? 'reason on' : 'reason'}>
            <input type="radio" name={name} checked={chosen?.id === reason.id} onChange={() => choose(reason)} />
            <span>{reason.label}</span>
            <kbd aria-hidden="true">{i + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <div aria-live="polite">
        {chosen && (
          <p class="reads"><span class="small">The student reads</span><br />{chosen.sentence}{verb === 'return' && chosen.starter && <><br /><span class="small">To go on from: {chosen.starter}</span></>}</p>
        )}
      </div>
      <label class="field"><span class="small">A note of your own, if you like</span>
        <textarea rows={1} maxLength={500} value={note} onInput={(e) => setNote(e.currentTarget.value)} />
      </label>
      {verb === 'remove' && <p class="small">A removed argument cannot be revised. Returning it lets the student try again.</p>}
      <div class="row wrap">
        <button type="submit" class="primary" disabled={!chosen}>{verb === 'return' ? 'Return it' : 'Remove it'} <kbd aria-hidden="true">Enter</kbd></button>
        <button type="button" onClick={onCancel}>Cancel</button>
      </div>
    </form>
  );
}
