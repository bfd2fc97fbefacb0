import { useEffect, useState } from 'preact/hooks';

let isThere = false;

/** The step's own style sheet, which comes with its code and not with the page. */
export function useSheet(): boolean {
  const [, render] = useState(0);
  useEffect(() => {
    if (isThere) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../css/controversy.css', import.meta.url).href;
    // Without it the step is plain and still whole.
    link.onload = link.onerror = () => {
      isThere = true;
      render(1);
    };
    document.head.append(link);
  }, []);
  return isThere;
}
