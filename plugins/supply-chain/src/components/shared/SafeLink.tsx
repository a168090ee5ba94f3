import { Link } from '@backstage/ui';

/**
 * A link whose target comes from a document. Anything but http and https stays
 * text, and the target never learns where the reader came from.
 */
export function SafeLink(props: { href?: string; children: string }) {
  const { href, children } = props;
  if (!href || !/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <Link
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      variant="body-medium"
    >
      {children}
    </Link>
  );
}
