/** The library's form for files: several one after the other, each with its report. Without this script the same form works by its button. */
const HERE = '/library/drafts/new?part=true&handler=';

const post = (handler: string, body: FormData) => fetch(HERE + handler, { method: 'POST', body });

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-files]')) {
  const reports = document.querySelector<HTMLElement>(form.dataset['files'] ?? '');
  const most = Number(form.dataset['most']);
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const status = form.querySelector<HTMLElement>('[data-progress]');
  const button = form.querySelector('button');
  const told = (file: File, sentence: string) => {
    const line = document.createElement('p');
    line.className = 'error-box';
    line.textContent = `${file.name}: ${sentence}`;
    reports?.append(line);
  };
  const send = async (file: File) => {
    if (file.size > most) return told(file, `Refused. It is larger than ${Math.floor(most / 1024 / 1024)} MB. Take the part that the class will read.`);
    const body = new FormData(form);
    body.delete('files');
    body.append('files', file);
    try {
      const answer = await post('Files', body);
      if (answer.ok && !answer.redirected) reports?.insertAdjacentHTML('beforeend', await answer.text());
      else told(file, 'It was not taken. Reload the page and try again.');
    } catch {
      told(file, 'It was not sent, because the server cannot be reached. Try again.');
    }
  };
  form.addEventListener('submit', async (event) => {
    const files = [...(input?.files ?? [])];
    if (files.length === 0 || !status || !button || !input) return;
    event.preventDefault();
    const [bar, words] = [status.querySelector('progress')!, status.querySelector('span')!];
    reports?.replaceChildren();
    status.hidden = false;
    button.disabled = true;
    bar.max = files.length;
    for (const [at, file] of files.entries()) {
      bar.value = at;
      words.textContent = `Reading file ${at + 1} of ${files.length}: ${file.name}`;
      await send(file);
    }
    bar.value = files.length;
    words.textContent = `${files.length === 1 ? 'The file is' : `All ${files.length} files are`} read. The reports are below.`;
    button.disabled = false;
    input.value = '';
  });
}
