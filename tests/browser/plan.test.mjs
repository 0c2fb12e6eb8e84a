// The plan as a regisseur makes it: from a closed intake to a signed plan and its letter, by keyboard only, on a phone,
// without JavaScript; and the list of who gets it in time.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checkMarkup, checkPage, desktop, launch, phone, shoot } from './support.mjs';
import { startProgram } from './program.mjs';

describe('plan', () => {
    let browser, program, waiting;
    const opened = [];
    const as = async (name, options) => {
        const page = await program.open(browser, name, options);
        page.setDefaultTimeout(10_000);
        opened.push(page);
        return page;
    };
    async function checkHere(page, name) {
        await checkPage(page);
        await shoot(page, `${name}-${page.viewportSize().width}`);
        if (page.viewportSize().width === desktop.width) await checkMarkup(await (await page.context().request.get(page.url())).text(), page.url());
    }
    /** Opens a page of a file; outside the own caseload somebody says what for. */
    async function open(page, path) {
        await page.goto(path);
        if (!(await page.locator('form[action="/toegang"]').count())) return;
        await page.getByRole('radio', { name: 'Inburgering', exact: false }).first().check();
        await page.locator('form[action="/toegang"] button').first().click();
        await page.waitForURL(`**${path}`);
    }
    const press = async (page, name) => {
        await Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).click()]);
    };
    /** Presses Tab until the focus is where `wanted` says. */
    async function tabTo(page, wanted, most = 150) {
        for (let i = 0; i < most; ++i) {
            await page.keyboard.press('Tab');
            if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, wanted)) return;
        }
        assert.fail(`met Tab niet te bereiken: ${wanted}`);
    }
    async function fillRoute(page, level) {
        await page.getByLabel('De onderwijsroute past niet').check();
        await page.getByLabel('Wat u onderzocht hebt').fill('Besproken met het roc op 20 november.');
        await page.getByRole('radio', { name: 'B1-route' }).check();
        await page.getByLabel('Waarom deze leerroute').fill('Past bij wat iemand kan en wil.');
        const deviation = page.getByLabel('Waarom u afwijkt van de leerbaarheidstoets');
        if (await deviation.count()) await deviation.fill('Volgde al les op dit niveau.');
        await page.locator(level ? `input[name=niveau][value=${level}]` : '#niveau').check();
        const hours = page.getByLabel('Geschatte uren les');
        if (await hours.count() && await hours.isVisible()) await hours.fill('1050');
        await page.getByRole('radio', { name: 'Niet nodig' }).check();
        await page.locator('input[name=opleiding_afmaken][value=nee]').check();
    }
    async function fillSupport(page) {
        await page.getByLabel('Ondersteuning en begeleiding').fill('Elke maand een gesprek met de klantmanager.');
        await page.getByLabel('Hoe u de voortgang volgt').fill('Presentie van de school, elke maand.');
        if (await page.getByLabel('Welke afspraken, of waarom niet').count()) {
            await page.locator('input[name=vve_nodig][value=nee]').check();
            await page.getByLabel('Welke afspraken, of waarom niet').fill('Het kind gaat in maart naar school.');
        }
    }

    before(async () => {
        browser = await launch();
        program = await startProgram();
        const page = await as('regisseur');
        await page.goto('/pip-op-tijd?oorzaak=plan_niet_begonnen');
        waiting = await page.locator('main th a[href$="/plan"]').evaluateAll((all) => all.map((a) => a.getAttribute('href').replace(/\/plan$/, '')));
        assert.ok(waiting.length >= 3, 'de demonstratie heeft te weinig afgeronde intakes zonder plan');
        await page.context().close();
        opened.length = 0;
    });
    after(async () => {
        await browser.close();
        await program.stop();
    });
    const journey = (name, work) => test(name, async (t) => {
        try { await work(t); } finally {
            for (const page of opened.splice(0)) {
                assert.deepEqual(page.faults, [], 'fouten in de console');
                await page.context().close();
            }
        }
    });

    journey('from a closed intake to a signed plan and its letter', async () => {
        const page = await as('regisseur'), file = waiting[0];
        await open(page, `${file}/plan`);
        await checkHere(page, 'plan-leeg');
        await press(page, 'Plan beginnen');
        await fillRoute(page, 'A2');
        await press(page, 'Opslaan en verder');
        assert.match(await page.locator('main').innerText(), /A2 kan niet in een eerste PIP/, 'uitgelegd bij het veld');
        await checkHere(page, 'plan-leerroute');
        await page.locator('#niveau').check();
        await press(page, 'Opslaan en verder');
        await fillSupport(page);
        await checkHere(page, 'plan-begeleiding');
        await press(page, 'Opslaan en verder');
        const term = page.getByRole('group', { name: 'Binnen een half jaar' });
        await term.getByLabel('Leefgebied').first().selectOption({ index: 2 });
        await term.getByLabel('Doel', { exact: false }).first().fill('Ik loop een dag in de week mee.');
        await checkHere(page, 'plan-doelen');
        await press(page, 'Opslaan en verder');
        await page.getByLabel('Wat is afgesproken').first().fill('Les volgen bij de school');
        await page.getByLabel('Wie doet het').first().fill('De inburgeraar');
        await checkHere(page, 'plan-afspraken');
        await press(page, 'Opslaan en verder');
        assert.match(await page.locator('main').innerText(), /Dit plan kan worden vastgesteld/);
        await checkHere(page, 'plan-controle');
        await page.getByRole('link', { name: 'Voorleggen aan de inburgeraar' }).click();
        await checkHere(page, 'plan-voorleggen');
        await press(page, 'Plan is voorgelegd');
        const box = await page.locator('canvas').boundingBox();
        await page.mouse.move(box.x + 40, box.y + 40);
        await page.mouse.down();
        for (const [x, y] of [[80, 90], [130, 40], [180, 95], [240, 50], [320, 80]]) await page.mouse.move(box.x + x, box.y + y);
        await page.mouse.up();
        await checkHere(page, 'plan-ondertekenen');
        await press(page, 'Handtekening bewaren');
        await page.getByRole('link', { name: 'Plan vaststellen' }).click();
        await checkHere(page, 'plan-vaststellen');
        await press(page, 'Plan vaststellen');
        await checkHere(page, 'plan-vastgesteld');
        const text = await page.locator('main').innerText();
        assert.match(text, /geldt sinds/);
        assert.match(text, /Ik loop een dag in de week mee/);
        assert.ok(await page.locator('svg.md-signature polyline').count() > 0, 'de handtekening staat er');
        await page.getByRole('link', { name: 'Brief met het besluit versturen' }).click();
        await page.waitForURL(/\/brieven\/\d+$/);
        const pdf = await page.context().request.get(`${new URL(page.url()).pathname}/pdf`, { timeout: 60_000 });
        assert.equal(pdf.status(), 200);
        assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
        await page.goto('/mijn-werk');
        await open(page, `${file}/plan/versies`);
        await checkHere(page, 'plan-versies');
    });

    journey('by keyboard only, signed with the name', async () => {
        const page = await as('regisseur'), file = waiting[1];
        await open(page, `${file}/plan`);
        await tabTo(page, 'form[action$="/beginnen"] button');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        await tabTo(page, 'input[name=onderwijs_onderzocht]');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await tabTo(page, 'textarea[name=onderwijs_reden]');
        await page.keyboard.type('Besproken.');
        await tabTo(page, 'input[name=leerroute]');
        await page.keyboard.press('Space');
        await tabTo(page, 'textarea[name=leerroute_reden]');
        await page.keyboard.type('Past het best.');
        await tabTo(page, 'button[name=verder]');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        await page.goto(`${file}/plan/ondertekenen`);
        await tabTo(page, '#met-naam ~ form input[type=checkbox], form input[name=akkoord]');
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        assert.match(page.url(), /\/plan\/controle$/);
        assert.match(await page.locator('main').innerText(), /Getekend met de naam/);
    });

    journey('two editors of one part: both texts are shown, nothing is lost', async () => {
        const first = await as('regisseur'), file = waiting[1];
        await open(first, `${file}/plan/leerroute`);
        const second = await first.context().newPage();
        await second.goto(`${file}/plan/leerroute`);
        await first.getByLabel('Waarom deze leerroute').fill('De tekst van de eerste.');
        await press(first, 'Opslaan');
        await second.getByLabel('Waarom deze leerroute').fill('De tekst van de tweede.');
        await press(second, 'Opslaan');
        const said = await second.locator('main').innerText();
        assert.match(said, /Iemand heeft dit deel intussen gewijzigd/);
        assert.match(said, /De tekst van de eerste\./);
        assert.equal(await second.getByLabel('Waarom deze leerroute').inputValue(), 'De tekst van de tweede.');
        await checkPage(second, 'conflict').catch((error) => { if (!/faults|fouten/.test(error.message)) throw error; });
        await shoot(second, 'plan-conflict-1440');
        await press(second, 'Opslaan');
        assert.equal(await second.getByLabel('Waarom deze leerroute').inputValue(), 'De tekst van de tweede.');
        await second.close();
    });

    journey('on a phone, without JavaScript', async () => {
        const page = await as('regisseur', { viewport: phone, javaScriptEnabled: false }), file = waiting[2];
        const send = async (name) => { await page.getByRole('button', { name, exact: true }).click(); await page.waitForLoadState(); };
        await page.goto(`${file}/plan`);
        if (await page.locator('form[action="/toegang"]').count()) {
            await page.getByRole('radio', { name: 'Inburgering', exact: false }).first().check();
            await page.locator('form[action="/toegang"] button').first().click();
            await page.waitForURL(/\/plan$/);
        }
        await send('Plan beginnen');
        assert.ok(await page.getByText('Alleen in de Z-route').isVisible(), 'zonder script staat elke groep er');
        await fillRoute(page, '');
        await send('Opslaan en verder');
        await fillSupport(page);
        await send('Opslaan en verder');
        await send('Opslaan en verder');
        await page.getByLabel('Wat is afgesproken').first().fill('Les volgen');
        await send('Opslaan en verder');
        assert.match(await page.locator('main').innerText(), /Dit plan kan worden vastgesteld/);
        await shoot(page, 'plan-controle-zonder-script-360');
        await page.goto(`${file}/plan/ondertekenen`);
        assert.equal(await page.locator('canvas').isVisible(), false, 'tekenen kan alleen met script');
        await page.getByLabel('Ik teken dit plan met mijn naam').check();
        await send('Ondertekenen met naam');
        assert.match(await page.locator('main').innerText(), /Getekend met de naam/);
        await page.goto(`${file}/plan/vaststellen`);
        await send('Plan vaststellen');
        assert.match(await page.locator('main').innerText(), /geldt sinds/);
    });

    journey('who gets the plan in time: figures, causes, filters and a file', async () => {
        for (const viewport of [desktop, phone]) {
            const page = await as('regisseur', { viewport });
            await page.goto('/pip-op-tijd?stand=alles');
            await checkHere(page, 'pip-op-tijd');
        }
        const page = await as('regisseur');
        await page.goto('/pip-op-tijd');
        await page.getByLabel('Stand').selectOption('verlopen');
        await press(page, 'Filteren');
        assert.match(page.url(), /stand=verlopen/);
        assert.equal(await page.locator('main tbody tr', { hasText: /nog \d+ dag/ }).count(), 0, 'alleen wie te laat is');
        const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Lijst als CSV' }).click()]);
        assert.match(file.suggestedFilename(), /^pip-op-tijd-2026-11-25\.csv$/);
    });
});
