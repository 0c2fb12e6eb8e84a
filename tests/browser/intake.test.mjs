// The brede intake as a klantmanager does it: on a phone with a connection that goes away, by keyboard only, with a
// colleague in the same leefgebied, and without JavaScript.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checkMarkup, checkPage, desktop, launch, phone, shoot } from './support.mjs';
import { startProgram } from './program.mjs';

describe('intake', () => {
    let browser, program, file;
    const opened = [];
    const as = async (name, options) => {
        const page = await program.open(browser, name, options);
        page.setDefaultTimeout(10_000);
        opened.push(page);
        return page;
    };
    const saved = (page) => page.locator('[data-bewaard]');
    const area = (code) => `${file}/intake/leefgebieden/${code}`;
    /** Own files of a klantmanager, without an intake. */
    async function ownFiles(page) {
        await page.goto('/mijn-werk');
        return page.locator('main th a[href^="/dossiers/"]').evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href').split(/[?#]/)[0]))]);
    }
    async function beginIntake(page, path) {
        await page.goto(`${path}/intake`);
        const start = page.getByRole('button', { name: 'Brede intake beginnen' });
        if (await start.count() === 0) return false;
        await start.click();
        await page.waitForURL(/\/intake$/);
        return true;
    }
    /** Somebody outside the own caseload says what for. */
    async function choosePurpose(page, path) {
        await page.goto(path);
        const choice = page.getByRole('radio', { name: 'Inburgering', exact: false }).first();
        if (await choice.count() === 0 || !(await page.locator('form[action="/toegang"]').count())) return;
        await choice.check();
        await page.locator('form[action="/toegang"] button').first().click();
        await page.waitForURL(path);
    }
    /** Presses Tab until the focus is where `wanted` says; a person sees where it is. */
    async function tabTo(page, wanted, most = 80) {
        for (let i = 0; i < most; ++i) {
            await page.keyboard.press('Tab');
            if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, wanted)) return;
        }
        assert.fail(`met Tab niet te bereiken: ${wanted}`);
    }
    async function checkHere(page, name) {
        await checkPage(page);
        await shoot(page, `${name}-${page.viewportSize().width}`);
        if (page.viewportSize().width === desktop.width) await checkMarkup(await (await page.context().request.get(page.url())).text(), page.url());
    }

    before(async () => {
        browser = await launch();
        program = await startProgram({ files: 60 });
        const page = await as('klantmanager');
        for (const path of await ownFiles(page)) {
            if (!await beginIntake(page, path)) continue;
            file = path;
            break;
        }
        assert.ok(file, 'geen dossier zonder intake gevonden');
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });

    test('on a phone, with the connection gone in the middle', async () => {
        const page = await as('klantmanager', { viewport: phone });
        await page.goto(area('zelfredzaamheid'));
        await page.getByLabel('2 Met veel hulp').check();
        await page.getByLabel('Waarom deze score').fill('Gaat met de bus als iemand meegaat.');
        await page.waitForFunction(() => /Opgeslagen om/.test(document.querySelector('[data-bewaard]').textContent));
        await page.context().setOffline(true);
        await page.getByLabel('Wat gaat goed').fill('Kookt en regelt de school van de kinderen.');
        await page.waitForFunction(() => /Geen verbinding/.test(document.querySelector('[data-bewaard]').textContent));
        await shoot(page, 'intake-zonder-verbinding-360');
        await page.getByRole('button', { name: 'Opslaan en stoppen' }).click();   // the text must not get lost in an error page
        assert.equal(await page.getByLabel('Wat gaat goed').inputValue(), 'Kookt en regelt de school van de kinderen.');
        await page.context().setOffline(false);
        await page.waitForFunction(() => /Opgeslagen om/.test(document.querySelector('[data-bewaard]').textContent));
        await page.reload();
        assert.equal(await page.getByLabel('Wat gaat goed').inputValue(), 'Kookt en regelt de school van de kinderen.');
        assert.equal(await page.getByLabel('2 Met veel hulp').isChecked(), true);
        page.faults.length = 0;   // the requests that failed were meant to
        await page.goto(`${file}/intake`);
        await page.getByRole('link', { name: 'Verder waar u was' }).click();
        await page.waitForURL(/zelfredzaamheid/);
        await checkHere(page, 'intake-leefgebied');
    });

    test('an answer that gets lost on the way is no conflict with oneself', async () => {
        const page = await as('klantmanager', { viewport: phone });
        await page.goto(area('taalniveau'));
        let lost = 0;
        // The server keeps the text, but the connection breaks before its answer is here.
        await page.route('**/leefgebieden/taalniveau', async (route) => {
            if (route.request().method() !== 'POST' || lost > 0) { await route.continue(); return; }
            lost += 1;
            await route.fetch();
            await route.abort('connectionreset');
        });
        await page.getByLabel('Wat gaat goed').fill('Spreekt een beetje');
        await page.waitForFunction(() => /Geen verbinding/.test(document.querySelector('[data-bewaard]').textContent));
        await page.getByLabel('Wat gaat goed').fill('Spreekt een beetje Nederlands op school.');
        await page.waitForFunction(() => /Opgeslagen om/.test(document.querySelector('[data-bewaard]').textContent));
        await page.getByLabel('Wat is nodig').fill('Oefenen.');
        await page.getByRole('button', { name: 'Opslaan en stoppen' }).click();
        await page.waitForURL(/\/intake$/);
        await page.goto(area('taalniveau'));
        assert.equal(await page.getByLabel('Wat gaat goed').inputValue(), 'Spreekt een beetje Nederlands op school.');
        assert.equal(await page.getByLabel('Wat is nodig').inputValue(), 'Oefenen.');
    });

    test('a score without a reason is told while typing, and the rest is kept', async () => {
        const page = await as('klantmanager');
        await page.goto(area('motivatie'));
        await page.getByLabel('4 Doel').check();
        await page.getByLabel('Wat is nodig').fill('Een stageplek in de zorg.');
        await page.waitForFunction(() => /Schrijf waarom u deze score geeft/.test(document.querySelector('[data-bewaard]').textContent));
        await page.getByRole('button', { name: 'Opslaan en verder' }).click();
        await page.locator('#fouten').waitFor();
        assert.equal(await page.getByLabel('4 Doel').isChecked(), true);
        await checkHere(page, 'intake-fout');
        await page.getByLabel('Waarom deze score').fill('Wil verpleegkundige worden.');
        await page.getByRole('button', { name: 'Opslaan en verder' }).click();
        await page.waitForURL(/leefgebieden\/zelfredzaamheid/);
    });

    test('by keyboard only', async () => {
        const page = await as('klantmanager');
        await page.goto(area('digitaal'));
        await tabTo(page, 'input[name="antwoord"]');
        for (let i = 0; i < 9 && !(await page.evaluate(() => document.activeElement.value === '3')); ++i) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Tab');
        await page.keyboard.type('Gebruikt een vertaalapp.');
        await tabTo(page, 'button[value="verder"]');
        await page.keyboard.press('Enter');
        await page.waitForURL(/leefgebieden\/gezinssituatie/);
        await page.goto(area('digitaal'));
        assert.equal(await page.locator('input[name="antwoord"]:checked').inputValue(), '3');
    });

    test('two colleagues in one leefgebied choose per field', async () => {
        const one = await as('klantmanager'), two = await as('regisseur', { viewport: phone });
        await choosePurpose(two, file);
        await one.goto(area('netwerk'));
        await two.goto(area('netwerk'));
        await one.getByLabel('Wat gaat goed').fill('Zingt in een koor.');
        await one.waitForFunction(() => /Opgeslagen om/.test(document.querySelector('[data-bewaard]').textContent));
        await two.getByLabel('Wat gaat goed').fill('Kent de buren.');
        await two.getByLabel('Wat is nodig').fill('Een taalmaatje.');
        await two.waitForFunction(() => /collega heeft dit ook gewijzigd/.test(document.querySelector('[data-bewaard]').textContent));
        await two.getByRole('button', { name: 'Opslaan en stoppen' }).click();
        await two.getByRole('heading', { name: 'Kies per veld' }).waitFor();
        assert.ok(await two.getByText('Zingt in een koor.').isVisible());
        assert.ok(await two.getByText('Kent de buren.').isVisible());
        await checkPage(two);
        await shoot(two, 'intake-samen-360');
        await two.getByLabel(/Beide/).check();
        await two.getByRole('button', { name: 'Keuze opslaan' }).click();
        await two.waitForURL(/netwerk/);
        assert.equal(await two.getByLabel('Wat gaat goed').inputValue(), 'Zingt in een koor.\n\nKent de buren.');
        assert.equal(await two.getByLabel('Wat is nodig').inputValue(), 'Een taalmaatje.');
    });

    test('without JavaScript: save button, conflict, private talk, right to talk alone', async () => {
        const page = await as('klantmanager', { javaScriptEnabled: false });
        const other = await as('klantmanager', { javaScriptEnabled: false });
        await page.goto(area('werkervaring'));
        await other.goto(area('werkervaring'));
        await page.getByLabel('4 Ruim').check();
        await page.getByLabel('Waarom deze score').fill('Tien jaar kok.');
        await page.getByRole('button', { name: 'Opslaan en stoppen' }).click();
        await page.waitForURL(/\/intake$/);
        await other.getByLabel('Waarom deze score').fill('Had een eetcafé.');
        await other.getByRole('button', { name: 'Opslaan en stoppen' }).click();
        assert.ok(await other.getByText('Tien jaar kok.').isVisible());
        await other.getByLabel(/^Van u/).check();
        await other.getByRole('button', { name: 'Keuze opslaan' }).click();
        await page.goto(area('werkervaring'));
        assert.equal(await page.getByLabel('Waarom deze score').inputValue(), 'Had een eetcafé.');
        await page.goto(`${file}/intake/prive/nieuw`);
        await page.getByLabel('Verslag').fill('Alleen gesproken.');
        await page.getByRole('button', { name: 'Gesprek opslaan' }).click();
        await page.waitForURL(/\/intake#gesprekken$/);
        await page.goto(`${file}/intake/wettelijk/apart_gesprek`);
        await page.getByRole('button', { name: 'Vastleggen' }).click();
        await page.waitForURL(/\/intake#wettelijk$/);
    });

    test('the municipality chooses the term; then somebody is called up with a letter and an appointment', async () => {
        const admin = await as('beheerder');
        await admin.goto('/beheer/beleid?sleutel=oproep.reactietermijn#wijzigen');
        await admin.getByLabel('Nieuwe waarde').fill('10');
        await admin.getByLabel('Besluit', { exact: true }).fill('Collegebesluit 12 november 2026');
        await admin.getByRole('button', { name: 'Waarde vastleggen' }).click();
        await admin.waitForURL(/beleid$/);
        const page = await as('klantmanager', { viewport: phone });
        await page.goto(`${file}/intake/oproepen`);
        await page.getByRole('link', { name: 'Oproep maken' }).click();
        await page.getByLabel('Adres en kamer').fill('Stadhuisplein 1, Veghel');
        await page.getByRole('button', { name: 'Afspraak en brief maken' }).click();
        await page.waitForURL(/oproepen\/\d+$/);
        await checkHere(page, 'intake-oproep');
        await page.goto(`${file}/intake/oproepen`);
        await checkHere(page, 'intake-oproepen-lijst');
        await page.getByRole('link', { name: 'Oproep 1' }).click();
        await page.getByLabel('Is niet gekomen, met een geldige reden').check();
        await page.getByLabel('Wat zei de persoon?').fill('Belde af met een geldige reden.');
        await page.getByRole('button', { name: 'Uitkomst vastleggen' }).click();
        await page.getByText('Maak een nieuwe afspraak').waitFor();
        await page.setViewportSize(desktop);
        await checkHere(page, 'intake-oproep-reden');
    });

    test('every page of the intake, wide and on a phone', async () => {
        const pages = ['', '/leefgebieden/opleiding', '/leefgebieden/mentale_gezondheid', '/basis', '/basis/opleiding', '/basis/opleiding/nieuw',
            '/basis/werk/nieuw', '/basis/taal', '/basis/taal/nieuw', '/basis/gezin', '/wettelijk/leerbaarheidstoets', '/gesprekken/nieuw', '/prive/nieuw',
            '/oproepen', '/oproepen/nieuw', '/afronden'];
        for (const viewport of [desktop, phone]) {
            const page = await as('klantmanager', { viewport });
            for (const rest of pages) {
                await page.goto(`${file}/intake${rest}`);
                await checkHere(page, `intake${rest.replaceAll('/', '-')}`);
            }
        }
        const admin = await as('beheerder');
        await admin.goto('/beheer/leefgebieden');
        await checkHere(admin, 'beheer-leefgebieden');
    });
});
