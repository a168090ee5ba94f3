import { TextField } from '@backstage/ui';

/** A day, chosen from the browser's own calendar. */
export function DayField(props: {
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <TextField
      isRequired
      // The component's types name text fields only; the field itself takes any
      type={'date' as 'text'}
      label={props.label}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
