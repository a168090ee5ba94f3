import { useMessages } from '../../hooks/useMessages';
import { usePlace } from '../shared';
import { PasteFault } from './readPaste';

/** Says what is wrong with what was pasted, and where. It never quotes it. */
export function useFaultText() {
  const { t } = useMessages();
  const place = usePlace();
  return (fault: PasteFault): string => {
    switch (fault.code) {
      case 'json':
        return t(`pipelines.test.fault.${fault.wanted}`, {
          place: place(fault),
        });
      case 'parts':
        return t('pipelines.test.fault.parts', { parts: `${fault.parts}` });
      case 'number':
        return t('pipelines.test.fault.number', { name: fault.name });
      default:
        return t(`pipelines.test.fault.${fault.code}`);
    }
  };
}
