// Renders saved pages with Playwright alone, in the way of bench/render: a context for each page, its scripts run,
// scrolled through, read and photographed whole. Usage: render-peer.mjs PLAYWRIGHT BROWSER DIR N
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const [, , module, browserPath, dir, count] = process.argv;
const { chromium } = createRequire(import.meta.url)(module);
const files = fs.readdirSync(dir).sort().slice(0, Number(count)).map((f) => path.join(dir, f));
const root = process.getuid && process.getuid() === 0;
const browser = await chromium.launch({ executablePath: browserPath, args: root ? ['--no-sandbox'] : [] });
let shown = 0, text = 0, pictures = 0;

const render = async (file) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    const body = fs.readFileSync(file);
    const at = 'https://saved.invalid/' + path.basename(file);
    await page.route('**/*', (route) =>
      route.request().url() === at ? route.fulfill({ contentType: 'text/html', body }) : route.abort('blockedbyclient'));
    await page.goto(at, { waitUntil: 'networkidle', timeout: 15000 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < Math.min(height, 20 * 900); y += 900) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await page.waitForTimeout(150);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForLoadState('networkidle');
    text += Buffer.byteLength(await page.content());
    pictures += (await page.screenshot({ fullPage: true, animations: 'disabled' })).length;
    shown++;
  } catch (e) {
    console.error(file + ': ' + String(e.message).split('\n')[0]);
  } finally {
    await context.close();
  }
};

await render(files[0]);
shown = text = pictures = 0;
const from = process.hrtime.bigint();
for (const file of files) await render(file);
const seconds = Number(process.hrtime.bigint() - from) / 1e9;
console.log(`playwright  ${shown} of ${files.length} pages, ${(seconds / files.length).toFixed(2)} s each, ` +
  `${(60 * files.length / seconds).toFixed(1)} a minute, ${(text / 1e3 / Math.max(1, shown)).toFixed(0)} kB of text and ` +
  `${(pictures / 1e3 / Math.max(1, shown)).toFixed(0)} kB of picture each`);
await browser.close();
