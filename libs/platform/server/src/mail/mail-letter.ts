/** A language that messages are written in, as HTML names it. */
export type LetterLanguage = 'en' | 'es';

/** What a message says; {@link writeLetter} makes both of its forms. */
export interface Letter {
  /** Of all its words; English when left out. */
  language?: LetterLanguage;
  /** The one heading. */
  heading: string;
  /** Sentences before the link. */
  paragraphs: readonly string[];
  /** What to do, as the words of the link. */
  action?: { label: string; address: string };
  /** Sentences after the link. */
  notes?: readonly string[];
  /** Why the person gets it: stands at the end of every message. */
  reason: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character]!);

const paragraph = (text: string, style = ''): string => `<p style="margin:0 0 16px${style}">${escapeHtml(text)}</p>`;

/** The words of a letter as plain text and as HTML without images, readable at any width, in light and dark. */
export function writeLetter({ language = 'en', heading, paragraphs, action, notes = [], reason }: Letter): {
  text: string;
  html: string;
} {
  if (action && !/^https?:\/\//.test(action.address)) throw new Error('The link of a message must be a web address.');
  const link = action && `${action.label}:\n${action.address}`;
  const text = [heading, ...paragraphs, link, ...notes, `-- \n${reason}`].filter(Boolean).join('\n\n');
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(heading)}</title>
</head>
<body style="margin:0;padding:24px;font:16px/1.5 'Public Sans',Arial,sans-serif">
<main style="max-width:36em;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(heading)}</h1>
${paragraphs.map((words) => paragraph(words)).join('\n')}
${action ? `<p style="margin:0 0 16px"><a href="${escapeHtml(action.address)}" style="font-size:18px">${escapeHtml(action.label)}</a></p>` : ''}
${notes.map((words) => paragraph(words)).join('\n')}
<hr style="border:0;border-top:1px solid #6f7c88;margin:24px 0 16px">
${paragraph(reason, ';font-size:14px')}
</main>
</body>
</html>
`;
  return { text: `${text}\n`, html };
}
