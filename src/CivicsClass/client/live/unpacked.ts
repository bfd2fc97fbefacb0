import type { Entered } from './views';

/** A view as it comes: a large one in gzip and base64. */
export interface Sent extends Entered {
  packed?: string;
}

/** Told when entering, beside the versions; an old browser gets its views as they are. */
export const CAN_UNPACK: Record<string, []> = typeof DecompressionStream === 'function' ? { gzip: [] } : {};

export async function unpacked(views: Record<string, Sent>): Promise<Record<string, Entered>> {
  for (const sent of Object.values(views))
    if (sent.packed) {
      const bytes = Uint8Array.from(atob(sent.packed), (letter) => letter.charCodeAt(0));
      sent.view = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
    }
  return views;
}
