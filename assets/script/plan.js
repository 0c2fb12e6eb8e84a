// Drawing a signature, and groups of fields that hang on another answer. Without this file a name or a scan signs, and
// every group is shown.
(() => {
    'use strict';

    const drawing = (box) => {
        const canvas = box.querySelector('canvas');
        const field = box.querySelector('.md-sign input[type=hidden]');
        const pen = canvas.getContext('2d');
        let strokes = [], now = null;

        const place = (event) => {
            const area = canvas.getBoundingClientRect();
            const at = (value, most, size) => Math.min(most, Math.max(0, Math.round(value / size * most)));
            return [at(event.clientX - area.left, 1000, area.width), at(event.clientY - area.top, 300, area.height)];
        };
        const keep = () => {
            field.value = strokes.map((stroke) => stroke.map((point) => point.join(',')).join(' ')).join(';');
        };
        const draw = () => {
            pen.clearRect(0, 0, canvas.width, canvas.height);
            pen.lineWidth = 5;
            pen.lineCap = pen.lineJoin = 'round';
            pen.strokeStyle = getComputedStyle(canvas).color;
            for (const stroke of strokes) {
                pen.beginPath();
                stroke.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
                if (stroke.length === 1) pen.lineTo(stroke[0][0] + 1, stroke[0][1]);
                pen.stroke();
            }
        };
        canvas.addEventListener('pointerdown', (event) => {
            canvas.setPointerCapture(event.pointerId);
            now = [place(event)];
            strokes.push(now);
            draw();
            event.preventDefault();
        });
        canvas.addEventListener('pointermove', (event) => {
            if (!now || now.length > 1500) return;
            const point = place(event), last = now[now.length - 1];
            if (Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) < 4) return;
            now.push(point);
            draw();
        });
        for (const end of ['pointerup', 'pointercancel'])
            canvas.addEventListener(end, () => { now = null; keep(); });
        box.querySelector('[data-wis]').addEventListener('click', () => { strokes = []; draw(); keep(); });
        box.hidden = false;
    };
    document.querySelectorAll('[data-tekenen]').forEach(drawing);

    // A group shows while the field it hangs on has one of its values, or something stands in it.
    const groups = document.querySelectorAll('[data-bij]');
    const filled = (group) => group.querySelector('[aria-invalid]') || [...group.querySelectorAll('input, textarea, select')]
        .some((one) => (one.type === 'checkbox' || one.type === 'radio' ? one.checked : one.value !== ''));
    const show = () => groups.forEach((group) => {
        const form = group.closest('form');
        const value = new FormData(form).get(group.dataset.bij) ?? '';
        group.hidden = !(group.dataset.waarden.split(' ').includes(value) || filled(group));
    });
    if (groups.length) {
        show();
        addEventListener('change', show);
        addEventListener('pageshow', show);
    }
})();
