import { useCallback, useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

const SHOWN_MS = 2000;

/** Copies a text; `copied` stays true for two seconds. */
export function useCopy(text: string) {
  const [, copyToClipboard] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = useCallback(() => {
    copyToClipboard(text);
    setCopied(true);
  }, [copyToClipboard, text]);
  return { copied, copy };
}
