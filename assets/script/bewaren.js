// Saves a form while somebody types. Without this file its buttons save.
(() => {
    'use strict';
    const pause = 900, retry = 8000;

    const watch = (form) => {
        const line = form.querySelector('[data-bewaard]');
        const say = (text) => { if (line.textContent !== text) line.textContent = text; };
        let timer, running = false, changed = false, leaving = false, trouble = false, waiting = null;
        // What was sent without an answer coming back: the server may have kept it all the same.
        let unanswered = [];
        const content = () => {
            const body = new URLSearchParams(new FormData(form));
            body.delete('_eenmalig');
            body.set('bewaar', 'auto');
            return body;
        };
        const remember = (body) => {
            unanswered = [...unanswered, ...[...body].filter(([name]) => form.elements[`merk.${name}`])].slice(-20);
        };
        const withUnanswered = (body) => {
            for (const [name, value] of unanswered) body.append(`vorig.${name}`, value);
            return body;
        };

        const later = (wait) => { clearTimeout(timer); timer = setTimeout(save, wait); };
        const failed = (text) => {
            changed = trouble = true;
            say(text);
            later(retry);
        };

        async function save() {
            clearTimeout(timer);
            if (running || leaving || !changed) return;
            if (!navigator.onLine) { failed(line.dataset.weg); return; }
            running = true;
            changed = false;
            say(line.dataset.bezig);
            const body = content();
            try {
                const answer = await fetch(form.action, { method: 'POST', body: withUnanswered(new URLSearchParams(body)), credentials: 'same-origin', redirect: 'manual' });
                const json = (answer.headers.get('content-type') || '').startsWith('application/json');
                if (json) take(await answer.json());
                else if (answer.status >= 500) failed(line.dataset.mislukt);
                else { changed = trouble = true; say(line.dataset.sessie); return; }
            } catch {
                remember(body);
                failed(line.dataset.weg);
            } finally {
                running = false;
                if (waiting) form.requestSubmit(waiting);
                waiting = null;
            }
            if (changed) later(trouble ? retry : pause);
        }

        // What the server kept: new marks for those fields, or why not.
        function take(answer) {
            for (const [field, mark] of Object.entries(answer.merken)) {
                const hidden = form.elements[`merk.${field}`];
                if (hidden) hidden.value = mark;
            }
            trouble = false;
            unanswered = [];
            say(answer.samen ? line.dataset.samen : answer.melding);
        }

        form.addEventListener('input', () => { changed = true; later(pause); });
        form.addEventListener('change', () => { changed = true; later(pause); });
        addEventListener('online', () => { if (changed) save(); });
        addEventListener('offline', () => { if (changed) say(line.dataset.weg); });
        form.addEventListener('submit', (event) => {
            if (navigator.onLine && !running) {
                form.querySelectorAll('[name^="vorig."]').forEach((old) => old.remove());
                for (const [name, value] of unanswered) {
                    const hidden = Object.assign(document.createElement('input'), { type: 'hidden', name: `vorig.${name}`, value });
                    form.append(hidden);
                }
                leaving = true;
                clearTimeout(timer);
                return;
            }
            event.preventDefault();       // the browser's own error page would lose the text
            event.stopPropagation();
            if (running) waiting = event.submitter;   // its answer first: two of one writer are no conflict
            else failed(line.dataset.weg);
        });
        addEventListener('pageshow', () => { leaving = false; });
        // Somebody goes elsewhere: what was typed last goes along; where it cannot, the browser asks.
        addEventListener('beforeunload', (event) => {
            if (!changed || leaving) return;
            if (trouble || !navigator.onLine || !navigator.sendBeacon(form.action, withUnanswered(content()))) event.preventDefault();
            else changed = false;
        });
    };
    document.querySelectorAll('[data-bewaar] form').forEach(watch);
})();
