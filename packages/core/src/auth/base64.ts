const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 with padding. The hosts' own functions are not there in all of them. */
export const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += digits.charAt(bits >> 18) + digits.charAt((bits >> 12) & 63);
    text += second === undefined ? '=' : digits.charAt((bits >> 6) & 63);
    text += third === undefined ? '=' : digits.charAt(bits & 63);
  }
  return text;
};

/** Bytes as base64url without padding: no character that a URL or a form changes. */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** One character a byte of what base64url text holds; `undefined` when it is none. */
export const fromBase64url = (text: string): string | undefined => {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  let bytes = '';
  let bits = 0;
  let held = 0;
  for (const digit of text.replaceAll('-', '+').replaceAll('_', '/')) {
    bits = ((bits << 6) | digits.indexOf(digit)) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += String.fromCharCode((bits >> held) & 0xff);
  }
  return bytes;
};
