// The real program with demonstration files, for the tests that walk through its pages.
import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, openPage, temporaryFolder } from './support.mjs';

export const today = '2026-11-25';
const binary = join(build, 'meedoen');
const env = { ...process.env, MEEDOEN_TODAY: today, PORT: '' };

export const run = (...words) => execFileSync(binary, words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
/** What the app on somebody's phone would show. */
export const phoneCode = (secret) => run('user', 'code', secret).trim();

/** A fresh database with `files` files, and a server on it. `logIn(who)` remembers the cookies of each account. */
export async function startProgram({ files = 120, seed = 1 } = {}) {
    const folder = temporaryFolder();
    const db = `sqlite:${join(folder, 'meedoen.db')}`, list = join(folder, 'accounts.json');
    run('migrate', '--db', db);
    run('demo', '--db', db, '--files', String(files), '--seed', String(seed), '--accounts', list);
    const accounts = JSON.parse(readFileSync(list, 'utf8'));
    const server = spawn(binary, ['serve', '--db', db, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    server.stderr.on('data', (part) => { said += part; });
    const url = await new Promise((resolve, reject) => {
        const lines = createInterface({ input: server.stdout });
        lines.on('line', (line) => {
            const found = line.match(/https?:\/\/\S+/);
            if (found) resolve(found[0].replace(/\/$/, ''));
        });
        server.once('exit', (code) => reject(new Error(`de server stopte (${code}): ${said}`)));
    });
    server.stdout.resume();
    const states = new Map();
    const program = {
        url, accounts, db, folder, log: () => said,
        account: (name) => accounts.find((one) => one.gebruikersnaam.startsWith(name.includes('@') ? name : `${name}@`)),
        /** Ends by its own id, and takes its files along. */
        async stop() {
            const gone = new Promise((resolve) => server.once('exit', resolve));
            server.kill('SIGTERM');
            await gone;
            rmSync(folder, { recursive: true, force: true });
        },
        /** A page in a context of its own, logged in as `name` (regisseur, klantmanager2, beheerder …). */
        async open(browser, name, options = {}) {
            if (!states.has(name)) states.set(name, logIn(browser, program, name));
            return openPage(browser, { baseURL: url, storageState: await states.get(name), ...options });
        },
    };
    return program;
}

/** Types name, password and code as a person does; leaves the page behind the log-in. */
export async function typeLogIn(page, account) {
    await page.goto('/inloggen');
    await page.getByLabel('Gebruikersnaam').fill(account.gebruikersnaam);
    await page.getByLabel('Wachtwoord', { exact: true }).fill(account.wachtwoord);
    await page.getByRole('button', { name: /Inloggen|Verder/ }).click();
    if (account.totp) {
        await page.getByLabel('Code van zes cijfers').fill(phoneCode(account.totp));
        await page.getByRole('button', { name: 'Inloggen' }).click();
    }
}

async function logIn(browser, program, name) {
    const page = await openPage(browser, { baseURL: program.url });
    await typeLogIn(page, program.account(name));
    await page.waitForURL((address) => !address.pathname.startsWith('/inloggen'));
    const state = await page.context().storageState();
    await page.context().close();
    return state;
}
