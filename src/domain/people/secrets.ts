/** Keys that live beside the data, never in the database: a stolen database alone does not give PINs away or make passes. */
export interface Secrets {
  /** Keys the HMAC of PINs and one-time codes. */
  pepper: Buffer;
  /** Signs passes. */
  passKey: Buffer;
  /** P-256 private key, 32 bytes: opens what kiosks sealed. It must travel with every backup. */
  outboxKey: Buffer;
}
