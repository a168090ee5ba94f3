import { useDates } from '../../hooks/useDates';

/** `3 hours ago`, with the exact time on hover and for machines. */
export function RelativeTime(props: { at: string; elapsed?: boolean }) {
  const { ago, elapsed, full } = useDates();
  return (
    <time
      dateTime={props.at}
      title={full(props.at)}
      style={{ whiteSpace: 'nowrap' }}
    >
      {props.elapsed ? elapsed(props.at) : ago(props.at)}
    </time>
  );
}
