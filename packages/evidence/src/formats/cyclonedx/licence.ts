import { arrayAt, objectAt, stringAt } from '../../json';

/**
 * One expression for a component's licences. Several entries hold together (AND).
 * Where some are concluded by a person or tool, those replace the declared ones.
 *
 * @internal
 */
export function licenceOf(component: unknown): string | undefined {
  const choices = arrayAt(component, 'licenses').flatMap(choice => {
    const license = objectAt(choice, 'license');
    const text =
      stringAt(choice, 'expression') ??
      stringAt(license, 'id') ??
      stringAt(license, 'name') ??
      stringAt(license, 'url');
    const acknowledgement =
      stringAt(choice, 'acknowledgement') ??
      stringAt(license, 'acknowledgement');
    return text
      ? { text: text.trim(), concluded: acknowledgement === 'concluded' }
      : [];
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
