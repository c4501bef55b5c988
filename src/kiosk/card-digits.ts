/** Whether a read code is one of our cards: 26 digits whose last two check the others (ISO 7064, MOD 97-10). Needs no network. */
export function isCard(read: string): boolean {
  return /^\d{26}$/.test(read) && BigInt(read) % 97n === 1n;
}
