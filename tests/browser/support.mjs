// What the tests in a browser share: Debian's Chromium, the accessibility and markup checks, screenshots.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import { chromium } from 'playwright-core';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** The build whose programs are tested: MEEDOEN_BUILD, or build/. */
export const build = process.env.MEEDOEN_BUILD ?? join(root, 'build');
/** The policy that the program sends; the gallery is tested under the same one. */
export const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export const desktop = { width: 1440, height: 900 }, tablet = { width: 1024, height: 768 },
    phone = { width: 360, height: 740 }, narrowest = { width: 320, height: 640 };

export function launch() {
    const found = [process.env.MEEDOEN_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => path && existsSync(path));
    assert.ok(found, 'Chromium is niet gevonden: apt-get install chromium');
    return chromium.launch({
        executablePath: found, headless: true,
        args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update',
            '--disable-sync', '--disable-dev-shm-usage'],
    });
}

/** A page of its own context that notes what goes wrong in it: script errors, refused by the policy, missing files. */
export async function openPage(browser, options = {}) {
    const context = await browser.newContext({ viewport: desktop, locale: 'nl-NL', ...options });
    const page = await context.newPage();
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(`script: ${error.message}`));
    page.on('console', (message) => {
        if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) page.faults.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => {
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') page.faults.push(`${request.url()}: ${request.failure()?.errorText}`);
    });
    return page;
}

// ---- checks ----

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** axe as the look asks for it (look.md §9.2): no finding at all. */
export async function checkAxe(page, where = page.url()) {
    await page.evaluate(axe.source);   // not as an element: the policy allows no inline script
    const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags }), rules);
    const words = violations.map((v) => `${v.id}: ${v.help}\n${v.nodes.slice(0, 4).map((n) => `    ${n.target.join(' ')}  ${n.html.slice(0, 160)}\n      ${n.failureSummary.replaceAll('\n', ' ')}`).join('\n')}`);
    assert.equal(violations.length, 0, `axe op ${where}:\n${words.join('\n')}`);
}

const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
        'no-redundant-role': 'off',        // a table that becomes cards keeps its meaning only by written roles
        'no-trailing-whitespace': 'off',   // what somebody typed may end in spaces
        'long-title': 'off',
        'aria-label-misuse': ['error', { allowAnyNamable: true }],   // a list or a fieldset may have a name
        'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
        'meta-refresh': 'off',             // only inside noscript, on a page that waits for a job
        'void-style': ['error', { style: 'omit' }],
        'no-raw-characters': ['error', { relaxed: true }],
        'no-inline-style': 'error',
        'require-sri': 'off',
        'prefer-native-element': ['error', { exclude: ['table', 'row', 'cell', 'rowgroup', 'columnheader', 'rowheader'] }],
    },
});
/** The markup as it came from the server. */
export async function checkMarkup(markup, where) {
    const report = await validator.validateString(markup);
    const words = report.results.flatMap((result) => result.messages.map((m) => `    ${m.line}:${m.column} ${m.ruleId}: ${m.message} (${m.selector})`));
    assert.equal(report.errorCount + report.warningCount, 0, `html-validate op ${where}:\n${words.slice(0, 20).join('\n')}`);
}

/** Only marked regions may scroll sideways. */
export async function checkNoSidewaysScroll(page, where = page.url()) {
    const { scroll, client, wide } = await page.evaluate(() => {
        const { scrollWidth: scroll, clientWidth: client } = document.documentElement;
        const wide = [...document.querySelectorAll('body *')]
            .filter((e) => e.getBoundingClientRect().right > client + 1 && !e.closest('.md-scroll, .md-tabs, .md-hidden'))
            .slice(0, 4).map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
        return { scroll, client, wide };
    });
    assert.ok(scroll <= client, `${where} is ${scroll} breed in een venster van ${client}: ${wide.join(', ')}`);
}

export async function setDetails(page, open) {
    await page.evaluate((wanted) => document.querySelectorAll('details').forEach((d) => { d.open = wanted; }), open);
}

/** Everything a finished page must pass, at the page's present width. */
export async function checkPage(page, where = page.url()) {
    const hasDetails = await page.locator('details').count() > 0;
    for (const open of hasDetails ? [false, true] : [false]) {
        await setDetails(page, open);
        await checkAxe(page, `${where}, details ${open ? 'open' : 'dicht'}`);
        await checkNoSidewaysScroll(page, where);
    }
    assert.deepEqual(page.faults, [], `fouten op ${where}`);
}

/** A picture for a person to look at, where MEEDOEN_SHOTS names a folder. */
export async function shoot(page, name, options = {}) {
    if (!process.env.MEEDOEN_SHOTS) return;
    mkdirSync(process.env.MEEDOEN_SHOTS, { recursive: true });
    await page.screenshot({ path: join(process.env.MEEDOEN_SHOTS, `${name}.png`), fullPage: true, ...options });
}

// ---- files as the program would serve them ----

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
/** Serves a folder on a free loopback port; returns { url, close }. */
export async function serveFolder(folder) {
    const server = createServer((request, response) => {
        const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/^(\.\.(\/|$))+/, '');
        const file = join(folder, path);
        if (!existsSync(file) || path.endsWith('/')) { response.writeHead(404).end(); return; }
        response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-security-policy': policy });
        response.end(readFileSync(file));
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((resolve) => server.close(resolve)) };
}

export function temporaryFolder() { return mkdtempSync(join(tmpdir(), 'meedoen-')); }
