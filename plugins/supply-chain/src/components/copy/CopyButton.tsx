import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useMessages } from '../../hooks/useMessages';
import { useCopy } from './useCopy';

/** Copies a text and says so, by icon and by name. */
export function CopyButton(props: { text: string; label: string }) {
  const { text, label } = props;
  const { t } = useMessages();
  const { copied, copy } = useCopy(text);
  const name = copied ? t('tab.copied') : label;
  return (
    <TooltipTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={name}
        icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      />
      <Tooltip>{name}</Tooltip>
    </TooltipTrigger>
  );
}
