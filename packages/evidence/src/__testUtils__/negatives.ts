/*
 * What may be wrong with a bundle, made from a good one. Each is a copy.
 */

/** A copy with something done to it. */
export function changed(bundle: any, change: (copy: any) => void): any {
  const copy = structuredClone(bundle);
  change(copy);
  return copy;
}

export const bytesOf = (value: unknown): Buffer =>
  Buffer.from(JSON.stringify(value));

export function withoutLog(bundle: any): any {
  return changed(bundle, ({ verificationMaterial }) => {
    verificationMaterial.tlogEntries = [];
  });
}

/** Neither a time stamp nor a log that promises inclusion. */
export function withoutTime(bundle: any): any {
  return changed(bundle, ({ verificationMaterial }) => {
    verificationMaterial.timestampVerificationData = {};
    for (const entry of verificationMaterial.tlogEntries ?? []) {
      delete entry.inclusionPromise;
    }
  });
}

/** The payload as text, changed; everything else stays. */
export function withPayload(
  bundle: any,
  change: (text: string) => string,
): any {
  return changed(bundle, ({ dsseEnvelope }) => {
    const text = Buffer.from(dsseEnvelope.payload, 'base64').toString();
    dsseEnvelope.payload = Buffer.from(change(text)).toString('base64');
  });
}

/** Speaks about something else. */
export function withOtherSubject(bundle: any): any {
  return withPayload(bundle, text =>
    text.replace(/[0-9a-f]{64}/, 'f'.repeat(64)),
  );
}

/** The signature of another bundle. */
export function withSignatureOf(bundle: any, other: any): any {
  return changed(bundle, ({ dsseEnvelope }) => {
    dsseEnvelope.signatures[0].sig = other.dsseEnvelope.signatures[0].sig;
  });
}

/** The way to everything in a document, but the document itself. */
export function placesIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [...way, key],
    ...placesIn(inner, [...way, key]),
  ]);
}

/** Changes what is at a place, where an earlier change has left any. */
export function put(document: any, place: string[], value: unknown): void {
  let holder = document;
  for (const key of place.slice(0, -1)) holder = holder?.[key];
  if (typeof holder !== 'object' || holder === null) return;
  if (value === undefined) delete holder[place.at(-1)!];
  else holder[place.at(-1)!] = value;
}
