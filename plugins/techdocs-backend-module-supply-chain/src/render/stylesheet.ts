/**
 * The reader of TechDocs waits for a sheet of this name, and drops every other one.
 * Colours are the reader's own variables, so that pages follow the portal's theme.
 */
export const STYLESHEET_PATH = 'assets/stylesheets/main.5c0fbeef.min.css';

/** Everything the pages need; nothing is fetched from elsewhere. */
export const STYLESHEET = `.sc-page{max-width:76rem;margin:0 auto;padding:0 1.2rem 3rem;color:var(--md-default-fg-color,#1a1a1a);font-family:inherit;font-size:.95rem;line-height:1.55}
.sc-nav{display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:.6rem 0;margin:0 0 1rem;border-bottom:1px solid var(--md-default-fg-color--lighter,#ccc)}
.sc-nav a{padding:.15rem 0;text-decoration:none;color:var(--md-typeset-a-color,#0b57d0)}
.sc-nav a[aria-current]{font-weight:700;color:inherit;border-bottom:2px solid currentColor}
.sc-page a{color:var(--md-typeset-a-color,#0b57d0)}
.sc-page h1{font-size:1.7rem;line-height:1.25;margin:.6rem 0 .4rem;overflow-wrap:anywhere}
.sc-page h2{font-size:1.2rem;margin:1.8rem 0 .5rem}
.sc-page p{margin:.5rem 0;overflow-wrap:anywhere}
.sc-page table{border-collapse:collapse;font-size:.9rem;display:table}
.sc-scroll{overflow-x:auto;margin:.6rem 0}
.sc-scroll table{width:100%}
.sc-scroll td:has(code){min-width:14rem}
.sc-page th,.sc-page td{border-bottom:1px solid var(--md-default-fg-color--lightest,#ddd);padding:.4rem .7rem .4rem 0;text-align:left;vertical-align:top;overflow-wrap:break-word}
.sc-page thead th{color:var(--md-default-fg-color--light,#555);font-weight:600;white-space:nowrap}
.sc-facts th{font-weight:600;color:var(--md-default-fg-color--light,#555);min-width:9rem;width:11rem}
.sc-page code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.85em;overflow-wrap:anywhere;white-space:pre-wrap;background:none;padding:0}
.sc-verdict{border-left:4px solid var(--md-default-fg-color--light,#666);padding:.5rem .9rem;margin:.8rem 0;background:var(--md-default-bg-color--light,#f2f2f2)}
.sc-verdict strong{font-size:1.05rem}
.sc-note{color:var(--md-default-fg-color--light,#555);font-size:.9rem}
.sc-parts{display:flex;flex-wrap:wrap;gap:.2rem .7rem;margin:.6rem 0}
.sc-parts [aria-current]{font-weight:700}
@media(max-width:600px){.sc-page{padding:0 .2rem 2rem}.sc-facts th,.sc-facts td{display:block;width:auto;border-bottom:0;padding:.1rem 0}.sc-facts td{border-bottom:1px solid var(--md-default-fg-color--lightest,#ddd);padding-bottom:.5rem}}
@media print{.sc-page{max-width:none;padding:0;color:#000;font-size:10pt}.sc-nav,.sc-parts{display:none}.sc-page a{color:#000;text-decoration:none}.sc-scroll{overflow:visible}.sc-page thead{display:table-header-group}.sc-page tr,.sc-verdict{break-inside:avoid}.sc-page h2{break-after:avoid}}
`;
