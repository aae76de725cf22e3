// Calls on the phones: a dial pad, what is said, and what one can do at each moment of a call.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const PAUSE_AFTER_KEYS = 2500;
const ENDS = { completed: 'Call ended', busy: 'Busy', no_answer: 'Not answered', failed: 'Call failed' };
const SPEAKERS = { app: 'App: ', sound: 'Sound: ', person: 'You: ', keys: 'You press: ', other: 'They: ', note: '' };

export function makeCalls({ request, el, pretty, say, title, live }) {
  let aloud = 'speechSynthesis' in window;

  const named = (number) => {
    const peer = live().find((n) => n.number === number);
    return peer ? title(peer) : pretty(number);
  };
  const modeOf = ({ call }) => {
    if (!call || call.hidden) return 'pad';
    if (call.state === 'ringing') return call.direction === 'to_phone' ? 'ringing' : 'dialling';
    return call.state === 'going' ? 'going' : 'over';
  };
  const outside = (call) => call.doing === 'forwarding' && !call.forward.here;
  const talks = (call) => (call.doing === 'forwarding' && call.forward.answered) || (call.leg && call.doing === 'nothing');

  // What changes.

  function take(phone, view) {
    const known = phone.call;
    if (known && known.id === view.id && known.changed >= view.changed) return;
    if (known && known.id !== view.id && known.changed > view.changed) return;
    // A call that was over before anybody looked is no news.
    if (!known && view.state === 'ended' && !phone.dialled) return;
    const isNew = known?.id !== view.id;
    // Who comes to a call late reads what was said; it is not said again.
    const late = isNew && Date.now() - new Date(view.began) > 10000;
    const heard = late ? view.transcript.length : isNew ? 0 : known.transcript.length;
    phone.call = view;
    if (isNew) {
      phone.callOpen = true;
      phone.endSeen = false;
      phone.showKeys = undefined;
      phone.ask('.call-log').replaceChildren();
    }
    if (isNew || view.step !== known.step) clearKeys(phone);
    if (view.state !== 'ended' || !isNew) speakAloud(view, heard);
    show(phone);
    if (view.state === 'ringing' && isNew && !document.activeElement?.closest('form, dialog')) focusFirst(phone);
  }

  function texted(phone) {
    phone.ask('.call-new').hidden = false;
    show(phone);
  }

  async function act(phone, path, body) {
    const answer = await request('POST', path, body);
    say(phone.ask('.call-trouble'), answer.problem);
    if (answer.id) take(phone, answer);
    return !answer.problem;
  }

  const on = (phone, what, body) => act(phone, `/calls/${phone.call.id}/${what}`, body);

  async function dial(phone, to) {
    if (!to.trim()) return;
    phone.dialled = true;
    await act(phone, `/phones/${phone.number}/calls`, { to });
  }

  async function speak(phone, text) {
    hush();
    const box = phone.ask('.speak input');
    box.value = '';
    if (!(await on(phone, 'speech', { text })) && !box.value) box.value = text;
    box.focus({ preventScroll: true });
  }

  // Keys wait for the rest of a number; what is keyed in secret shows as dots and stays on this page.
  function press(phone, key) {
    const mode = modeOf(phone);
    if (mode === 'pad') {
      const box = phone.ask('.dial input');
      box.value += key;
      return;
    }
    const hearing = phone.call.hearing;
    if (mode !== 'going' || !hearing?.keypad) return;
    hush();
    phone.keyed = (phone.keyed ?? '') + key;
    clearTimeout(phone.keyTimer);
    const enough = hearing.digits > 0 && phone.keyed.length >= hearing.digits;
    if (enough || (key === '#' && hearing.digits !== 1)) sendKeys(phone);
    else phone.keyTimer = setTimeout(() => sendKeys(phone), PAUSE_AFTER_KEYS);
    showKeyed(phone);
  }

  function sendKeys(phone) {
    const digits = phone.keyed;
    clearKeys(phone);
    if (digits) on(phone, 'digits', { digits });
  }

  function clearKeys(phone) {
    clearTimeout(phone.keyTimer);
    phone.keyed = '';
    showKeyed(phone);
  }

  function showKeyed(phone) {
    const secret = phone.call?.hearing?.secret;
    phone.ask('.keyed').textContent = secret ? '•'.repeat(phone.keyed.length) : phone.keyed;
  }

  // What is heard.

  function speakAloud(view, from) {
    if (!aloud) return;
    for (const line of view.transcript.slice(from).filter((l) => l.who === 'app')) {
      const words = new SpeechSynthesisUtterance(line.text);
      if (line.language) words.lang = line.language;
      speechSynthesis.speak(words);
    }
    if (view.state === 'ended' && from > 0 && view.how !== 'completed') hush();
  }

  function hush() {
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }

  function listen(phone) {
    hush();
    const ear = new Recognition();
    const mic = phone.ask('.mic');
    ear.lang = phone.call.hearing?.language || 'en-US';
    ear.onstart = () => mic.setAttribute('aria-pressed', 'true');
    ear.onend = () => mic.setAttribute('aria-pressed', 'false');
    ear.onresult = (e) => speak(phone, e.results[0][0].transcript);
    ear.onerror = (e) => say(phone.ask('.call-trouble'), e.error === 'not-allowed' ? 'The browser may not use the microphone. Type instead.' : 'Nothing was understood. Try again or type.');
    ear.start();
  }

  // What is shown.

  function show(phone) {
    const mode = modeOf(phone);
    const { call } = phone;
    const box = phone.ask('.call');
    const live = mode !== 'pad' && mode !== 'over';
    box.hidden = !phone.callOpen;
    box.dataset.mode = mode;
    for (const other of phone.node.querySelectorAll('.peer, .threads, .log, .composer')) {
      other.inert = phone.callOpen || (other.matches('.composer') && phone.view.off);
    }
    const ring = phone.ask('.ring');
    // Who reads texts while a call ends comes back to what was said last.
    const ended = mode === 'over' && !phone.callOpen && !phone.endSeen;
    phone.endSeen ||= mode === 'over' && phone.callOpen;
    ring.classList.toggle('live', live);
    phone.ask('.ring-word').textContent = live ? 'On a call' : ended ? 'Call ended' : '';
    ring.setAttribute('aria-label', live ? 'Back to the call' : ended ? 'Call ended: what was said' : 'Call');
    if (!phone.callOpen) return;
    const name = mode === 'pad' ? 'Make a call' : named(call.other);
    phone.ask('.call-name').textContent = name;
    phone.ask('.call-face').textContent = mode === 'pad' ? '#' : name.replace(/^\+/, '#').charAt(0).toUpperCase();
    phone.ask('.call-texts').firstChild.textContent = 'Texts';
    phone.ask('.call-word').textContent = word(mode, call);
    phone.ask('.dial').hidden = mode !== 'pad';
    phone.ask('.call-log').hidden = mode === 'pad';
    const hearing = mode === 'going' ? call.hearing : undefined;
    const speech = mode === 'going' && Boolean(hearing?.speech || talks(call));
    // Keys that nobody hears leave their room to what was said.
    const keypad = Boolean(hearing?.keypad && (phone.showKeys ?? !hearing.speech));
    phone.ask('.keys').hidden = mode !== 'pad' && !(mode === 'going' && keypad);
    phone.ask('.keyed').hidden = mode === 'pad';
    for (const key of phone.node.querySelectorAll('.keys button')) key.disabled = mode === 'going' && !hearing?.keypad;
    phone.ask('.speak').hidden = !speech || keypad;
    phone.ask('.speak input').disabled = phone.ask('.speak [type=submit]').disabled = !speech;
    phone.ask('.mic').hidden = !Recognition || !speech;
    const newText = !phone.ask('.call-new').hidden;
    phone.ask('.call-hint').textContent = hint(mode, call, newText);
    phone.ask('.call-hint').hidden = !hint(mode, call, newText);
    if (mode === 'pad') showQuick(phone);
    else showLines(phone);
    showActs(phone, mode, keypad);
    tick(phone);
  }

  function word(mode, call) {
    switch (mode) {
      case 'pad': return 'Dial a number';
      case 'dialling': return 'Calling';
      case 'ringing': return call.leg ? 'Forwarded call' : 'Incoming call';
      case 'over': return ENDS[call.how] ?? 'Call ended';
      default: return { holding: 'On hold', forwarding: call.forward?.answered ? 'Connected' : 'Forwarding', listening: 'Listening' }[call.doing] ?? 'Connected';
    }
  }

  function hint(mode, call, newText) {
    if (mode !== 'going') return '';
    if (call.doing === 'holding') return newText ? 'A text has come. Open it under Texts; the call waits.' : 'The app goes on by itself.';
    if (outside(call)) return `Connected to ${pretty(call.forward.to)}. What comes of it?`;
    if (call.doing === 'forwarding') return call.forward.answered ? '' : `${pretty(call.forward.to)} rings.`;
    if (!call.hearing) return '';
    const { speech, keypad, secret, digits } = call.hearing;
    if (secret) return 'Keys pressed now are kept nowhere.';
    const keys = digits > 1 ? `${digits} keys` : digits === 1 ? 'a key' : 'keys, then #';
    return speech && keypad ? `Say it, or press ${keys}.` : speech ? 'Say it.' : `Press ${keys}.`;
  }

  function showLines(phone) {
    const log = phone.ask('.call-log');
    const { transcript } = phone.call;
    if (log.children.length > transcript.length) log.replaceChildren();
    for (const line of transcript.slice(log.children.length)) {
      const row = el('p', `line-${line.who}`);
      if (line.who !== 'note') row.append(el('span', 'unseen', SPEAKERS[line.who]));
      row.append(el('span', 'words', line.who === 'sound' ? `♪ ${line.text}` : line.who === 'note' ? line.text.replace(/\+\d{7,15}/, pretty) : line.text));
      if (line.language) row.querySelector('.words').lang = line.language;
      log.append(row);
    }
    log.scrollTop = log.scrollHeight;
  }

  function showQuick(phone) {
    const answering = live().filter((n) => n.calls);
    phone.ask('.quick').replaceChildren(
      ...answering.slice(0, 4).map((peer) => {
        const button = el('button', '', title(peer));
        button.type = 'button';
        button.title = pretty(peer.number);
        button.addEventListener('click', () => {
          phone.ask('.dial input').value = pretty(peer.number);
          focusFirst(phone);
        });
        return button;
      }),
    );
  }

  function showActs(phone, mode, keypad) {
    const acts = actsOf(phone, mode, keypad);
    const box = phone.ask('.call-acts');
    const focused = document.activeElement?.closest('.call-acts') === box ? document.activeElement.textContent : undefined;
    box.replaceChildren(
      ...acts.map(([label, kind, run, state]) => {
        const button = el('button', kind, label);
        button.type = 'button';
        if (state) button.setAttribute(...state);
        button.addEventListener('click', run);
        return button;
      }),
    );
    // Who pressed a button with the keyboard goes on from where the buttons are.
    if (focused) ([...box.children].find((b) => b.textContent === focused) ?? box.firstElementChild)?.focus({ preventScroll: true });
  }

  function actsOf(phone, mode, keypad) {
    const { call } = phone;
    const close = ['Close', '', () => closeCall(phone)];
    switch (mode) {
      case 'pad':
        return [['Call', 'take', () => dial(phone, phone.ask('.dial input').value)], close];
      case 'ringing':
        return [
          ['Answer', 'take', () => on(phone, 'answer')],
          ['Refuse', 'end', () => on(phone, 'refuse')],
          ['No answer', '', () => on(phone, 'no_answer')],
          ['Machine answers', '', () => on(phone, 'machine')],
        ];
      case 'over':
        return [['Call again', 'take', () => dial(phone, call.other)], close];
      case 'dialling':
        return [];
      default: {
        const end = ['Hang up', 'end', () => { hush(); on(phone, 'hang_up'); }];
        if (outside(call)) {
          return [
            ['They talked', '', () => on(phone, 'answer')],
            ['Busy', '', () => on(phone, 'refuse')],
            ['No answer', '', () => on(phone, 'no_answer')],
            ['Not reachable', '', () => on(phone, 'fail')],
            end,
          ];
        }
        const acts = call.hearing?.keypad ? [['Keypad', '', () => { phone.showKeys = !keypad; show(phone); }, ['aria-pressed', String(keypad)]]] : [];
        // The keypad takes the room of the rest.
        if (keypad) return [...acts, end];
        if (call.doing === 'listening') acts.push(['Say nothing', '', () => speak(phone, '')]);
        if ('speechSynthesis' in window) acts.push(['Sound', '', () => { aloud = !aloud; if (!aloud) hush(); show(phone); }, ['aria-pressed', String(aloud)]]);
        return [...acts, end];
      }
    }
  }

  function openCall(phone) {
    phone.callOpen = true;
    if (modeOf(phone) === 'over' && phone.endSeen) phone.call.hidden = true;
    // Who texts with a number that takes no calls is about to call another.
    const textsOnly = live().some((n) => n.number === phone.peer && !n.calls);
    if (modeOf(phone) === 'pad') phone.ask('.dial input').value = phone.peer && !textsOnly ? pretty(phone.peer) : '';
    show(phone);
    focusFirst(phone);
  }

  function closeCall(phone) {
    phone.callOpen = false;
    phone.ask('.call-new').hidden = true;
    say(phone.ask('.call-trouble'));
    show(phone);
    phone.ask('.ring').focus({ preventScroll: true });
  }

  function focusFirst(phone) {
    phone.ask('.call-acts button')?.focus({ preventScroll: true });
  }

  function tick(phone) {
    const { call } = phone;
    if (!phone.callOpen || !call) return;
    const mode = modeOf(phone);
    const from = call.answered && mode !== 'pad' ? new Date(call.answered) : null;
    const seconds = from ? Math.max(0, Math.round(((call.ended ? new Date(call.ended) : new Date()) - from) / 1000)) : 0;
    phone.ask('.call-time').textContent = from ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : '';
  }

  function wire(phone) {
    phone.keyed = '';
    phone.ask('.ring').addEventListener('click', () => openCall(phone));
    // What was said last stays in sight, however much room there is.
    new ResizeObserver(([{ target }]) => { target.scrollTop = target.scrollHeight; }).observe(phone.ask('.call-log'));
    phone.ask('.call-texts').addEventListener('click', () => closeCall(phone));
    phone.ask('.mic').addEventListener('click', () => listen(phone));
    phone.ask('.keys').addEventListener('click', (e) => e.target.dataset.key && press(phone, e.target.dataset.key));
    phone.ask('.dial').addEventListener('submit', (e) => {
      e.preventDefault();
      dial(phone, e.target.elements.to.value);
    });
    phone.ask('.speak').addEventListener('submit', (e) => {
      e.preventDefault();
      const words = phone.ask('.speak input').value.trim();
      if (words) speak(phone, words);
    });
    phone.ask('.call').addEventListener('keydown', (e) => {
      if (e.key === 'Escape') closeCall(phone);
      if (/^[0-9*#]$/.test(e.key) && !e.ctrlKey && !e.metaKey && !e.altKey && !e.target.matches('input')) {
        e.preventDefault();
        press(phone, e.key);
      }
    });
  }

  return { wire, take, texted, tick, show };
}
