import { arrayAt, objectAt, stringAt } from '../../json';

/**
 * One expression for a component's licences. Several entries hold together (AND).
 * Where some are concluded by a person or tool, those replace the declared ones.
 *
 * @internal
 */
export function licenceOf(component: unknown): string | undefined {
  const all = arrayAt(component, 'licenses');
  if (all.length < 2) return textOf(all[0]);
  const choices = all.flatMap(choice => {
    const text = textOf(choice);
    const acknowledgement =
      stringAt(choice, 'acknowledgement') ??
      stringAt(objectAt(choice, 'license'), 'acknowledgement');
    return text === undefined
      ? []
      : { text, concluded: acknowledgement === 'concluded' };
  });
  const concluded = choices.filter(choice => choice.concluded);
  const texts = [
    ...new Set((concluded.length > 0 ? concluded : choices).map(c => c.text)),
  ];
  if (texts.length < 2) return texts[0];
  return texts
    .map(text => (/\s(?:OR|or)\s/.test(text) ? `(${text})` : text))
    .join(' AND ');
}

function textOf(choice: unknown): string | undefined {
  const license = objectAt(choice, 'license');
  const text =
    stringAt(choice, 'expression') ??
    stringAt(license, 'id') ??
    stringAt(license, 'name') ??
    stringAt(license, 'url');
  return text?.trim();
}
