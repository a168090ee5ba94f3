/** The payload of a DSSE envelope, bare or in a bundle; nothing is verified. */
export function payloadOf(text: string): Buffer | undefined {
  try {
    const json = JSON.parse(text);
    const { payload } = json.dsseEnvelope ?? json;
    return typeof payload === 'string'
      ? Buffer.from(payload, 'base64')
      : undefined;
  } catch {
    return undefined;
  }
}
