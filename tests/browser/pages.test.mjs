// Every page of the program for each of the five roles, wide and on a phone: valid markup, nothing for axe, no
// sideways scroll. The pages come from the program's own list of routes, so that a new page is looked at by itself.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkMarkup, checkPage, desktop, launch, openPage, phone, root, shoot } from './support.mjs';
import { startProgram } from './program.mjs';

const roles = ['regisseur', 'klantmanager', 'planner', 'beheerder', 'privacy'];
/** Not a page of a person who is logged in: text, a calendar, a way to elsewhere, or the log-in (looked at below). */
const elsewhere = /^\/($|gezond|metrics|taal\/|agenda\/feed\/\{|inloggen|bewaard-formulier)/;
const patterns = [...readFileSync(join(root, 'src/app/routes.cpp'), 'utf8').matchAll(/\{Method::get, "([^"]+)", ([\w:]+)/g)]
    .filter(([, pattern, handler]) => !elsewhere.test(pattern) && !/events|voortgang_stroom|csv|letter_pdf|documenten::download/.test(handler)).map(([, pattern]) => pattern);
/** Questions that a page has an answer to, beside the bare page. */
const questions = {
    '/mijn-werk': ['?dag=laat', '?soort=pip', '?afdruk=1'], '/agenda': ['?dag=2026-11-27', '?weergave=dag'], '/beheer/noodtoegang': ['?toon=alles'],
};
/** What a link in a page leads to, when no other page has such a link. */
const seeds = ['/mijn-werk', '/werkvoorraad', '/agenda', '/agenda?week=2026-11-30', '/inburgeraars', '/duo', '/beheer/gebruikers', '/rekenhulp',
    '/beheer/leeslog', '/beheer/sjablonen', '/beheer/noodtoegang?toon=alles', '/inlezen', '/dubbelen'];

const asRegex = (pattern) => new RegExp(`^${pattern.replace(/\{[^}]+\}/g, '([^/?#]+)')}$`);
const literalParts = (pattern) => pattern.split('/').filter((part) => part && !part.startsWith('{')).length;
const patternOf = (path) => patterns.filter((p) => asRegex(p).test(path)).sort((a, b) => literalParts(b) - literalParts(a))[0];
const sameForAll = (main) => main.replace(/name="_(csrf|eenmalig)" value="[^"]*"|value="[^"]*" name="_(csrf|eenmalig)"/g, '')
    .replace(/name="sleutel" value="[^"]*"/g, '');

describe('pages', { concurrency: 2 }, () => {
    let browser, program;
    const idle = new Map(), examples = new Map(), seen = new Set();
    /** Addresses of what the tests made themselves. */
    const made = new Map();
    /** Lends a page of that role and width; two tests at a time never have the same one. */
    async function withPage(role, viewport, work) {
        const key = `${role} ${viewport.width}`, pool = idle.get(key) ?? [];
        idle.set(key, pool);
        const page = pool.pop() ?? await program.open(browser, role, { viewport });
        try { return await work(page); } finally { pool.push(page); }
    }
    /** Follows links until every pattern has an address, for each role what that role is shown. */
    const explore = (role) => withPage(role, desktop, async (page) => {
        const { request } = page.context();
        const found = new Map(), queue = [...seeds], visited = new Set();
        while (queue.length && visited.size < 60) {
            const path = queue.shift();
            if (visited.has(path)) continue;
            visited.add(path);
            const text = await (await request.get(path)).text();
            for (const [, href] of text.matchAll(/href="(\/[^"#]*)/g)) {
                const bare = href.replaceAll('&amp;', '&').split('?')[0], pattern = patternOf(bare);
                if (!pattern || !pattern.includes('{') || found.has(pattern)) continue;
                found.set(pattern, bare);
                queue.push(bare);
            }
        }
        // A page that hangs under one that was found: the notes of a file, its clocks …
        for (const pattern of patterns) {
            const base = [...found.keys()].filter((p) => p.includes('{') && pattern.startsWith(`${p}/`)).sort((a, b) => b.length - a.length)[0];
            const rest = base && pattern.slice(base.length);
            if (base && !found.has(pattern) && !rest.includes('{')) found.set(pattern, found.get(base) + rest);
        }
        for (const [pattern, address] of made) found.set(pattern, address);
        examples.set(role, found);
    });
    const exampleOf = (pattern, role) => (pattern.includes('{')
        ? examples.get(role).get(pattern) ?? [...examples.values()].map((found) => found.get(pattern)).find(Boolean) : pattern);

    /** All findings of what stands in the page now; only once for the same content at the same width. */
    async function findings(page, markup, where) {
        const main = markup.match(/<main[\s\S]*<\/main>/)?.[0] ?? markup, key = `${page.viewportSize().width} ${sameForAll(main)}`;
        if (seen.has(key)) return [];
        seen.add(key);
        const list = [];
        const note = (check) => check.catch((error) => { list.push(error.message); });
        if (page.viewportSize().width === desktop.width) await note(checkMarkup(markup, where));
        await note(checkPage(page, where));
        page.faults.length = 0;
        return list;
    }
    const shotName = (pattern, role, viewport) => `p${pattern.replace(/\W+/g, '-')}-${role}-${viewport.width}`;

    /** What the demonstration has none of: a person who stands here twice, and a message of DUO about nobody we know. */
    const prepare = () => withPage('regisseur', desktop, async (page) => {
        for (let time = 0; time < 2; time++) {
            await page.goto('/inburgeraars/nieuw');
            await page.getByLabel('Voornamen').fill('Rahwa');
            await page.getByLabel('Achternaam').fill('Tesfazghi');
            await page.getByLabel('vrouw', { exact: true }).check();
            const born = page.getByRole('group', { name: 'Geboortedatum' });
            for (const [part, value] of [['Dag', '14'], ['Maand', '3'], ['Jaar', '1997']]) await born.getByLabel(part).fill(value);
            await page.getByRole('button', { name: 'Persoon opslaan' }).click();
            if (time) await page.getByRole('button', { name: /Toch opslaan/ }).click();
            await page.waitForURL(/\/(dossiers|inburgeraars)\/\d+/);
        }
        await page.goto('/dubbelen');
        await page.getByRole('button', { name: /zoeken/i }).last().click();
        const file = join(program.folder, 'duo.jsonl');
        writeFileSync(file, '{"registratieDatumTijd":"2026-11-20T09:00:00+01:00","gebeurtenisId":"SS139","vNummer":2740009999}\n{"regis\n');
        await page.goto('/inlezen');
        await page.getByLabel('Meldingen van DUO (JSON)').check();
        await page.getByLabel('Bestand', { exact: true }).setInputFiles(file);
        await page.getByRole('button', { name: 'Bestand inlezen' }).click();
        await page.locator('section', { has: page.locator('#uitkomst') }).filter({ hasText: /klaar/ }).waitFor();
    });

    /** Somebody called up for the intake: the municipality chooses the term first. */
    async function callUp() {
        await withPage('beheerder', desktop, async (page) => {
            await page.goto('/beheer/beleid?sleutel=oproep.reactietermijn');
            await page.getByLabel('Nieuwe waarde').fill('10');
            await page.getByLabel('Besluit', { exact: true }).fill('Collegebesluit 12 november 2026');
            await page.getByRole('button', { name: 'Waarde vastleggen' }).click();
            await page.waitForURL(/beleid$/);
        });
        await withPage('klantmanager', desktop, async (page) => {
            await page.goto('/mijn-werk');
            const files = await page.locator('main th a[href^="/dossiers/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href').split(/[?#]/)[0]));
            for (const file of new Set(files)) {
                await page.goto(`${file}/intake/oproepen`);
                const make = page.getByRole('link', { name: 'Oproep maken' });
                if (await make.count() === 0) continue;
                await make.click();
                await page.getByLabel('Adres en kamer').fill('Stadhuisplein 1, Veghel');
                await page.getByRole('button', { name: 'Afspraak en brief maken' }).click();
                await page.waitForURL(/oproepen\/\d+$/);
                seeds.push(`${file}/intake/oproepen`);
                return;
            }
        });
    }

    /** A plan in force that is being changed: two versions to read and to compare. */
    const changePlan = () => withPage('klantmanager', desktop, async (page) => {
        await page.goto('/inburgeraars?fase=leerroute');
        const files = await page.locator('main a[href^="/dossiers/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href').split(/[?#]/)[0]));
        for (const file of new Set(files)) {
            await page.goto(`${file}/plan`);
            const change = page.getByRole('button', { name: 'Plan wijzigen: nieuwe versie' });
            if (await change.count() === 0) continue;
            await change.click();
            await page.waitForURL(/\/plan\/leerroute/);
            const plan = '/dossiers/{dossier}/plan';
            made.set(`${plan}/afdruk`, `${file}/plan/afdruk`);
            made.set(`${plan}/versies/{versie}`, `${file}/plan/versies/1`);
            made.set(`${plan}/versies/{a}/{b}`, `${file}/plan/versies/1/2`);
            return;
        }
    });

    before(async () => {
        browser = await launch();
        program = await startProgram();
        await prepare();
        await callUp();
        await changePlan();
        for (const role of roles) await explore(role);
    });
    after(async () => {
        await browser.close();
        await program.stop();
    });

    for (const pattern of patterns) {
        test(pattern, async () => {
            const list = [];
            let shown = 0;
            for (const role of roles) {
                const path = exampleOf(pattern, role);
                let refused = false;
                if (!path) continue;
                for (const viewport of [desktop, phone]) {
                    await withPage(role, viewport, async (page) => {
                        for (const question of refused ? [] : ['', ...(questions[pattern] ?? [])]) {
                            const where = `${pattern}${question} als ${role}, ${viewport.width} px`;
                            const response = await page.goto(path + question), status = response.status();
                            if (status === 200) shown++;
                            refused = status === 403 && seen.has('refused on a phone');   // that page has been looked at
                            if (status === 403 && viewport === phone) seen.add('refused on a phone');
                            if (status === 200 && !question) await shoot(page, shotName(pattern, role, viewport));
                            list.push(...[200, 403, 404].includes(status) ? await findings(page, await response.text(), where)
                                : [`${where}: status ${status}`]);
                        }
                    });
                }
            }
            assert.ok(shown > 0 || list.length, `${pattern}: geen rol ziet deze pagina, of geen pagina heeft er een link naar`);
            assert.deepEqual(list, [], `\n${list.join('\n')}`);
        });
    }

    test('the log-in and pages that say no, before anybody is known', async () => {
        const list = [];
        for (const viewport of [desktop, phone]) {
            const page = await openPage(browser, { baseURL: program.url, viewport });
            for (const path of ['/inloggen', '/inloggen?terug=%2Fagenda', '/bestaat-niet']) {
                const response = await page.goto(path);
                await shoot(page, shotName(path, 'niemand', viewport));
                list.push(...await findings(page, await response.text(), `${path}, ${viewport.width} px`));
            }
            await page.goto('/inloggen');
            const [response] = await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Verder' }).click()]);
            list.push(...await findings(page, await response.text(), `/inloggen leeg verstuurd, ${viewport.width} px`));
            await page.context().close();
        }
        assert.deepEqual(list, [], `\n${list.join('\n')}`);
    });

    test('a form that is sent empty shows its faults beside the fields', async () => {
        const list = [];
        for (const [role, path, button] of [['klantmanager', '/taken/nieuw', 'Taak maken'], ['klantmanager', '/agenda/nieuw', 'Afspraak opslaan'],
            ['regisseur', '/rekenhulp/pip-termijn', 'Reken uit'], ['beheerder', '/beheer/gebruikers/nieuw', 'Voeg toe'],
            ['regisseur', '/inburgeraars/nieuw', 'Persoon opslaan'], ['klantmanager', 'FILE/notities', 'Opslaan']]) {
            for (const viewport of [desktop, phone]) {
                await withPage(role, viewport, async (page) => {
                    const where = `${path} leeg verstuurd, ${viewport.width} px`;
                    await page.goto(path.replace('FILE', exampleOf('/dossiers/{dossier}', role)));
                    const [response] = await Promise.all([page.waitForNavigation({ timeout: 10_000 }),
                        page.locator('main').getByRole('button', { name: button }).first().click()]);
                    assert.equal(response.status(), 422, where);
                    await shoot(page, shotName(`${path} fout`, role, viewport));
                    list.push(...await findings(page, await response.text(), where));
                });
            }
        }
        assert.deepEqual(list, [], `\n${list.join('\n')}`);
    });
});
