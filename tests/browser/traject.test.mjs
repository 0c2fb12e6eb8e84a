// The whole road of one newcomer: from a notice of DUO and a BRP list to a signed plan with its letter in two languages.
// With MEEDOEN_DOCS=1 the pictures of the README are made again (docs/intake.png, docs/plan.png, docs/brief.png):
//   MEEDOEN_DOCS=1 node --test tests/browser/traject.test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkMarkup, checkPage, desktop, launch, phone, root, shoot } from './support.mjs';
import { startProgram } from './program.mjs';

const people = [
    { bsn: '999998006', a: '8940402024', first: 'Semhar', name: 'Tekle', sex: 'V' },
    { bsn: '999998018', a: '8320968431', first: 'Yonas', name: 'Bahta', sex: 'M' },
    { bsn: '999998031', a: '5212476312', first: 'Rahwa', name: 'Gebre', sex: 'V' },
];
const areas = ['leerbaarheid', 'opleiding', 'werkervaring', 'praktische_competenties', 'werknemersvaardigheden', 'taalniveau', 'motivatie', 'zelfredzaamheid', 'digitaal',
    'gezinssituatie', 'fysieke_gezondheid', 'mentale_gezondheid', 'netwerk'];

describe('traject', { concurrency: 1 }, () => {
    let browser, program, first;
    const seen = new Set();
    const heading = (page) => page.getByRole('heading', { level: 1 });
    const main = (page) => page.locator('main');
    const press = async (page, name) => {
        await Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).first().click()]);
    };
    const go = async (page, name) => {
        await Promise.all([page.waitForNavigation(), main(page).getByRole('link', { name, exact: true }).first().click()]);
    };
    /** The one button at the top of the file: what it says, and what it leads to. */
    const next = (page) => page.locator('.md-state a.utrecht-button--primary-action');
    async function checkHere(page, name) {
        await checkPage(page);
        await shoot(page, `t-${name}-${page.viewportSize().width}`);
        if (page.viewportSize().width !== desktop.width || seen.has(name)) return;
        seen.add(name);
        await checkMarkup(await (await page.context().request.get(page.url())).text(), page.url());
    }
    async function follow(page, words, name) {
        // On a phone only the overview has the whole head.
        if (!(await next(page).isVisible())) await page.goto(new URL(page.url()).pathname.match(/^\/dossiers\/\d+/)[0]);
        assert.equal((await next(page).innerText()).trim(), words);
        await Promise.all([page.waitForNavigation(), next(page).click()]);
        if (name) await checkHere(page, name);
    }
    async function upload(page, kind, name, content) {
        const file = join(program.folder, name);
        writeFileSync(file, content);
        await page.goto('/inlezen');
        await page.getByLabel(kind, { exact: true }).check();
        await page.getByLabel('Bestand', { exact: true }).setInputFiles(file);
        await page.getByRole('button', { name: 'Bestand inlezen' }).click();
        await page.waitForURL(/\/inlezen\/\d+/);
        await page.locator('section', { has: page.locator('#uitkomst') }).filter({ hasText: /klaar/ }).waitFor({ timeout: 60_000 });
    }

    before(async () => {
        browser = await launch();
        program = await startProgram({ files: 30 });
        const page = await program.open(browser, 'regisseur');
        const columns = ['', '01.01.10', '01.01.20', '01.02.10', '01.02.40', '01.03.10', '01.04.10', '08.09.10', '08.10.10', '08.10.30', '08.11.10', '08.11.20', '08.11.60', '08.11.70'];
        await upload(page, 'BRP-lijst (CSV)', 'lijst.csv', [columns, ...people.map((p, i) => [`L${i}`, p.a, p.bsn, p.first, p.name, '19930412', p.sex, '1948', 'W', '20261102', 'Hoofdstraat', `${12 + i}`, '5461JN', 'Veghel'])]
            .map((row) => row.join(';')).join('\n'));
        assert.match(await main(page).innerText(), /Nieuw of bijgewerkt\s+3/);
        await upload(page, 'Meldingen van DUO (JSON)', 'duo.jsonl', people.map((p) => JSON.stringify({
            registratieDatumTijd: '2026-11-20T09:00:00+01:00', gebeurtenisId: 'SS101', bsn: p.bsn,
            inburgeringsplicht: { indicatorInburgeringsplicht: true, begindatum: '2026-11-16', datumKennisgevingInburgeringsplicht: '2026-11-20' },
            doelgroep: { indeling: 'Asielstatushouder', gedetailleerdeDoelgroep: 'Asielstatushouder', begindatum: '2026-11-16' },
        })).join('\n'));
        assert.match(await main(page).innerText(), /Nieuw of bijgewerkt\s+3/);
        await page.context().close();
    });
    after(async () => {
        await browser?.close();
        await program?.stop();
    });

    /** Finds somebody by BSN and opens the file for a purpose; returns its path. */
    async function find(page, person) {
        await page.goto('/mijn-werk');
        await page.keyboard.press('/');
        await page.keyboard.type(person.bsn);
        await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        const path = new URL(page.url()).pathname;
        assert.match(path, /^\/dossiers\/\d+$/);
        if (await page.locator('form[action="/toegang"]').count()) {
            await page.getByLabel('Begeleiding van de inburgering').check();
            await press(page, 'Open het dossier');
        }
        return path;
    }
    async function fillDate(page, legend, [day, month, year]) {
        const group = page.getByRole('group', { name: legend });
        await group.getByLabel('Dag', { exact: true }).fill(day);
        await group.getByLabel('Maand').fill(month);
        await group.getByLabel('Jaar').fill(year);
    }
    async function assign(page) {
        await page.getByLabel('Regisseur', { exact: false }).first().check();
        await page.getByLabel('Wie', { exact: true }).selectOption({ label: 'Anouk Verhoeven' });
        await press(page, 'Toewijzen');
    }
    async function speaks(page, file, language) {
        await page.goto(`${file}/persoon/wijzigen`);
        await page.locator('select[name=taal]').selectOption(language);
        await page.getByLabel('Er is een tolk nodig').check();
        await press(page, 'Wijziging opslaan');
    }
    /** The quick way through a page: a field is filled where it is there. */
    async function area(page, file, code) {
        await page.goto(`${file}/intake/leefgebieden/${code}`);
        await page.locator('input[name=antwoord][value="3"]').check();
        await page.locator('[name=reden]').fill('Besproken in het gesprek.');
        await Promise.all([page.waitForNavigation(), page.locator('button[name=daarna]').first().click()]);
    }
    async function choose(page, name, value) { await page.locator(`input[name="${name}"][value="${value}"]`).check(); }
    async function baseline(page, file, check = async () => {}) {
        await page.goto(`${file}/intake/basis/opleiding/nieuw`);
        await page.getByLabel('In welk land?').selectOption({ label: 'Eritrea' });
        await page.getByLabel('Niveau', { exact: true }).selectOption({ index: 3 });
        await page.getByLabel('Aantal jaren').fill('9');
        await choose(page, 'diploma', 'nee');
        await check('opleiding');
        await press(page, 'Opslaan');
        await page.goto(`${file}/intake/basis/werk/nieuw`);
        await page.getByLabel('Soort werk').selectOption('betaald');
        await page.getByLabel('Beroep of taak').fill('Kok');
        await page.getByLabel('In welk land?').selectOption({ label: 'Soedan' });
        await check('werk');
        await press(page, 'Opslaan');
        await page.goto(`${file}/intake/basis/werk`);
        await page.locator('[name=kansen_werk]').fill('Kan snel als kok aan het werk.');
        await check('kansen');
        await press(page, 'Opslaan en verder');
        await page.goto(`${file}/intake/basis/taal/nieuw`);
        await page.getByLabel('Taal', { exact: true }).selectOption('ti');
        await choose(page, 'moedertaal', 'ja');
        for (const skill of ['Spreken', 'Lezen', 'Schrijven']) await page.getByLabel(skill, { exact: true }).selectOption('goed');
        await check('taal');
        await press(page, 'Opslaan');
        await page.goto(`${file}/intake/basis/taal`);
        await page.locator('input[name=alfabetisering]').nth(1).check();
        await press(page, 'Opslaan en verder');
        await page.goto(`${file}/intake/basis/gezin`);
        await choose(page, 'kinderen_vve', 'nee');
        await check('gezin');
        await press(page, 'Opslaan en verder');
    }
    async function talk(page, file, text) {
        await page.goto(`${file}/intake/gesprekken/nieuw`);
        await page.getByLabel('Verslag').fill(text);
        await press(page, 'Gesprek opslaan');
    }
    async function closeIntake(page, file) {
        for (const code of areas) await area(page, file, code);
        await baseline(page, file);
        await page.goto(`${file}/intake/wettelijk/apart_gesprek`);
        await press(page, 'Vastleggen');
        await talk(page, file, 'Eerste gesprek.');
        await page.goto(`${file}/toets/uitslag`);
        await page.getByLabel('B1-route haalbaar').check();
        await page.getByLabel('Behaalde score').fill('14,25');
        await page.getByLabel('Vereiste score').fill('12,50');
        await page.getByLabel('Examennummer').fill('LBT000123');
        await fillDate(page, 'Dag waarop DUO de uitslag registreerde', ['24', '11', '2026']);
        await press(page, 'Vastleggen');
        await page.goto(`${file}/intake/afronden`);
        await press(page, 'Intake afronden');
    }
    async function fillRoute(page) {
        await page.getByLabel('De onderwijsroute past niet').check();
        await page.getByLabel('Wat u onderzocht hebt').fill('Besproken met het roc op 20 november.');
        await page.getByRole('radio', { name: 'B1-route' }).check();
        await page.getByLabel('Waarom deze leerroute').fill('Past bij wat Semhar kan en wil.');
        await page.locator('#niveau').check();
        const hours = page.getByLabel('Geschatte uren les');
        if (await hours.count() && await hours.isVisible()) await hours.fill('1050');
        await page.getByRole('radio', { name: 'Niet nodig' }).check();
        await choose(page, 'opleiding_afmaken', 'nee');
    }
    async function plan(page, file, check = async () => {}) {
        await page.goto(`${file}/plan`);
        await check('plan-leeg');
        await press(page, 'Plan beginnen');
        await fillRoute(page);
        await check('plan-leerroute');
        await press(page, 'Opslaan en verder');
        await page.goto(`${file}/plan/controle`);
        assert.match(await main(page).innerText(), /kan nog niet worden vastgesteld/);
        const links = await main(page).locator('a[href^="#"]').evaluateAll((all) => all.map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id)));
        assert.deepEqual(links, [], 'iedere weigering leidt naar haar plaats');
        await check('plan-controle-weigering');
        await page.goto(`${file}/plan/begeleiding`);
        await page.getByLabel('Ondersteuning en begeleiding').fill('Elke maand een gesprek met de klantmanager.');
        await page.getByLabel('Hoe u de voortgang volgt').fill('Presentie van de school, elke maand.');
        await check('plan-begeleiding');
        await press(page, 'Opslaan en verder');
        const term = page.getByRole('group', { name: 'Binnen een half jaar' });
        await term.getByLabel('Leefgebied').first().selectOption({ index: 2 });
        await term.getByLabel('Doel', { exact: false }).first().fill('Ik loop een dag in de week mee in een keuken.');
        await check('plan-doelen');
        await press(page, 'Opslaan en verder');
        await page.getByLabel('Wat is afgesproken').first().fill('Les volgen bij de school');
        await page.getByLabel('Wie doet het').first().fill('De inburgeraar');
        await check('plan-afspraken');
        await press(page, 'Opslaan en verder');
        assert.match(await main(page).innerText(), /Dit plan kan worden vastgesteld/);
        await check('plan-controle');
    }
    async function pdf(page, letter, languages) {
        const answer = await page.context().request.get(`${letter}/pdf${languages ? `?talen=${languages}` : ''}`, { timeout: 60_000 });
        assert.equal(answer.status(), 200);
        const file = join(program.folder, `${languages || 'nl'}.pdf`);
        writeFileSync(file, await answer.body());
        execFileSync('qpdf', ['--check', file]);
        assert.match(execFileSync('pdfinfo', [file], { encoding: 'utf8' }), /Tagged:\s+yes/);
        return { file, text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFKC').replace(/\s+/g, ' ') };
    }
    async function send(page) {
        await page.getByLabel('Persoonlijk uitgereikt').check();
        await press(page, 'Vastleggen als verzonden');
    }
    /** Pictures for the README. */
    const docs = async (page, name) => {
        if (!process.env.MEEDOEN_DOCS) return;
        await page.goto(new URL(page.url()).pathname);   // from the top, with every explanation closed
        await page.screenshot({ path: join(root, 'docs', `${name}.png`) });
    };

    test('from the notice of DUO to a plan that was signed on the screen, with its letter', async () => {
        const page = await program.open(browser, 'regisseur');
        page.setDefaultTimeout(10_000);
        const check = (name) => checkHere(page, name);
        const file = await find(page, people[0]);
        await check('dossier-nieuw');
        await follow(page, 'Begeleider kiezen', 'toewijzen');
        await assign(page);
        await speaks(page, file, 'ar');
        await page.goto(file);
        await follow(page, 'Uitnodigen voor de intake', 'oproepen');
        await go(page, 'Oproep maken');
        assert.equal(await page.getByLabel('Tolk', { exact: false }).last().inputValue(), 'ar');
        assert.match(await page.getByLabel('Adres en kamer').inputValue(), /Stadhuisplein 1/, 'het adres van het briefhoofd staat er al');
        await page.getByLabel('Adres en kamer').fill('Stadhuisplein 1, Veghel, kamer 3');
        await check('oproep-nieuw');
        await press(page, 'Afspraak en brief maken');
        await check('oproep');
        await follow(page, 'Brief versturen', 'brief-oproep');
        const call = new URL(page.url()).pathname;
        for (const [languages, word] of [['', /kamer 3/], ['beide', /[\u0600-\u06ff]/]]) {
            const { text } = await pdf(page, call, languages);
            assert.match(text, /S\. Tekle/);
            assert.match(text, word);
        }
        await send(page);
        await check('brief-oproep-verzonden');
        await follow(page, 'Intake beginnen', 'intake-leeg');
        await press(page, 'Brede intake beginnen');
        for (const code of areas.slice(0, 7)) await area(page, file, code);
        await check('leefgebied');
        await talk(page, file, 'Over werk en school.');
        for (const code of areas.slice(7)) await area(page, file, code);
        await baseline(page, file, (name) => check(`basis-${name}`));
        await talk(page, file, 'Tweede gesprek: gezin en gezondheid.');
        await page.goto(`${file}/intake/prive/nieuw`);
        await page.getByLabel('Verslag').fill('Wil les op andere dagen dan de partner.');
        await check('prive');
        await press(page, 'Gesprek opslaan');
        await page.goto(`${file}/intake/wettelijk/apart_gesprek`);
        await press(page, 'Vastleggen');
        await check('intake');
        await docs(page, 'intake');
        await follow(page, 'Leerbaarheidstoets vastleggen', 'toets');
        await go(page, 'Toets aanvragen bij DUO');
        await page.getByLabel('Examennummer').fill('LBT000123');
        await press(page, 'Vastleggen');
        await go(page, 'Dag van de toets vastleggen');
        await fillDate(page, 'Dag', ['25', '11', '2026']);
        await press(page, 'Vastleggen');
        assert.equal(await next(page).count(), 0, 'een bladzijde leidt niet naar zichzelf');
        await go(page, 'Uitslag vastleggen');
        await page.getByLabel('B1-route haalbaar').check();
        await page.getByLabel('Behaalde score').fill('14,25');
        await page.getByLabel('Vereiste score').fill('12,50');
        await fillDate(page, 'Dag waarop DUO de uitslag registreerde', ['25', '11', '2026']);
        await check('toets-uitslag');
        await press(page, 'Vastleggen');
        await follow(page, 'Intake afronden', 'intake-afronden');
        await press(page, 'Intake afronden');
        await check('intake-klaar');
        await follow(page, 'PIP maken');
        await plan(page, file, check);
        await docs(page, 'plan');
        await go(page, 'Voorleggen aan de inburgeraar');
        await check('plan-voorleggen');
        await press(page, 'Plan is voorgelegd');
        const box = await page.locator('canvas').boundingBox();
        await page.mouse.move(box.x + 40, box.y + 40);
        await page.mouse.down();
        for (const [x, y] of [[80, 90], [130, 40], [180, 95], [240, 50], [320, 80]]) await page.mouse.move(box.x + x, box.y + y);
        await page.mouse.up();
        await check('plan-ondertekenen');
        await press(page, 'Handtekening bewaren');
        await follow(page, 'PIP vaststellen', 'plan-vaststellen');
        await press(page, 'Plan vaststellen');
        await check('plan-vastgesteld');
        await follow(page, 'Brief versturen', 'brief-pip');
        const letter = new URL(page.url()).pathname;
        await send(page);
        await check('brief-pip-verzonden');
        for (const languages of ['', 'beide']) {
            const { file: made, text } = await pdf(page, letter, languages);
            assert.match(text, /S\. Tekle/);
            assert.match(text, /B1-route/);
            assert.match(text, /6 januari 2027/, 'de laatste dag voor bezwaar');
            if (languages && process.env.MEEDOEN_DOCS) execFileSync('pdftocairo', ['-png', '-singlefile', '-f', '1', '-l', '1', '-scale-to-x', '900', '-scale-to-y', '-1', made, join(root, 'docs', 'brief')]);
        }
        first = file;
        await page.goto(file);
        await check('dossier-klaar');
        const told = await main(page).innerText();
        for (const part of [/Leerroute/, /inburgeringstermijn loopt tot en met/, /Gesprek plannen/]) assert.match(told, part);
        await page.goto(`${file}/termijnen`);
        const clocks = (await main(page).textContent()).replace(/\s+/g, ' ');
        assert.match(clocks, /begin van de termijn\s*26 nov 2026/, 'de termijn begint de dag na de dagtekening');
        assert.match(clocks, /Bezwaar tegen het PIP\s*tot en met 6 jan 2027/);
        await check('termijnen');
        await page.goto('/mijn-werk');
        const work = await main(page).locator('tr', { hasText: 'Semhar Tekle' }).allInnerTexts();
        assert.deepEqual(work.map((row) => /PIP doorgeven aan DUO|Leerroute starten/.exec(row)?.[0]).sort(), ['Leerroute starten', 'PIP doorgeven aan DUO'],
            'alleen wat na het plan komt');
        await page.goto('/pip-op-tijd?stand=alles');
        assert.equal(await main(page).locator('tr', { hasText: 'Semhar Tekle' }).filter({ hasText: /nog \d+ dag|te laat/ }).count(), 0, 'op tijd gekregen');
        await page.context().close();
    });

    test('by keyboard only, signed with the name', async () => {
        const page = await program.open(browser, 'regisseur');
        page.setDefaultTimeout(10_000);
        /** Presses Tab until the focus is where `wanted` says. */
        async function tabTo(wanted, most = 150) {
            for (let i = 0; i < most; ++i) {
                await page.keyboard.press('Tab');
                if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, wanted)) return;
            }
            assert.fail(`met Tab niet te bereiken op ${page.url()}: ${wanted}`);
        }
        const enter = () => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
        const head = async (words) => {
            await tabTo('.md-state a.utrecht-button--primary-action');
            assert.equal((await page.evaluate(() => document.activeElement.textContent)).trim(), words);
            await enter();
        };
        await page.goto('/mijn-werk');
        await page.keyboard.press('/');
        await page.keyboard.type(people[1].bsn);
        await enter();
        const file = new URL(page.url()).pathname;
        await tabTo('form[action="/toegang"] input[type=radio]');
        await page.keyboard.press('Space');
        await tabTo('form[action="/toegang"] button');
        await enter();
        await head('Begeleider kiezen');
        await tabTo('main input[name=rol]');
        await page.keyboard.press('ArrowDown');
        await tabTo('main select[name=wie]');
        await page.keyboard.type('Anouk');
        await tabTo('main form button');
        await enter();
        await head('Uitnodigen voor de intake');
        await tabTo('main a[href$="/oproepen/nieuw"]');
        await enter();
        await tabTo('main form button');
        await enter();
        await head('Brief versturen');
        await tabTo('main input[name=wijze]');
        await page.keyboard.press('Space');
        await tabTo('form[action$="/verzenden"] button');
        await enter();
        await head('Intake beginnen');
        await tabTo('form[action$="/intake"] button');
        await enter();
        await closeIntake(page, file);
        await page.goto(file);
        await head('PIP maken');
        await plan(page, file);
        await tabTo('main a[href$="/plan/voorleggen"]');
        await enter();
        await tabTo('form[action$="/voorleggen"] button');
        await enter();
        await page.goto(file);
        await head('PIP laten ondertekenen');
        await tabTo('main input[name=akkoord]');
        await page.keyboard.press('Space');
        await page.keyboard.press('Tab');
        await enter();
        await head('PIP vaststellen');
        await tabTo('form[action$="/vaststellen"] button');
        await enter();
        assert.match(await main(page).innerText(), /geldt sinds/);
        await head('Brief versturen');
        await tabTo('main input[name=wijze]');
        await page.keyboard.press('Space');
        await tabTo('form[action$="/verzenden"] button');
        await enter();
        await page.goto(file);
        assert.equal((await next(page).innerText()).trim(), 'Gesprek plannen');
        await page.context().close();
    });

    test('without JavaScript, on a screen of 360 px', async () => {
        const page = await program.open(browser, 'regisseur', { javaScriptEnabled: false, viewport: phone });
        page.setDefaultTimeout(10_000);
        await page.goto('/zoeken');
        await page.locator('main input[type=search], main input[name=q]').first().fill(people[2].bsn);
        await Promise.all([page.waitForNavigation(), page.locator('main form button').first().click()]);
        const file = new URL(page.url()).pathname;
        assert.match(file, /^\/dossiers\/\d+$/);
        await page.getByLabel('Begeleiding van de inburgering').check();
        await press(page, 'Open het dossier');
        await follow(page, 'Begeleider kiezen');
        await assign(page);
        await speaks(page, file, 'ti');
        await page.goto(file);
        await follow(page, 'Uitnodigen voor de intake');
        await go(page, 'Oproep maken');
        await press(page, 'Afspraak en brief maken');
        await follow(page, 'Brief versturen');
        await send(page);
        await follow(page, 'Intake beginnen');
        await press(page, 'Brede intake beginnen');
        await closeIntake(page, file);
        await page.goto(file);
        await follow(page, 'PIP maken');
        await plan(page, file);
        await go(page, 'Voorleggen aan de inburgeraar');
        await press(page, 'Plan is voorgelegd');
        await page.getByLabel('Ik teken dit plan met mijn naam').check();
        await press(page, 'Ondertekenen met naam');
        await follow(page, 'PIP vaststellen');
        await press(page, 'Plan vaststellen');
        await follow(page, 'Brief versturen');
        const letter = new URL(page.url()).pathname;
        await send(page);
        const { text } = await pdf(page, letter, 'beide');
        assert.match(text, /R\. Gebre/);
        await page.context().close();
    });

    const stops = ['', '/toewijzen', '/persoon', '/intake', '/intake/leefgebieden/taalniveau', '/intake/leefgebieden/mentale_gezondheid', '/intake/basis', '/intake/oproepen',
        '/intake/oproepen/nieuw', '/toets', '/toets/uitslag', '/plan', '/plan/versies', '/plan/versies/1', '/brieven', '/termijnen', '/duo'];
    /** The lines of a page that are not a letter, not typed by somebody and not in a language of their own. */
    const lines = (page) => page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const all = [];
        while (walker.nextNode()) {
            const up = walker.currentNode.parentElement;
            if (!up.closest('bdi, main [lang], textarea, .md-letter, script, option')) all.push(walker.currentNode.textContent.replace(/\s+/g, ' ').trim());
        }
        return all;
    });
    /** What this test typed, or what somebody of the demonstration did, stays in Dutch; so do the names of acts and files. */
    const typed = new Set(['Besproken in het gesprek.', 'Kan snel als kok aan het werk.', 'Past bij wat Semhar kan en wil.', 'Besproken met het roc op 20 november.',
        'Elke maand een gesprek met de klantmanager.', 'Presentie van de school, elke maand.', 'Ik loop een dag in de week mee in een keuken.',
        'Les volgen bij de school', 'De inburgeraar', 'School vragen naar de voortgang']);
    test('every page of the road on a phone, and in English without Dutch left', async () => {
        const page = await program.open(browser, 'regisseur', { viewport: phone });
        page.setDefaultTimeout(10_000);
        const links = async () => {
            await page.goto(`${first}/brieven`);
            return main(page).locator(`a[href^="${first}/brieven/"]`).evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href')))].filter((href) => !/pdf/.test(href)));
        };
        assert.ok(first, 'de eerste reis is niet af');
        const pages = [...stops.map((rest) => first + rest), ...await links(), '/mijn-werk', '/pip-op-tijd', '/duo', '/inlezen'];
        const dutch = new Map();
        for (const path of pages) {
            await page.goto(path);
            await checkPage(page);
            await shoot(page, `t${path.replace(first, '').replaceAll(/[/?=]/g, '-')}-360`);
            dutch.set(path, new Set(await lines(page)));
        }
        await page.goto('/taal/en');
        const left = [];
        for (const path of pages) {
            await page.goto(path);
            for (const line of (await lines(page)).filter((one) => !typed.has(one) && !/^Besluit \d|\.pdf$/.test(one)))
                if (dutch.get(path).has(line) && /(^|\s)(de|het|een|van|niet|nog|voor|met|en|op|uit|wordt|zijn|gesprek|dag|u|besluit|verzonden|uitslag|persoonlijk)(\s|$)/i.test(line)) left.push(`${path.replace(first, '')}: ${line}`);
        }
        assert.deepEqual([...new Set(left)], []);
        await page.context().close();
    });
});
