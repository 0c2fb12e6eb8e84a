// Letters: from an appointment to a sent letter, with its print; templates and letterhead. Wide and on a phone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { checkMarkup, checkPage, desktop, launch, phone, shoot } from './support.mjs';
import { startProgram } from './program.mjs';

describe('brieven', { concurrency: 1 }, () => {
    let browser, program, file, letter;
    before(async () => { [browser, program] = await Promise.all([launch(), startProgram({ files: 60 })]); });
    after(async () => { await browser?.close(); await program?.stop(); });

    async function look(page, path, name) {
        for (const viewport of [desktop, phone]) {
            await page.setViewportSize(viewport);
            await page.goto(path);
            await checkPage(page);
            await shoot(page, `${name}-${viewport.width}`);
        }
        await checkMarkup(await (await page.context().request.get(path)).text(), path);
        await page.setViewportSize(desktop);
    }

    test('letterhead and templates', async () => {
        const page = await program.open(browser, 'beheerder');
        await page.goto('/beheer/briefhoofd');
        await page.getByLabel('Afdeling').fill('Team Inburgering');
        await page.getByLabel('Postadres').fill('Postbus 10001, 5460 DA Veghel');
        await page.getByLabel('Telefoonnummer').fill('14 0413');
        await page.getByRole('button', { name: 'Opslaan' }).click();
        await look(page, '/beheer/briefhoofd', 'briefhoofd');
        await look(page, '/beheer/sjablonen', 'sjablonen');
        await look(page, '/beheer/sjablonen/pip_beschikking/ar', 'sjabloon');
        await page.locator('[name=tekst]').fill('= عنوان\n[opening]\n{bsn}\n[nergens]\nx');
        await page.getByRole('button', { name: 'Opslaan' }).click();
        await checkPage(page);
        await shoot(page, 'sjabloon-fout');
        assert.match(await page.locator('[name=tekst]').inputValue(), /\{bsn\}/);
    });

    test('an appointment becomes a letter', async () => {
        const page = await program.open(browser, 'regisseur');
        await page.goto('/inburgeraars');
        file = await page.locator('main a[href^="/dossiers/"]').first().getAttribute('href');
        await page.goto(file);
        const number = (await page.locator('body').innerText()).match(/20\d\d-\d{6}/)[0];
        await page.goto('/agenda/nieuw');
        const typed = { 'dag-dag': '8', 'dag-maand': '12', 'dag-jaar': '2026', van: '10:30', tot: '11:30', onderwerp: 'hoe het gaat met de lessen', plaats: 'Gemeentehuis, kamer 3', dossier: number };
        for (const [name, value] of Object.entries(typed)) await page.locator(`main [name="${name}"]`).fill(value);
        await page.locator('main form .utrecht-button--primary-action').click();
        await page.waitForURL((address) => address.pathname === '/agenda');
        await page.goto(`${file}/brieven`);
        await page.getByRole('button', { name: 'Bevestiging maken' }).first().click();
        letter = new URL(page.url()).pathname;
        await page.getByLabel('Taal van de vertaling').selectOption('ar');
        await page.getByRole('button', { name: 'Taal kiezen' }).click();
        await look(page, letter, 'brief');
        const print = await page.context().request.get(`${letter}/pdf?talen=beide`);
        assert.equal((await print.body()).subarray(0, 5).toString(), '%PDF-');
        await page.goto(letter);
        await page.getByLabel('Persoonlijk uitgereikt').check();
        await page.getByRole('button', { name: 'Vastleggen als verzonden' }).click();
        await page.getByText('persoonlijk uitgereikt').first().waitFor();
        await look(page, letter, 'brief-verzonden');
        await look(page, `${file}/brieven`, 'brieven');
        assert.deepEqual(page.faults, []);
    });

    test('a document is kept', async () => {
        const page = await program.open(browser, 'regisseur');
        await page.goto(`${file}/brieven`);
        await page.getByLabel('Bestand', { exact: true }).setInputFiles({ name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
        await page.getByRole('button', { name: 'Document bewaren' }).click();
        await page.getByText('Dit is geen PDF, PNG of JPEG').first().waitFor();
        await checkPage(page);
        await page.getByLabel('Bestand', { exact: true }).setInputFiles({ name: 'diploma.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n') });
        await page.getByRole('button', { name: 'Document bewaren' }).click();
        await page.getByRole('link', { name: /diploma\.pdf/ }).waitFor();
    });
});
