// Every component, on sample pages of invented people: markup, accessibility and width, before any real page exists.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build, checkMarkup, checkNoSidewaysScroll, checkPage, desktop, launch, narrowest, openPage, phone, serveFolder, setDetails, shoot, tablet,
    temporaryFolder } from './support.mjs';

const folder = temporaryFolder();
execFileSync(join(build, 'gallery'), [folder]);
const pages = readdirSync(join(folder, 'nl')).map((name) => name.replace('.html', ''));

describe('gallery', { concurrency: 2 }, () => {
    let browser, site;
    before(async () => {
        browser = await launch();
        site = await serveFolder(folder);
    });
    after(async () => {
        await browser.close();
        await site.close();
    });
    const at = async (name, options, taal = 'nl') => {
        const page = await openPage(browser, options);
        await page.goto(`${site.url}/${taal}/${name}.html`);
        return page;
    };

    for (const name of pages) {
        test(`${name}: the markup is valid`, async () => {
            for (const taal of ['nl', 'en']) await checkMarkup(readFileSync(join(folder, taal, `${name}.html`), 'utf8'), `${taal}/${name}`);
        });
        test(`${name}: axe finds nothing, nothing sticks out`, async () => {
            for (const viewport of [desktop, phone]) {
                const page = await at(name, { viewport });
                await shoot(page, `${name}-${viewport.width}`);
                await checkPage(page, `${name}, ${viewport.width} px`);
                await page.context().close();
            }
        });
        test(`${name}: fits at 1024 and 320 px, and with text at twice the size`, async () => {
            for (const [viewport, size] of [[tablet, '100%'], [narrowest, '100%'], [{ width: 720, height: 900 }, '200%']]) {
                const page = await at(name, { viewport });
                await page.evaluate((wanted) => { document.documentElement.style.fontSize = wanted; }, size);
                await setDetails(page, true);
                await shoot(page, `${name}-${viewport.width}-text-${size.replace('%', '')}`);
                await checkNoSidewaysScroll(page, `${name}, ${viewport.width} px, ${size}`);
                await page.context().close();
            }
        });
        test(`${name}: fits from right to left, in forced colours, and without script`, async () => {
            const mirrored = await at(name, { viewport: phone });
            await mirrored.evaluate(() => { document.documentElement.dir = 'rtl'; });
            await shoot(mirrored, `${name}-rtl`);
            await checkNoSidewaysScroll(mirrored, `${name}, rtl`);
            await mirrored.context().close();
            const forced = await at(name, { forcedColors: 'active', reducedMotion: 'reduce' });
            await shoot(forced, `${name}-forced-colors`);
            await checkNoSidewaysScroll(forced, `${name}, forced colours`);
            await forced.context().close();
            const plain = await at(name, { javaScriptEnabled: false });
            assert.equal(await plain.locator('h1').count(), 1);
            await plain.context().close();
        });
    }

    test('the keyboard reaches the content first, then everything in order, and the focus is always in sight', async () => {
        const page = await at('mijn-werk');
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Naar de inhoud');
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'inhoud');
        for (let stop = 0; stop < 60; stop++) {
            await page.keyboard.press('Tab');
            const seen = await page.evaluate(() => {
                const element = document.activeElement;
                if (element === document.body) return 'end';
                const box = element.getBoundingClientRect();
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                const ring = getComputedStyle(element).outlineStyle !== 'none';
                return ring && top && (element.contains(top) || top.contains(element)) ? 'seen' : element.outerHTML.slice(0, 120);
            });
            if (seen === 'end') break;
            assert.equal(seen, 'seen');
        }
        await page.context().close();
    });

    test('"/" goes to the search box, but not while typing', async () => {
        const page = await at('formulier');
        await page.locator('#naam').focus();
        await page.keyboard.type('a/b');
        assert.equal(await page.locator('#naam').inputValue(), 'a/b');
        await page.locator('main').focus();
        await page.keyboard.press('/');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'zoek');
        assert.equal(await page.locator('#zoek').inputValue(), '');
        await page.context().close();
    });

    test('a refused form: reading starts at the summary, and every line leads to its field', async () => {
        const page = await at('formulier-fout');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'fouten');
        const targets = await page.locator('#fouten a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
        assert.equal(targets.length, 6);
        for (const target of targets) {
            await page.locator(`#fouten a[href="${target}"]`).click();
            const field = await page.evaluate(() => ({ id: document.activeElement.id, invalid: document.activeElement.getAttribute('aria-invalid') }));
            assert.deepEqual(field, { id: target.slice(1), invalid: 'true' });
        }
        await page.context().close();
    });

    test('a second click while the first is under way sends nothing', async () => {
        const page = await at('overzicht');
        let sent = 0;
        const first = page.waitForRequest('**/taken/1/oppakken');
        await page.route('**/taken/1/oppakken', (route) => { sent++; return route.fulfill({ status: 204 }); });
        await page.route('**/daarna', (route) => route.fulfill({ status: 204 }));
        await page.evaluate(() => {
            const button = document.querySelector('form[action="/taken/1/oppakken"] button');
            button.click();
            button.click();
        });
        await first;
        await page.evaluate(() => fetch('/daarna'));   // asked after the clicks: a second form would have come before it
        assert.equal(sent, 1);
        await page.context().close();
    });

    test('progress follows the events of the server, and the page comes again at the end', async () => {
        const page = await openPage(browser);
        const answers = ['event: voortgang\ndata: 2500 5000\n\n', 'event: klaar\ndata:\n\n'];   // then none: the stream stays shut
        await page.route('**/voortgang/1', (route) => {
            const body = answers.shift();
            return body ? route.fulfill({ contentType: 'text/event-stream', body }) : route.fulfill({ status: 204 });
        });
        await page.goto(`${site.url}/nl/overzicht.html`);
        await page.locator('.md-progress__text', { hasText: '2.500 van 5.000' }).waitFor();
        await page.waitForEvent('load');   // the stream is asked for again and says that the job is done
        await page.context().close();
    });

    test('two minutes before the session ends there is a warning, and one button to go on', async () => {
        const page = await openPage(browser);
        await page.clock.install();
        let renewed = 0;
        await page.route('**/account', (route) => { renewed++; return route.fulfill({ body: 'ok' }); });
        await page.goto(`${site.url}/nl/mijn-werk.html`);
        const warning = page.getByRole('alertdialog', { name: 'U wordt zo uitgelogd' });
        await page.clock.fastForward('27:00');
        assert.equal(await warning.isVisible(), false);
        await page.clock.fastForward('01:01');
        await warning.waitFor();
        await checkPage(page, 'session warning');
        await page.keyboard.press('Enter');   // the focus is on the button
        await warning.waitFor({ state: 'hidden' });
        assert.equal(renewed, 1);
        await page.context().close();
    });

    test('on a phone the menu opens and closes without script', async () => {
        const page = await at('mijn-werk', { viewport: phone, javaScriptEnabled: false });
        assert.equal(await page.locator('#menu').isVisible(), false);
        await page.getByRole('link', { name: 'Menu', exact: true }).click();
        assert.equal(await page.locator('#menu').isVisible(), true);
        await page.getByRole('link', { name: 'Sluit menu' }).click();
        assert.equal(await page.locator('#menu').isVisible(), false);
        await page.context().close();
    });

    test('a card on a phone is still a table to a screen reader', async () => {
        const page = await at('lijst', { viewport: phone });
        const table = page.getByRole('table', { name: 'Inburgeraars van team Veghel' });
        assert.equal(await table.getByRole('rowheader').count(), 5);
        assert.equal(await table.getByRole('row').count(), 5);   // the head is not shown, its labels stand in the cells
        await page.context().close();
    });
});
