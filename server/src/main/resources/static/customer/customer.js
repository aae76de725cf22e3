// Makes a page that works without it nicer: live updates, uploads with progress, questions that
// appear as one answers, a signature by finger. Everything it does the server does too.
(() => {
  'use strict';
  const body = document.body, $ = (q, at = document) => at.querySelector(q), $$ = (q, at = document) => [...at.querySelectorAll(q)];
  const journey = body.dataset.journey, banner = $('#banner');
  const make = (tag, props, ...children) => { const e = Object.assign(document.createElement(tag), props); e.append(...children); return e; };
  let form, served = $('#sheet')?.outerHTML, sending = false, uploads = 0, live, pause = 0, again, bannerTimer;

  const say = (text, stay) => {
    banner.textContent = text;
    clearTimeout(bannerTimer);
    if (text && !stay) bannerTimer = setTimeout(() => say(''), 5000);
  };

  // ---- once: offline, going back, live

  addEventListener('offline', () => say(body.dataset.offline, true));
  addEventListener('online', () => { say(body.dataset.online); listen(); });
  addEventListener('pageshow', e => { if (e.persisted) { free(); refresh(); } });

  const free = () => { sending = false; form?.removeAttribute('aria-busy'); };

  const listen = () => {
    live?.close();
    clearTimeout(again);
    if (!journey || !window.EventSource) return;
    live = new EventSource(`${journey}/live?shown=${body.dataset.revision}`);
    live.onopen = () => { pause = 0; };
    // A browser comes again by itself when the line breaks, but gives up on an answer such as "not ready yet".
    live.onerror = () => { if (live.readyState === 2) again = setTimeout(listen, pause = Math.min(60000, (pause || 1000) * 2)); };
    live.addEventListener('moved', e => { if (e.data !== body.dataset.revision && !sending) refresh(); });
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) { clearTimeout(again); live?.close(); } else listen();
  });

  const refresh = async () => {
    if (uploads) { setTimeout(refresh, 1000); return; }
    try {
      const answer = await fetch(journey, { headers: { Accept: 'text/html' } });
      const next = new DOMParser().parseFromString((await answer.text()).replace(/<style>[^]*?<\/style>/, ''), 'text/html');
      if (answer.status < 500 && !sending && $('#sheet', next)) take(next);
    } catch { /* The next move, or the reconnect, tries again. */ }
  };

  // Who comes back finds that the journey moved on, and often nothing of it is on this page.
  const take = next => {
    const fresh = $('#sheet', next).outerHTML;
    if (fresh === served) body.dataset.revision = next.body.dataset.revision;
    else { swap(next); served = fresh; }
  };

  // ---- another channel moved the journey: what was typed and where one was stay, if it is the same page

  const swap = next => {
    const old = $('#sheet'), fresh = $('#sheet', next), title = $('#title')?.textContent, at = document.activeElement;
    const typed = form ? $$('input,select,textarea', form).filter(changed) : [];
    const spot = at && at.id && old.contains(at) ? [at.id, at.selectionStart, at.selectionEnd] : null;
    const same = title === $('#title', fresh)?.textContent;
    old.replaceWith(document.adoptNode(fresh));
    body.className = next.body.className;
    body.dataset.revision = next.body.dataset.revision;
    document.title = next.title;
    begin();
    if (same) {
      typed.forEach(keep);
      if (spot) { const e = document.getElementById(spot[0]); e?.focus({ preventScroll: true }); try { e?.setSelectionRange(spot[1], spot[2]); } catch { /* not a text field */ } }
      look();
    } else {
      scrollTo(0, 0);
      $('#title')?.focus();
    }
    say(body.dataset.moved);
    if (next.body.dataset.journey) listen(); else { clearTimeout(again); live?.close(); }
  };
  const changed = e => e.type === 'file' || e.name.startsWith('_') ? false
    : e.type === 'radio' || e.type === 'checkbox' ? e.checked !== e.defaultChecked
    : e.type === 'hidden' ? e.dataset.drawn
    : e.tagName === 'SELECT' ? ![...e.options].every(o => o.selected === o.defaultSelected) : e.value !== e.defaultValue;
  const keep = was => {
    const is = $$(`[name="${CSS.escape(was.name)}"]`, form).find(e => e.type === was.type && (!['radio', 'checkbox'].includes(e.type) || e.value === was.value));
    if (!is) return;
    if ('checked' in is && ['radio', 'checkbox'].includes(is.type)) is.checked = was.checked; else is.value = was.value;
  };

  // ---- each page

  const begin = () => {
    form = $('#sheet form[data-token]');
    if (!form) return;
    free();
    form.addEventListener('submit', e => {
      if (sending || uploads) { e.preventDefault(); if (uploads) say(body.dataset.wait); return; }
      sending = true;
      form.setAttribute('aria-busy', 'true');
      setTimeout(free, 15000);
    });
    form.addEventListener('input', () => { clearTimeout(look.timer); look.timer = setTimeout(look, 250); });
    $$('fieldset.file', form).forEach(files);
    $$('fieldset.signature', form).forEach(signature);
    const summary = $('#summary');
    if (summary) summary.focus();
    $$('#summary a').forEach(a => a.addEventListener('click', e => {
      const to = document.getElementById(a.hash.slice(1));
      if (to) { e.preventDefault(); to.focus(); to.scrollIntoView({ block: 'center' }); }
    }));
  };

  // ---- questions that depend on answers

  let asked = 0;
  const look = async () => {
    if (!form) return;
    const mine = form, turn = ++asked, fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    try {
      const answer = await fetch(`${journey}/visible`, { method: 'POST', body: fields });
      if (!answer.ok || turn !== asked || mine !== form) return;
      const visible = new Set(await answer.json());
      $$('[data-control]:not(.address *)', form).forEach(e => { e.hidden = !visible.has(e.dataset.control); });
    } catch { /* Shown or not, the server asks for what is missing. */ }
  };

  // ---- files

  const cross = '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg>';
  const paper = '<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M7 3h7l4 4v14H7zM14 3v4h4"/></svg>';
  const size = n => n < 1048576 ? `${Math.max(1, Math.ceil(n / 1024))} kB` : `${(n / 1048576).toFixed(1)} MB`;

  const files = set => {
    const list = $('.files', set), d = set.dataset, said = $('.said', set), pickers = $('.pickers', set);
    const good = () => $$('li:not(.wrong)', list).length;
    const room = () => { pickers.hidden = +d.most > 1 && good() >= +d.most; };
    const row = (name, note) => {
      const text = make('small', { textContent: note });
      const drop = make('button', { type: 'button', className: 'drop', innerHTML: cross });
      drop.setAttribute('aria-label', `${d.remove} ${name}`);
      const kind = make('span', { className: 'kind', innerHTML: paper });
      const item = make('li', {}, kind, make('span', { className: 'name' }, make('b', { textContent: name }), text), drop);
      drop.onclick = () => { item.stop?.(); item.remove(); room(); look(); $('input[type=file]', set)?.focus(); };
      return { item, text, kind };
    };
    $$('li', list).forEach(li => {
      const box = $('input', li), [, name, , bytes] = box.value.split('|');
      const { item } = row(name, size(+bytes));
      box.hidden = true;
      item.append(box);
      li.replaceWith(item);
    });
    const thumb = async (file, kind) => {
      if (!file.type.startsWith('image/') || !window.createImageBitmap) return;
      try {
        const picture = await createImageBitmap(file), side = Math.min(picture.width, picture.height);
        const canvas = make('canvas', { width: 92, height: 92 });
        canvas.getContext('2d').drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, 92, 92);
        kind.replaceWith(canvas);
      } catch { /* A picture this browser cannot draw keeps its paper. */ }
    };
    const send = file => {
      if (+d.most === 1) list.replaceChildren();
      const { item, text, kind } = row(file.name, size(file.size)), name = $('input[type=file]', set).name;
      const wrong = words => { item.classList.add('wrong'); text.textContent = said.textContent = words; bar.remove(); room(); };
      const bar = make('progress', { max: 100, value: 0 });
      bar.setAttribute('aria-label', `${d.sending} ${file.name}`);
      list.append(item);
      thumb(file, kind);
      room();
      if (file.size > +d.bytes) { wrong(d.large); return; }
      item.append(bar);
      const call = new XMLHttpRequest();
      uploads++;
      call.open('POST', `${journey}/files?control=${encodeURIComponent(name)}&name=${encodeURIComponent(file.name)}`);
      call.setRequestHeader('Content-Type', 'application/octet-stream');
      call.upload.onprogress = e => { if (e.lengthComputable) bar.value = 100 * e.loaded / e.total; };
      call.onloadend = () => {
        uploads--;
        let told = {};
        try { told = JSON.parse(call.responseText); } catch { /* no answer */ }
        if (!told.value) { wrong(told.error || d.failed); return; }
        bar.remove();
        item.append(make('input', { type: 'hidden', name, value: told.value }));
        said.textContent = `${d.sent}: ${file.name}`;
        look();
      };
      item.stop = () => call.abort();
      call.send(file);
    };
    const all = chosen => [...chosen].slice(0, Math.max(1, +d.most - (+d.most > 1 ? good() : 0))).forEach(send);
    $$('input[type=file]', set).forEach(input => { input.onchange = () => { all(input.files); input.value = ''; }; });
    const target = $('.picker', set);
    target.ondragover = e => { e.preventDefault(); target.classList.add('over'); };
    target.ondragleave = () => target.classList.remove('over');
    target.ondrop = e => { e.preventDefault(); target.classList.remove('over'); all(e.dataTransfer.files); };
    room();
  };

  // ---- signature: a path in a box of 400 by 150, drawn again from what is kept

  const signature = set => {
    const pad = $('.pad', set), canvas = $('canvas', pad), kept = $('input[type=hidden]', set), pen = canvas.getContext('2d');
    let path = kept.value, drawing = false, scale = 1;
    pad.hidden = false;
    const paint = () => {
      const box = canvas.getBoundingClientRect(), dense = devicePixelRatio || 1;
      if (!box.width) return;
      canvas.width = box.width * dense; canvas.height = box.height * dense;
      scale = 400 / box.width;
      pen.setTransform(dense / scale, 0, 0, dense / scale, 0, 0);
      pen.lineWidth = 2.4; pen.lineCap = pen.lineJoin = 'round';
      pen.strokeStyle = getComputedStyle(canvas).color;
      if (path) pen.stroke(new Path2D(path));
    };
    const point = e => { const box = canvas.getBoundingClientRect(); return [e.clientX - box.left, e.clientY - box.top].map(n => Math.round(n * scale)).join(' '); };
    const line = (kind, e) => { if (path.length > 19900) return; path += `${kind}${point(e)}`; kept.value = path; kept.dataset.drawn = '1'; };
    canvas.onpointerdown = e => { e.preventDefault(); drawing = true; canvas.setPointerCapture(e.pointerId); line('M', e); line('L', e); paint(); };
    canvas.onpointermove = e => { if (drawing) { line('L', e); paint(); } };
    canvas.onpointerup = canvas.onpointercancel = () => { drawing = false; };
    $('.clear', pad).onclick = () => { path = kept.value = ''; kept.dataset.drawn = '1'; paint(); };
    new ResizeObserver(paint).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
  };

  begin();
  if (!navigator.onLine) say(body.dataset.offline, true);
  listen();
})();
