const KEY = 'supply-chain-demo-persona';

/** Who was entered as in this tab before it was loaded again. */
export function keptPersona(known: readonly string[]): string | undefined {
  const kept = sessionStorage.getItem(KEY);
  return known.find(persona => persona === kept);
}

export function keepPersona(persona: string): void {
  sessionStorage.setItem(KEY, persona);
}

export function forgetPersona(): void {
  sessionStorage.removeItem(KEY);
}
