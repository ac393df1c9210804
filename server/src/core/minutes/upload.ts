import { pictureName, withoutQuery } from './picture.ts'

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|upload_[0-9a-f]{32}'

/** Pads name what is uploaded themselves, and keep it in one place: that of HedgeDoc and CodiMD, or that of HackMD. */
const padUpload = new RegExp(
  `^https?://[^/\\s]+/(?!wp-content/)(?:[\\w.-]+/){0,2}uploads/(?:${id})\\.\\w+$|^https?://hackmd\\.io/_uploads/[\\w-]+\\.\\w+$`,
  'i',
)

/** Whether a URL is that of a picture which was uploaded to a pad. `prefixes` are those of `.minutes.json`, where it has them. */
export function isUpload(url: string, prefixes: readonly string[] | undefined): boolean {
  const place = withoutQuery(url)
  if (!pictureName(place)) return false
  if (!prefixes) return padUpload.test(place)
  return prefixes.some((prefix) => withoutScheme(place).startsWith(withoutScheme(prefix)))
}

/** The file that a picture is, or would be, stored as, on Windows too, which keeps some names for devices. */
export function storedName(url: string): string {
  return pictureName(url)
    .replace(/[^\p{L}\p{N}._-]/gu, '-')
    .replace(/^\./, '-')
    .replace(/^(?:aux|con|nul|prn|(?:com|lpt)[0-9¹²³])(?=\.)/i, '$&-')
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:/i, '')
}
