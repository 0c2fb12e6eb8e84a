// What people do with the program from begin to end, in a browser, on invented files.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkNoSidewaysScroll, desktop, launch, openPage, phone, root, shoot } from './support.mjs';
import { phoneCode, startProgram, typeLogIn } from './program.mjs';

const shared = process.env.MEEDOEN_SHARED ?? join(root, '..', 'shared');
const brpList = join(shared, 'data/brp/testset-persoonslijsten-2022-05-02.csv');
const plain = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').toLowerCase();

describe('journeys', () => {
    let browser, program;
    const opened = [];
    /** A page of its own, closed after the test. */
    const as = async (name, options) => {
        const page = await program.open(browser, name, options);
        page.setDefaultTimeout(10_000);
        opened.push(page);
        return page;
    };
    const nobody = async (options) => {
        const page = await openPage(browser, { baseURL: program.url, ...options });
        page.setDefaultTimeout(10_000);
        opened.push(page);
        return page;
    };
    const main = (page) => page.locator('main');
    const heading = (page) => page.getByRole('heading', { level: 1 });
    /** Fills the three parts of a date, and waits for nothing. */
    async function fillDate(page, legend, [day, month, year]) {
        const group = page.getByRole('group', { name: legend });
        await group.getByLabel('Dag', { exact: true }).fill(day);
        await group.getByLabel('Maand').fill(month);
        await group.getByLabel('Jaar').fill(year);
    }
    const outcome = (page) => page.locator('section', { has: page.locator('#uitkomst') });
    async function firstFile(page, condition = () => true) {
        await page.goto('/mijn-werk');
        const links = await page.locator('main th a[href^="/dossiers/"]').evaluateAll((all) => all.map((a) => ({
            path: a.getAttribute('href'), name: a.querySelector('bdi').textContent })));
        return links.find(condition) ?? links[0];
    }
    async function search(page, words) {
        await page.keyboard.press('/');
        await page.keyboard.type(words);
        const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        assert.ok(answer, `zoeken naar "${words}" gaf geen pagina`);
    }
    async function addTask(page, title, whom) {
        await page.goto('/taken/nieuw');
        await page.getByLabel('Wat moet er gebeuren?').fill(title);
        await fillDate(page, 'Wanneer moet het klaar zijn?', ['27', '11', '2026']);
        if (whom) await page.getByLabel('Voor wie?').selectOption({ label: whom });
        await page.getByRole('button', { name: 'Taak maken' }).click();
        await page.waitForURL(/\/taken\/\d+$/);
    }

    before(async () => {
        browser = await launch();
        program = await startProgram();
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

    // ---- who gets in ----

    journey('a wrong password keeps the name; the right one opens Mijn werk; after log-out Back shows nothing', async () => {
        const page = await nobody(), account = program.account('klantmanager');
        await page.goto('/mijn-werk');
        assert.match(page.url(), /\/inloggen\?terug=/);
        await page.getByLabel('Gebruikersnaam').fill(account.gebruikersnaam);
        await page.getByLabel('Wachtwoord', { exact: true }).fill('niet het wachtwoord');
        await page.getByRole('button', { name: 'Verder' }).click();
        await page.locator('#fouten').waitFor();
        assert.equal(await page.getByLabel('Gebruikersnaam').inputValue(), account.gebruikersnaam);
        assert.equal(await page.getByLabel('Wachtwoord', { exact: true }).inputValue(), '');
        await page.getByLabel('Wachtwoord', { exact: true }).fill(account.wachtwoord);
        await page.getByRole('button', { name: 'Verder' }).click();
        await page.waitForURL('**/mijn-werk');
        const name = await page.locator('main th bdi').first().textContent();
        await page.getByRole('button', { name: 'Uitloggen' }).click();
        await page.waitForURL('**/inloggen');
        await page.goBack();
        assert.ok(!(await page.content()).includes(name), 'na uitloggen staat er nog een naam');
        assert.equal(await page.getByLabel('Gebruikersnaam').count(), 1);
    });

    journey('the second factor: a wrong code, the code of the phone, and a recovery code that works once', async () => {
        const page = await nobody(), account = program.account('beheerder');
        await page.goto('/inloggen');
        await page.getByLabel('Gebruikersnaam').fill(account.gebruikersnaam);
        await page.getByLabel('Wachtwoord', { exact: true }).fill(account.wachtwoord);
        await page.getByRole('button', { name: 'Verder' }).click();
        const right = phoneCode(account.totp), wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
        await page.getByLabel('Code van zes cijfers').fill(wrong);
        await page.getByRole('button', { name: 'Inloggen' }).click();
        await page.locator('#fouten').waitFor();
        await page.goto('/beheer/gebruikers');
        assert.match(page.url(), /\/inloggen\/code/);
        await page.getByLabel('Code van zes cijfers').fill(phoneCode(account.totp));
        await page.getByRole('button', { name: 'Inloggen' }).click();
        await page.waitForURL('**/beheer/gebruikers');

        await page.goto('/account/herstelcodes');
        await page.getByLabel('Uw wachtwoord nu').fill(account.wachtwoord);
        await page.getByRole('button', { name: 'Maak tien nieuwe codes' }).click();
        const codes = await page.locator('.md-codes li').allTextContents();
        assert.equal(codes.length, 10);
        for (const [code, works] of [[codes[0], true], [codes[0], false], [codes[1], true]]) {
            if (await page.getByRole('button', { name: 'Uitloggen' }).count()) await page.getByRole('button', { name: 'Uitloggen' }).click();
            await page.context().clearCookies();
            await page.goto('/inloggen');
            await page.getByLabel('Gebruikersnaam').fill(account.gebruikersnaam);
            await page.getByLabel('Wachtwoord', { exact: true }).fill(account.wachtwoord);
            await page.getByRole('button', { name: 'Verder' }).click();
            await page.getByRole('link', { name: /herstelcode/ }).click();
            await page.getByLabel('Herstelcode').fill(code.trim());
            await page.locator('main').getByRole('button').first().click();
            if (works) await page.waitForURL('**/beheer/gebruikers');
            else await page.locator('#fouten').waitFor();
        }
    });

    // ---- from outside ----

    journey('import of the public BRP test list and of a file of DUO: progress, and refused rows with their reason', async (t) => {
        if (!existsSync(brpList)) { t.skip(`de openbare BRP-testlijst staat niet in ${shared}`); return; }
        const page = await as('regisseur');
        async function upload(kind, file) {
            await page.goto('/inlezen');
            await page.getByLabel(kind, { exact: true }).check();
            await page.getByLabel('Bestand', { exact: true }).setInputFiles(file);
            await page.getByRole('button', { name: 'Bestand inlezen' }).click();
            await page.waitForURL(/\/inlezen\/\d+/);
            await outcome(page).filter({ hasText: /klaar/ }).waitFor({ timeout: 60_000 });
        }
        await upload('BRP-lijst (CSV)', brpList);
        await shoot(page, 'j-inlezen-brp');
        const facts = await outcome(page).innerText();
        const done = Number(facts.match(/Nieuw of bijgewerkt\s+(\d+)/)[1]), refused = Number(facts.match(/Geweigerd\s+(\d+)/)[1]);
        assert.equal(done + refused, 687);
        assert.ok(done > 600);
        const reasons = await page.getByRole('table', { name: 'Regels om na te kijken' }).locator('tbody tr').allInnerTexts();
        assert.ok(reasons.length > 0 && reasons.every((row) => /geweigerd|dubbel/.test(row) && row.length > 20), reasons[0]);

        const bsn = '999993653';   // of the public list
        await search(page, bsn);
        assert.ok(!page.url().includes(bsn), 'het BSN staat in het adres');
        assert.match(await main(page).innerText(), /Moulin/);
        const notices = [
            { registratieDatumTijd: '2026-11-20T09:00:00+01:00', gebeurtenisId: 'SS101', bsn,
                inburgeringsplicht: { indicatorInburgeringsplicht: true, begindatum: '2026-11-16', datumKennisgevingInburgeringsplicht: '2026-11-20' } },
            { registratieDatumTijd: '2026-11-20T10:00:00+01:00', gebeurtenisId: 'SS139', vNummer: 2740009999 },
            '{"registratieDatumTijd":"2026-11-20T11:00:00+01:00","gebeurt',
            { registratieDatumTijd: '2026-11-20T12:00:00+01:00', gebeurtenisId: 'SS999', bsn },
        ];
        const file = join(program.folder, 'duo.jsonl');
        writeFileSync(file, `${notices.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')}\n`);
        await upload('Meldingen van DUO (JSON)', file);
        await shoot(page, 'j-inlezen-duo');
        const lines = await page.getByRole('table', { name: 'Regels om na te kijken' }).innerText();
        assert.match(lines, /3[\s\S]*JSON/);
        assert.match(lines, /SS999/);
        await page.goto('/duo?stand=wacht_op_persoon');
        assert.match(await main(page).innerText(), /2740009999/);
        await page.goto('/duo?stand=verwerkt');
        await main(page).locator('a[href^="/dossiers/"]').first().click();
        await page.getByRole('link', { name: 'DUO', exact: true }).click();
        assert.match(await main(page).innerText(), /16 november 2026/);
    });

    journey('a file of the wrong kind, an empty one and none at all are refused with what to do', async () => {
        const page = await as('regisseur');
        const photo = Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        for (const [name, content, says] of [['foto.csv', photo, /afbeelding/], ['leeg.csv', '', /leeg/], ['brief.csv', 'naam;geboren\nAlmaz;1997\n', /geen BRP-lijst/],
            [null, null, /Kies een bestand/]]) {
            await page.goto('/inlezen');
            if (name) {
                writeFileSync(join(program.folder, name), content);
                await page.getByLabel('Bestand', { exact: true }).setInputFiles(join(program.folder, name));
            } else {
                await page.evaluate(() => document.querySelectorAll('[required]').forEach((field) => field.removeAttribute('required')));
            }
            await page.getByRole('button', { name: 'Bestand inlezen' }).click();
            const answer = page.locator('#fouten');   // at once, not from the job that reads it
            await answer.waitFor();
            assert.match(await answer.innerText(), says);
        }
    });

    journey('a newcomer by hand: a bad BSN and 31 February are refused beside their field; one name and half a date are enough', async () => {
        const page = await as('klantmanager');
        await page.goto('/inburgeraars/nieuw');
        await page.getByLabel('Voornamen').fill('Mohammed-Amin');
        await page.getByLabel('onbekend', { exact: true }).first().check();
        await page.getByLabel('Burgerservicenummer (BSN)').fill('123456789');
        await fillDate(page, 'Geboortedatum', ['31', '02', '1990']);
        await page.getByRole('button', { name: 'Persoon opslaan' }).click();
        await page.locator('#fouten').waitFor();
        const faults = await page.locator('#fouten a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
        assert.equal(faults.length, 2, faults.join());
        for (const target of faults) {
            await page.locator(`#fouten a[href="${target}"]`).click();
            assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');
        }
        assert.equal(await page.getByLabel('Voornamen').inputValue(), 'Mohammed-Amin');
        await shoot(page, 'j-nieuw-fout');
        await page.getByLabel('Burgerservicenummer (BSN)').fill('');
        await fillDate(page, 'Geboortedatum', ['', '', '1990']);
        await page.getByRole('button', { name: 'Persoon opslaan' }).dblclick();
        await page.waitForURL(/\/dossiers\/\d+/);
        if (await page.getByLabel('Begeleiding van de inburgering').count()) {   // nobody's file yet
            await page.getByLabel('Begeleiding van de inburgering').check();
            await page.getByRole('button', { name: 'Open het dossier' }).click();
        }
        assert.match(await page.locator('.md-identity').innerText(), /Mohammed-Amin/);
        await page.goto('/mijn-werk');
        await search(page, 'mohammed amin 1990');
        assert.equal(await main(page).getByRole('rowheader').count(), 1, 'een dubbele klik maakt één persoon');
    });

    // ---- finding people ----

    journey('one person, three spellings, from any page with "/"; a number never stands in the address', async () => {
        const page = await as('klantmanager');
        const { name, path } = await firstFile(page, (one) => one.name.split(' ').length === 2 && plain(one.name) !== one.name.toLowerCase());
        const words = name.split(' ');
        for (const spelling of [plain(name), [...words].reverse().join(' ').toUpperCase(), `${plain(words[0])} ${plain(words.at(-1)).slice(0, 4)}`]) {
            await page.goto('/agenda');
            await search(page, spelling);
            assert.ok(await main(page).locator(`a[href="${path}"]`).count() > 0, `"${spelling}" vindt ${name} niet`);
        }
        await page.goto(path);
        const identity = await page.locator('.md-identity').innerText();
        const vNumber = identity.match(/V-nummer\s+([\d ]{10,})/)?.[1].trim(), file = identity.match(/dossier\s+(\d{4}-\d{6})/)?.[1];
        for (const number of [vNumber, vNumber?.replaceAll(' ', ''), file].filter(Boolean)) {
            await page.goto('/mijn-werk');
            await search(page, number);
            assert.match(page.url(), new RegExp(`${path}$`), `${number} leidt niet naar het dossier`);
        }
        await search(page, '999999989');
        assert.ok(!page.url().includes('999999989'));
        assert.match(await main(page).innerText(), /Wij vinden niemand/);
        await page.goto('/zoeken?q=999999989');
        assert.ok(!(await main(page).innerText()).includes('999999989'));
    });

    // ---- the file ----

    journey('the file page: who, how it stands, clocks with their why, family and team', async () => {
        const page = await as('klantmanager');
        const { name, path } = await firstFile(page);
        await page.goto(path);
        await shoot(page, 'j-dossier');
        assert.ok((await page.locator('.md-identity').innerText()).includes(name));
        const state = await page.locator('.md-state').innerText();
        assert.match(state, /\.$|\.\n/m);
        assert.equal(await page.locator('.md-state .utrecht-button--primary-action, .md-state .utrecht-button-link--primary-action').count(), 1);
        assert.equal(await page.locator('.md-stops > li').count(), 7);
        const why = page.locator('details.md-waarom').first();
        await why.locator('summary').click();
        assert.ok(await why.locator('.md-waarom__body').isVisible());
        const body = await why.innerText();
        assert.match(body, /20\d\d/);
        assert.match(body, /Wet|Besluit|Awb|Pw|DUO/);
        for (const title of ['Wettelijke termijnen', 'Taken', 'Komende afspraken', 'Gezin', 'Team'])
            assert.equal(await page.getByRole('heading', { level: 2, name: title }).count(), 1, title);
        await page.getByRole('link', { name: 'Termijnen', exact: true }).click();
        await page.waitForURL(/\/termijnen$/);
        assert.equal(await page.locator('.md-tabs [aria-current=page]').innerText(), 'Termijnen');
    });

    journey('a note is refused while empty, kept with what was typed, and shown as text whatever it holds', async () => {
        const page = await as('klantmanager');
        const { path } = await firstFile(page), evil = '<script>document.title = "weg"</script> belde over "school" & opvang';
        await page.goto(`${path}/notities`);
        await page.getByLabel('Hoe was het contact?').selectOption({ index: 1 });
        await page.getByLabel('Wat is er besproken of gebeurd?').fill(evil);
        await fillDate(page, 'Dag', ['31', '02', '2026']);
        await main(page).getByRole('button', { name: 'Opslaan' }).click();
        await page.locator('#fouten').waitFor();
        assert.equal(await page.getByLabel('Wat is er besproken of gebeurd?').inputValue(), evil);
        await fillDate(page, 'Dag', ['25', '11', '2026']);
        await main(page).getByRole('button', { name: 'Opslaan' }).click();
        await page.waitForURL(`**${path}`);
        assert.ok((await page.locator('.md-timeline').innerText()).includes(evil));
        assert.notEqual(await page.title(), 'weg');
        assert.equal(await page.locator('main script').count(), 0);
    });

    // ---- work ----

    journey('work from the team queue: claimed by a double click once, and not by who comes second', async () => {
        const boss = await as('regisseur'), worker = await as('klantmanager');
        await addTask(boss, 'Terugbellen naar de huisarts', 'De teamwachtrij');
        await boss.goto('/werkvoorraad');
        await worker.goto('/werkvoorraad');
        await shoot(worker, 'j-wachtrij');
        const row = (page) => page.getByRole('row').filter({ hasText: 'Terugbellen naar de huisarts' });
        await row(worker).getByRole('button', { name: 'Oppakken' }).dblclick();
        await row(worker).waitFor({ state: 'detached' });
        await worker.waitForLoadState();
        assert.equal(await worker.getByRole('alert').count(), 0);
        await worker.goto('/mijn-werk');
        assert.equal(await row(worker).count(), 1);
        await row(boss).getByRole('button', { name: 'Oppakken' }).click();
        await boss.getByRole('alert').waitFor();
        assert.match(await boss.getByRole('alert').innerText(), /Bram Kuijpers/);
    });

    journey('several tasks at once: seen before it is done, done, and taken back', async () => {
        const page = await as('regisseur');
        for (const title of ['Eerste van twee', 'Tweede van twee']) await addTask(page, title);
        await page.goto('/mijn-werk');
        const pick = (title) => page.getByLabel(`Kies taak: ${title}`);
        await main(page).getByRole('button', { name: 'Toewijzen' }).click();
        assert.match(await main(page).innerText(), /Kies eerst een of meer taken/);
        await page.goto('/mijn-werk');
        await pick('Eerste van twee').check();
        await pick('Tweede van twee').check();
        await main(page).getByRole('button', { name: 'Toewijzen' }).click();
        await page.getByLabel('Aan wie?').selectOption({ label: 'Bram Kuijpers' });
        await main(page).getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
        assert.match(await main(page).innerText(), /U gaat 2 taken toewijzen aan Bram Kuijpers/);
        await shoot(page, 'j-samen');
        await main(page).getByRole('button', { name: 'Ja, doen' }).click();
        await page.waitForURL(/mijn-werk/);
        assert.equal(await pick('Eerste van twee').count(), 0);
        await main(page).getByRole('button', { name: /ongedaan/i }).click();
        await page.waitForURL(/mijn-werk/);
        assert.equal(await pick('Eerste van twee').count(), 1);
        assert.equal(await pick('Tweede van twee').count(), 1);
    });

    // ---- other ways to work ----

    /** Tabs through a page; every stop must be seen, with its ring, under nothing, and further on than the one before. */
    async function walk(page, most = 400) {
        await page.evaluate(() => { scrollTo(0, 0); });
        const stops = [];
        for (let stop = 0; stop < most; stop++) {
            await page.keyboard.press('Tab');
            const seen = await page.evaluate(() => {
                const element = document.activeElement;
                if (element === document.body) return null;
                const box = element.getBoundingClientRect(), style = getComputedStyle(element);
                const spots = [...element.getClientRects()].map((r) => [r.left + Math.min(r.width / 2, r.width - 2), r.top + r.height / 2]);
                const clear = spots.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (element.contains(top) || top.contains(element) || top.closest('label')?.control === element); });
                return { what: element.outerHTML.slice(0, 120), clear, ring: style.outlineStyle !== 'none' || style.boxShadow !== 'none', height: box.height, inView: box.bottom > 0 && box.top < innerHeight,
                    place: [...document.querySelectorAll('*')].indexOf(element) };
            });
            if (!seen) break;
            if (stops.length && seen.place === stops[0].place) break;
            stops.push(seen);
        }
        return stops;
    }
    journey('keyboard only: the way in, every stop in sight with its ring, in the order of reading', async () => {
        const page = await as('klantmanager');
        const { path } = await firstFile(page);
        for (const where of ['/mijn-werk', path, '/werkvoorraad', '/agenda/nieuw']) {
            await page.goto(where);
            await page.keyboard.press('Tab');
            assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Naar de inhoud');
            await page.keyboard.press('Enter');
            assert.equal(await page.evaluate(() => document.activeElement.id), 'inhoud');
            await page.goto(where);
            const stops = await walk(page);
            assert.ok(stops.length > 10, where);
            assert.deepEqual(stops.filter((one) => !one.clear || !one.ring || !one.inView).map((one) => one.what), [], `${where}: niet te zien waar men is`);
            assert.deepEqual(stops.filter((one, i) => i > 0 && one.place < stops[i - 1].place).map((one) => one.what), [], `${where}: de volgorde springt terug`);
        }
        // And work is done with it: to a file, its first why, and a note.
        await page.goto(path);
        await page.locator('details.md-waarom summary').first().focus();
        await page.keyboard.press('Enter');
        assert.equal(await page.locator('details.md-waarom').first().evaluate((d) => d.open), true);
    });

    /** From Mijn werk to a file, its why, a note in it, found again by its name: with a mouse, a phone, or no script at all. */
    async function mainJourney(page, note, scriptless = false) {
        const narrow = page.viewportSize().width < 700;
        const sides = async (where) => { if (!scriptless) await checkNoSidewaysScroll(page, where); };
        await page.goto('/mijn-werk');
        await sides('/mijn-werk');
        const link = page.locator('main a[href^="/dossiers/"]:has(bdi)').first(), name = await link.locator('bdi').first().textContent();
        const path = await link.getAttribute('href');
        await link.click();
        await page.waitForURL(`**${path}`);
        await sides(path);
        assert.ok((await page.locator('.md-identity').innerText()).includes(name));
        const why = page.locator('details.md-waarom').first();
        await why.locator('summary').click();
        assert.ok(await why.locator('.md-waarom__body').isVisible());
        await sides(`${path} met het waarom open`);
        await main(page).getByRole('link', { name: /notitie/i }).first().click();
        await page.getByLabel('Wat is er besproken of gebeurd?').fill(note);
        await sides('de notitie');
        await main(page).getByRole('button', { name: 'Opslaan' }).click();
        await page.waitForURL(`**${path}`);
        assert.ok((await page.locator('.md-timeline').innerText()).includes(note));
        await page.getByRole('searchbox').first().fill(name);
        await page.keyboard.press('Enter');
        await page.waitForURL(/\/zoeken/);
        await sides('/zoeken');
        assert.ok(await main(page).locator(`a[href="${path}"]`).count() > 0);
        if (narrow) await page.getByRole('link', { name: 'Menu', exact: true }).click();
        await page.getByRole('navigation').getByRole('link', { name: 'Agenda' }).first().click();
        await page.waitForURL(/\/agenda/);
        await sides('/agenda');
        await page.goto('/werkvoorraad');
        await sides('/werkvoorraad');
    }
    journey('the main journey at 360 px', async () => mainJourney(await as('klantmanager', { viewport: phone }), 'Onderweg geschreven op een telefoon.'));
    journey('the main journey without JavaScript', async () => {
        for (const viewport of [desktop, phone])
            await mainJourney(await as('klantmanager', { viewport, javaScriptEnabled: false }), `Geschreven zonder script, ${viewport.width} breed.`, true);
    });

    // ---- who sees what ----

    journey('another municipality: its file is not there, and its people are not found', async () => {
        const here = await as('klantmanager'), there = await as('regisseur@maashorst');
        const { path } = await firstFile(here);
        await here.goto(path);
        const identity = await here.locator('.md-identity').innerText(), vNumber = identity.match(/V-nummer\s+([\d ]{10,})/)[1].replaceAll(' ', '');
        const missing = await there.goto('/dossiers/123456789'), mine = await there.goto(path);
        assert.equal(mine.status(), 404);
        assert.equal(missing.status(), 404);
        const quiet = await main(there).innerText();
        assert.ok(!quiet.includes(identity.split('\n')[0]));
        for (const below of ['/notities', '/termijnen', '/duo', '/inzage', '/toewijzen']) assert.equal((await there.goto(path + below)).status(), 404, below);
        await search(there, vNumber);
        assert.match(await main(there).innerText(), /Wij vinden niemand/);
    });

    journey('a klantmanager outside the caseload chooses a purpose first; an emergency asks for a reason', async () => {
        const own = await as('klantmanager'), other = await as('klantmanager2');
        const { path, name } = await firstFile(own);
        const refused = await other.goto(path);
        assert.equal(refused.status(), 403);
        assert.ok(!(await main(other).innerText()).includes(name));
        await shoot(other, 'j-doel-kiezen');
        await other.getByLabel('Noodtoegang').check();
        await other.getByLabel('Toelichting').fill('te kort');
        await other.getByRole('button', { name: 'Open het dossier' }).click();
        await other.locator('#fouten').waitFor();
        assert.ok(await other.getByLabel('Noodtoegang').isChecked());
        await other.getByLabel('Begeleiding van de inburgering').check();
        await other.getByRole('button', { name: 'Open het dossier' }).click();
        await other.waitForURL(`**${path}`);
        assert.ok((await other.locator('.md-identity').innerText()).includes(name));
        await own.goto(`${path}/inzage`);
        assert.match(await main(own).innerText(), /Begeleiding van de inburgering/);
    });

    // ---- the agenda ----

    journey('an appointment: a time that is none, one that clashes, then a good one; the phone sees no names', async () => {
        const page = await as('klantmanager');
        const { path, name } = await firstFile(page);
        await page.goto(path);
        await page.getByRole('link', { name: 'Afspraak maken' }).first().click();
        await page.waitForURL(/\/agenda\/nieuw/);
        assert.match(await page.getByLabel('Dossiernummer').inputValue(), /^\d{4}-\d{6}$/);
        await fillDate(page, 'Dag', ['30', '11', '2026']);
        await page.getByLabel('Van', { exact: true }).fill('25:99');
        await page.getByLabel('Tot', { exact: true }).fill('10:30');
        await page.getByLabel('Onderwerp').fill(`Gesprek met ${name}`);
        await main(page).getByRole('button', { name: 'Afspraak opslaan' }).click();
        await page.locator('#fouten').waitFor();
        assert.equal(await page.getByLabel('Van', { exact: true }).inputValue(), '25:99');
        assert.equal(await page.getByLabel('Onderwerp').inputValue(), `Gesprek met ${name}`);
        await page.getByLabel('Van', { exact: true }).fill('09:30');
        await main(page).getByRole('button', { name: 'Afspraak opslaan' }).click();
        await page.waitForURL(/\/agenda\?/);
        assert.match(await main(page).innerText(), new RegExp(`Gesprek met ${name}`));
        await page.goto('/agenda/nieuw?dag=2026-11-30');
        await page.getByLabel('Van', { exact: true }).fill('10:00');
        await page.getByLabel('Tot', { exact: true }).fill('11:00');
        await page.getByLabel('Onderwerp').fill('Overleg');
        await main(page).getByRole('button', { name: 'Afspraak opslaan' }).click();
        await page.getByLabel('Toch plannen').check();
        await main(page).getByRole('button', { name: 'Afspraak opslaan' }).click();
        await page.waitForURL(/\/agenda\?/);

        await page.goto('/agenda/feed');
        await main(page).getByRole('button', { name: 'Adres maken' }).click();
        const address = (await main(page).innerText()).match(/https?:\/\/\S+\.ics/)[0];
        const stranger = await nobody();
        const feed = await stranger.request.get(address), text = await feed.text();
        assert.match(feed.headers()['content-type'], /text\/calendar/);
        assert.match(text, /BEGIN:VEVENT/);
        assert.match(text, /SUMMARY:Afspraak inburgering/);
        for (const word of name.split(' ')) assert.ok(!text.includes(word), `de agenda noemt ${word}`);
        await main(page).getByRole('button', { name: 'Adres intrekken' }).click();
        assert.equal((await stranger.request.get(address)).status(), 404);
    });

    // ---- the language ----

    journey('English: the whole page at once, and back', async () => {
        const page = await as('regisseur@maashorst');
        await page.goto('/mijn-werk');
        await page.getByRole('link', { name: 'English' }).click();
        await page.waitForURL('**/mijn-werk');
        assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        assert.equal(await heading(page).innerText(), 'My work');
        await shoot(page, 'j-english');
        await page.getByRole('link', { name: 'Nederlands' }).click();
        await page.waitForURL('**/mijn-werk');
        assert.equal(await heading(page).innerText(), 'Mijn werk');
    });
});
