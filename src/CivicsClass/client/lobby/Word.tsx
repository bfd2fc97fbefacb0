import { useRef, useState } from 'preact/hooks';
import { announce } from '../parts/Announcer';

/** The recovery word: with it a student comes back as the same person on another device. */
export function Word({ word }: { word: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(word);
      setCopied(true);
      announce('Copied.');
    } catch {
      announce('Copying is not possible here. Write the word down.');
    }
  };
  return (
    <section class="word" aria-labelledby="word-title">
      <h2 id="word-title" class="small">Your recovery word</h2>
      <div class="row between">
        <strong class="the-word" translate={false}>{word}</strong>
        {typeof navigator.clipboard === 'object' && (
          <button type="button" onClick={() => void copy()}>
            {copied ? 'Copied' : 'Copy'}
          </button>
        )}
      </div>
      <p class="small">Write it down. If this device fails, join on another one with this word and go on where you were.</p>
    </section>
  );
}

/** One line while the lesson runs, for who has not put the word away yet; open only for who never saw it in the lobby. */
export function WordStrip({ word, open, done }: { word: string; open: boolean; done: () => void }) {
  return (
    <details class="word-strip" open={open}>
      <summary>Recovery word</summary>
      <div class="row between">
        <span>
          <strong translate={false}>{word}</strong>. Write it down: with it you can go on with another device.
        </span>
        <button type="button" onClick={done}>
          I have it
        </button>
      </div>
    </details>
  );
}

/** On a shared device: the way out of somebody else's seat. The page behind it asks first. */
export function NotYou({ session, alias }: { session: string; alias: string }) {
  return (
    <p class="small">
      <a class="not-you" href={`/s/${session}/leave`}>
        Not <span translate={false}>{alias}</span>? Join as yourself
      </a>
    </p>
  );
}

/** Who one is in this class, behind a button in the corner. */
export function WordDialog({ session, alias, word }: { session: string; alias: string; word: string | undefined }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="quiet me" aria-label={`You are ${alias}`} onClick={() => dialog.current?.showModal()}>
        <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
          <circle cx="12" cy="8" r="4" />
          <path d="M4 21c1-5 4-7 8-7s7 2 8 7" />
        </svg>
      </button>
      <dialog class="sheet" ref={dialog} aria-labelledby="me-title">
        <h2 id="me-title">
          You are <span translate={false}>{alias}</span>
        </h2>
        <p>This is the name the class sees.</p>
        {word ? <Word word={word} /> : <p>To go on with another device, ask your teacher for a re-entry code.</p>}
        <NotYou session={session} alias={alias} />
        <form method="dialog">
          <button>Close</button>
        </form>
      </dialog>
    </>
  );
}
