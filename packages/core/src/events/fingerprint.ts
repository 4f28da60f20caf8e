const hex = (part: number): string => (part >>> 0).toString(16).padStart(8, '0');

const folded = (high: number, low: number): readonly [number, number] => {
  const first = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return [first, Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)];
};

/**
 * 128 bits that tell texts apart, as 32 hex digits. Not a cryptographic hash: whoever may write the text can forge it.
 * Pairs of characters go into two lanes of 64 bits in turn.
 */
export const fingerprint = (content: string): string => {
  let evenHigh = 0xdeadbeef ^ content.length;
  let evenLow = 0x41c6ce57;
  let oddHigh = 0x9e3779b9;
  let oddLow = 0x85ebca6b ^ content.length;
  // Past the end a character is NaN, which counts as 0; the length is in both lanes.
  for (let index = 0; index < content.length; index += 4) {
    const even = content.charCodeAt(index) | (content.charCodeAt(index + 1) << 16);
    const odd = content.charCodeAt(index + 2) | (content.charCodeAt(index + 3) << 16);
    evenHigh = Math.imul(evenHigh ^ even, 2654435761);
    evenLow = Math.imul(evenLow ^ even, 1597334677);
    oddHigh = Math.imul(oddHigh ^ odd, 2654435761);
    oddLow = Math.imul(oddLow ^ odd, 1597334677);
  }
  const [high, low] = folded(evenHigh ^ oddLow, evenLow ^ Math.imul(oddHigh, 5));
  const [higher, lower] = folded(oddHigh ^ Math.imul(evenLow, 3), oddLow ^ Math.imul(evenHigh, 7));
  return [high, low, higher, lower].map(hex).join('');
};
