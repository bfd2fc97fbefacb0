/** Puts an image where one types in a form's text. */
export function pictureInto(form: HTMLFormElement, then: () => void): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea.tall');
  const picture = form.querySelector<HTMLElement>('[data-picture]');
  const wrong = picture?.querySelector<HTMLElement>('[role=alert]');
  const say = (sentence: string) => {
    if (!wrong) return;
    wrong.hidden = sentence === '';
    wrong.textContent = sentence;
  };
  picture?.querySelector('button')?.addEventListener('click', async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch('/library/drafts/new?part=true&handler=Picture', { method: 'POST', body: new FormData(form) });
      const words = await answer.text();
      if (!answer.ok || answer.redirected || !text) return say(answer.status === 422 ? words : 'The image was not taken. It may be too large; if not, try again.');
      const at = text.selectionEnd;
      text.setRangeText(`${at > 0 ? '\n\n' : ''}${words}\n\n`, at, at, 'end');
      for (const input of picture.querySelectorAll('input')) input.value = '';
      say('');
      text.focus();
      then();
    } catch {
      say('The server cannot be reached. Try again.');
    }
  });
}
