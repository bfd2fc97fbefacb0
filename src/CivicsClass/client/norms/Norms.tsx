import type { MyNorms, NormsView } from '../contract';
import { announce } from '../parts/Announcer';
import { Early } from '../seat/Early';
import { useHeadingFocus, type StepProps } from '../seat/step';
import { useSending } from '../seat/useSending';

/** The class's discussion norms, accepted by each student before posting; also as the gate for those who come late. */
export function Norms({ live, step, head, view, my, mode, gate = false }: StepProps<NormsView, MyNorms> & { gate?: boolean }) {
  const { busy, refused, send } = useSending(live);
  const heading = useHeadingFocus(`${step}/${gate}/${my.accepted}`);
  const accept = async () => {
    if (await send({ kind: 'norms.accept', step })) announce('Saved. You have accepted the norms.');
  };
  return (
    <>
      <main id="main" class="page stack">
        <h1 ref={heading} tabIndex={-1}>{gate ? 'First, our norms' : 'How we talk with each other'}</h1>
        <p>{gate ? 'Read and accept these before you write. Then you go on where you were.' : 'Read each one. You can post in the debate once you have accepted them.'}</p>
        {my.accepted && <Early early={mode === 'closed' ? '' : head.early}>You have accepted the norms. {mode === 'closed' ? '' : 'Your teacher will go on when the class is ready.'}</Early>}
        <ol class="norms card">
          {view.norms.map((norm) => (
            <li key={norm}>{norm}</li>
          ))}
        </ol>
        {refused && <p class="error-box" role="alert">{refused}</p>}
      </main>
      {!my.accepted && (
        <footer class="foot">
          <button type="button" class="primary wide" disabled={busy} onClick={() => void accept()}>
            {busy ? 'Saving…' : 'I accept these norms'}
          </button>
        </footer>
      )}
      {my.accepted && !gate && (
        <footer class="foot">
          <span class="saved">Saved · accepted</span>
        </footer>
      )}
    </>
  );
}
