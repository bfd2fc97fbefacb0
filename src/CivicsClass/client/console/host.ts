/** 'civics.school/join' of an address that may name the code as well. */
export function host(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/(\?code=.*|(?<=\/join)\/.*)$/, '');
}

/** An address that means "this computer": no student's device can reach it. */
export function isThisComputer(url: string): boolean {
  const name = host(url).replace(/\/.*$/, '').replace(/:\d+$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || /^127(\.\d+){3}$/.test(name);
}
