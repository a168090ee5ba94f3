import { absoluteTime, elapsed, relativeTime } from './format';

/** `3 hours ago`, with the exact time on hover and for machines. */
export function RelativeTime(props: { at: string; elapsed?: boolean }) {
  return (
    <time
      dateTime={props.at}
      title={absoluteTime(props.at)}
      style={{ whiteSpace: 'nowrap' }}
    >
      {props.elapsed ? elapsed(props.at) : relativeTime(props.at)}
    </time>
  );
}
