import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { Output } from '@hotpass/backstage-plugin-supply-chain-common';
import { RiArrowDownSLine } from '@remixicon/react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { useMessages } from '../../hooks/useMessages';
import { CopyButton } from '../copy';
import tab from './EntityTab.module.css';
import styles from './Toolbar.module.css';

/** `sha256:9f2c…e1`: enough to recognise, never enough to rely on. */
function short(digest: string) {
  const hex = digest.slice(digest.indexOf(':') + 1);
  return `${hex.slice(0, 4)}…${hex.slice(-2)}`;
}

/** What the release is made of, by digest; copies the whole digest. */
export function OutputDigests(props: { outputs: Output[] }) {
  const { outputs } = props;
  const { t } = useMessages();
  const [, copy] = useCopyToClipboard();
  const [first, ...more] = outputs;
  if (!first) return null;
  if (more.length === 0) {
    return (
      <div className={styles.digest}>
        <span className={tab.secondary}>{t('tab.digest.label')}</span>
        <code title={`${first.digest} (${t(`tab.digest.${first.authority}`)})`}>
          {short(first.digest)}
        </code>
        <CopyButton
          text={first.digest}
          label={t('tab.digest.copy', { name: first.name })}
        />
      </div>
    );
  }
  return (
    <MenuTrigger>
      <Button size="small" variant="tertiary" iconEnd={<RiArrowDownSLine />}>
        {t('tab.digest.more', { count: outputs.length })}
      </Button>
      <Menu onAction={key => copy(String(key))}>
        {outputs.map(({ name, digest, authority }) => (
          <MenuItem key={digest} id={digest} textValue={name}>
            {name} {short(digest)} · {t(`tab.digest.${authority}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
