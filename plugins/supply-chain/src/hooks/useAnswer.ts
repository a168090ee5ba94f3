import { useCallback, useEffect, useRef, useState } from 'react';

/** How far a question has come. */
export type Answer<Q, A> =
  | { step: 'idle' }
  | { step: 'asking' }
  | { step: 'done'; question: Q; answer: A }
  | { step: 'failed'; error: Error };

/** Asks when told to, not when shown; a new question ends the one before. */
export function useAnswer<Q, A>(
  request: (question: Q, signal: AbortSignal) => Promise<A>,
) {
  const controller = useRef<AbortController>();
  const latest = useRef(request);
  latest.current = request;
  const [answer, setAnswer] = useState<Answer<Q, A>>({ step: 'idle' });
  useEffect(() => () => controller.current?.abort(), []);
  const reset = useCallback(() => {
    controller.current?.abort();
    setAnswer({ step: 'idle' });
  }, []);
  const ask = useCallback(async (question: Q) => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setAnswer({ step: 'asking' });
    try {
      const found = await latest.current(question, signal);
      if (!signal.aborted) setAnswer({ step: 'done', question, answer: found });
    } catch (error) {
      if (signal.aborted) return;
      setAnswer({ step: 'failed', error: error as Error });
    }
  }, []);
  return { answer, ask, reset };
}
