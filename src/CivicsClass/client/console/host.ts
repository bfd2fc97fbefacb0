/** 'civics.school/join' of an address that may name the code as well. */
export function host(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/(\?code=.*|(?<=\/join)\/.*)$/, '');
}
