import { chromium } from 'playwright-core'
import { installBrowser } from '../../scripts/machine.mjs'

/** Opens the machine's browser, without a window and with an empty profile. */
export function openBrowser() {
  return chromium.launch({
    executablePath: installBrowser(),
    args: ['--disable-gpu', '--disable-quic', '--disable-sync'],
  })
}
