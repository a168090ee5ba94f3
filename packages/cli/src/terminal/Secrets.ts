/** Texts that must not be printed, and their removal from what is. */
export class Secrets {
  readonly #texts = new Set<string>();

  /** Short texts hide nothing and would blank out innocent words. */
  add(text: string | undefined): void {
    const secret = text?.trim() ?? '';
    if (secret.length < 8) return;
    this.#texts.add(secret);
    this.#texts.add(JSON.stringify(secret).slice(1, -1));
    this.#texts.add(encodeURIComponent(secret));
  }

  removeFrom(text: string): string {
    let result = text;
    for (const secret of this.#texts) result = result.replaceAll(secret, '***');
    return result;
  }
}
