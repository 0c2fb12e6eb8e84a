// Small comforts; every page works without this file.
(() => {
    'use strict';
    const find = (selector) => document.querySelector(selector);

    // "/" goes to the search box, unless somebody is typing.
    document.addEventListener('keydown', (event) => {
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.target.closest('input, textarea, select, [contenteditable]')) return;
        const box = find('#zoek');
        if (!box) return;
        event.preventDefault();
        box.focus();
        box.select();
    });

    // After a refused form the summary is where reading starts.
    find('#fouten')?.focus();

    // A second click while the first one is still under way does nothing. The server guards this too.
    document.addEventListener('submit', (event) => {
        const form = event.target;
        if (form.method !== 'post') return;
        if (form.dataset.busy) { event.preventDefault(); return; }
        form.dataset.busy = 'true';
        event.submitter?.setAttribute('aria-busy', 'true');
        setTimeout(() => free(form), 8000);
    });
    const free = (form) => {
        delete form.dataset.busy;
        form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
    };
    addEventListener('pageshow', () => document.querySelectorAll('form[data-busy]').forEach(free));

    // A page made for paper opens the print dialog by itself, and again at its button.
    const print = find('[data-print]');
    if (print) {
        print.hidden = false;
        print.addEventListener('click', () => window.print());
        addEventListener('load', () => window.print());
    }

    // Progress of a long job, as the server tells it.
    const refresh = () => {
        const seconds = Number(document.body.dataset.refresh);
        if (seconds > 0) setTimeout(() => location.reload(), 1000 * seconds);
    };
    const bar = find('[data-events]');
    if (bar) {
        const events = new EventSource(bar.dataset.events);
        events.addEventListener('voortgang', (event) => {
            const [done, total] = event.data.split(' ').map(Number);
            const meter = bar.querySelector('progress');
            if (!(total > 0)) return;
            meter.max = total;
            meter.value = done;
            const number = new Intl.NumberFormat(document.documentElement.lang);
            const words = document.documentElement.lang === 'nl' ? 'van' : 'of';
            bar.querySelector('.md-progress__text').textContent = `${number.format(done)} ${words} ${number.format(total)}`;
        });
        events.addEventListener('klaar', () => { events.close(); location.reload(); });
        events.addEventListener('error', () => { if (events.readyState === EventSource.CLOSED) refresh(); });
    } else {
        refresh();
    }

    // Two minutes before the session ends: a warning, and one button to go on.
    const warning = find('#sessie');
    if (warning) {
        let timer;
        const wait = () => {
            clearTimeout(timer);
            timer = setTimeout(() => {
                warning.hidden = false;
                warning.querySelector('button').focus();
            }, 60000 * Math.max(Number(warning.dataset.minutes) - 2, 0.5));
        };
        warning.querySelector('button').addEventListener('click', async () => {
            const answer = await fetch('/account', { credentials: 'same-origin', cache: 'no-store' });
            if (answer.redirected) location.reload();
            warning.hidden = true;
            wait();
        });
        wait();
    }
})();
