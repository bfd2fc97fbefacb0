import { useState } from 'preact/hooks';
import { Field } from './Field';
import { MAX, type Field as Name, type Form } from './form';
import type { Started } from './starters';

interface Props {
  form: Form;
  starters: Record<Started, string[]>;
  wrong: Partial<Record<Name, string>>;
  change: (part: Partial<Form>) => void;
}

/** What the other side would say, and the answer to it: folded away until wanted, and never while something stands in it. */
export function Counter({ form, starters, wrong, change }: Props) {
  const [wanted, want] = useState(false);
  const isFilled = Boolean(form.counterclaim || form.answer || wrong.counterclaim || wrong.answer);
  if (!wanted && !isFilled)
    return (
      <p>
        <button type="button" class="quiet back" onClick={() => want(true)}>
          Add a counterclaim and your answer (if you like)
        </button>
      </p>
    );
  return (
    <fieldset class="field stack counter">
      <legend class="label">The other side (if you like)</legend>
      <Field id="counterclaim" label="What would the other side say?" hint="In its strongest form, so that they would say: yes, that is our point." value={form.counterclaim} max={MAX.counterclaim} rows={2} starters={starters.counterclaim} error={wrong.counterclaim} change={(counterclaim) => change({ counterclaim })} />
      <Field id="answer" label="Your answer to it" value={form.answer} max={MAX.answer} rows={3} starters={starters.answer} error={wrong.answer} change={(answer) => change({ answer })} />
    </fieldset>
  );
}
