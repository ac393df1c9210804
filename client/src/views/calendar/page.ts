/** The page of the panel. It loads its own script and style alone, and reaches nothing else. */
export function pageOf(script: string, style: string, source: string, nonce: string, language: string): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}`
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<form id="choices"></form>
<main id="pictures"></main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`
}

/** Letters by which a page knows its own script, others each time. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
