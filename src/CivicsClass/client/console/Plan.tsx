import type { StepStatus } from '../contract';
import { type Desk, once } from './desk';

const STATUS: Record<StepStatus, string> = { upcoming: '', open: 'now', closed: 'done', skipped: 'skipped' };

/** Every step of the lesson: open any of them, open one again, skip one. */
export function Plan({ desk }: { desk: Desk }) {
  const { view, ask } = desk;
  const { stepOrder, steps, phase, current } = view.class;
  return (
    <details class="card plan" open={phase === 'lobby'}>
      <summary><h2>All steps</h2></summary>
      <ol>
        {stepOrder.map((id, i) => {
          const step = steps[id]!;
          const can = phase !== 'ended';
          return (
            <li key={id} aria-current={step.status === 'open' ? 'step' : undefined}>
              <span class="number">{i + 1}</span>
              <span class="planTitle">{step.title}<small>{[step.minutes > 0 ? `${step.minutes} min` : '', STATUS[step.status]].filter(Boolean).join(' · ')}</small></span>
              {can && step.status === 'open' && <button type="button" class="small-button" onClick={once(() => ask({ kind: 'step.close' }))}>Close</button>}
              {can && step.status !== 'open' && (
                <button type="button" class="small-button" onClick={once(() => ask({ kind: 'step.open', step: id }))} aria-label={`${step.status === 'upcoming' ? 'Open' : 'Open again'}: ${step.title}`}>
                  {step.status === 'upcoming' ? 'Open' : 'Open again'}
                </button>
              )}
              {can && (step.status === 'upcoming' || id === current) && <button type="button" class="small-button quiet" onClick={once(() => ask({ kind: 'step.skip', step: id }))} aria-label={`Skip: ${step.title}`}>Skip</button>}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
