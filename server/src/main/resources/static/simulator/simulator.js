// The phones on the screen. Everything shown comes from one stream of changes; a change seen twice does no harm.
import { makeCalls } from './calls.js';

const api = '/api/v1/simulator';
const csrf = document.querySelector('meta[name=csrf-token]').content;
const desk = document.getElementById('desk');
const drawer = document.getElementById('drawer');
const newPhone = document.getElementById('new-phone');
const line = document.getElementById('line');
const phones = new Map();
// A link of the studio names whom to text or call: every phone looks at it, and the first one is ready to.
const asked = new URLSearchParams(location.search);
const wanted = asked.get('text') ?? asked.get('call') ?? '';
let numbers = [...document.querySelectorAll('#numbers li')].map(({ dataset }) => ({
  ...dataset,
  texts: dataset.texts === 'true',
  calls: dataset.calls === 'true',
}));

const STATES = {
  queued: ['✓', 'Sending'],
  sent: ['✓', 'Sent'],
  delivered: ['✓✓', 'Delivered'],
  undelivered: ['!', 'Not delivered'],
  failed: ['!', 'Failed'],
};
const FAULTS = {
  delay_ms: (ms) => `Delay ${ms / 1000} s`,
  refuse: () => 'Refuses',
  fail: () => 'Fails',
  duplicate: () => 'Posts twice',
  off: () => 'Off',
};

async function call(method, path, body) {
  const response = await fetch(api + path, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrf },
    body: body && JSON.stringify(body),
  }).catch(() => null);
  if (!response) return { problem: 'The server does not answer. Your text is still here.' };
  const answer = await response.json().catch(() => ({}));
  return response.ok ? answer : { problem: answer.detail ?? `The server answered ${response.status}.` };
}

const pretty = (number) =>
  number.startsWith('+1') && number.length === 9
    ? number.replace(/^(\+1)(\d{3})(\d+)$/, '$1 $2 $3')
    : number.replace(/^(\+1)(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3 $4');

function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function say(box, text) {
  box.textContent = text ?? '';
  box.hidden = !text;
}

// A phone: what is known of it, and its place on the page.

function phoneOf(number, name = '') {
  if (phones.has(number)) return phones.get(number);
  let node = desk.querySelector(`[data-number="${CSS.escape(number)}"]`);
  if (!node) {
    node = document.getElementById('phone').content.firstElementChild.cloneNode(true);
    node.dataset.number = number;
    node.querySelector('textarea').id = node.querySelector('.composer label').htmlFor = `text${number}`;
    node.querySelector('.dial input').id = node.querySelector('.dial label').htmlFor = `dial${number}`;
    node.querySelector('.speak input').id = node.querySelector('.speak label').htmlFor = `speak${number}`;
    desk.append(node);
  }
  const phone = { number, node, view: { number, name }, texts: new Map(), unread: new Map(), peer: wanted, sent: Promise.resolve(), ask: (q) => node.querySelector(q) };
  phones.set(number, phone);
  wire(phone);
  document.getElementById('empty').hidden = true;
  return phone;
}

function wire(phone) {
  const box = phone.ask('textarea');
  phone.ask('.peers').addEventListener('change', (e) => choose(phone, e.target.value));
  phone.ask('.peers').addEventListener('focus', loadNumbers);
  phone.ask('.settings').addEventListener('click', () => openDrawer(phone));
  phone.ask('.wake').addEventListener('click', () => call('PATCH', `/phones/${phone.number}`, { off: false }));
  phone.ask('.composer').addEventListener('submit', (e) => {
    e.preventDefault();
    send(phone, box.value);
  });
  box.addEventListener('input', () => fit(box));
  box.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing) {
      e.preventDefault();
      send(phone, box.value);
    }
  });
  phone.ask('.number').textContent = pretty(phone.number);
  calls.wire(phone);
}

function fit(box) {
  const log = box.closest('.glass').querySelector('.log');
  const atEnd = isAtEnd(log);
  box.rows = Math.min(5, box.value.split('\n').length + Math.floor(box.value.length / 34));
  if (atEnd) log.scrollTop = log.scrollHeight;
}

const isAtEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < 80;

async function send(phone, body) {
  const box = phone.ask('textarea'), to = phone.peer;
  if (!body.trim() || !to) return;
  if (box.value === body) box.value = '';
  fit(box);
  // One after the other, as a phone does: two requests at once may overtake each other.
  const answer = await (phone.sent = phone.sent.then(() => call('POST', `/phones/${phone.number}/texts`, { to, body })));
  say(phone.ask('.trouble'), answer.problem);
  if (answer.problem && !box.value) box.value = body;
  if (answer.id) take(answer);
}

function choose(phone, peer) {
  phone.peer = peer;
  phone.unread.delete(peer);
  showPeer(phone);
  showLog(phone);
}

// What is shown.

// A text is told of again with each receipt; in the thread it stands where it was sent.
const byTime = (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.direction.localeCompare(b.direction) || a.order - b.order;

function showPhone(phone) {
  const { view, node } = phone;
  node.setAttribute('aria-label', `${view.name}, ${pretty(phone.number)}`);
  phone.ask('.name').textContent = view.name;
  phone.ask('.dark').hidden = !view.off;
  phone.ask('.composer').inert = view.off;
  const on = Object.keys(FAULTS).filter((fault) => view[fault]);
  const words = on.map((fault) => FAULTS[fault](view[fault]));
  const chips = words.length > 2 ? [words[0], `+${words.length - 1}`] : words;
  phone.ask('.faults').replaceChildren(...chips.map((chip) => el('li', '', chip)));
  phone.ask('.faults').title = words.join(', ');
}

// What only takes calls has no thread of texts.
function peersOf(phone) {
  const known = new Map(numbers.filter((n) => n.texts).map((n) => [n.number, n]));
  for (const text of phone.texts.values()) {
    if (!known.has(text.other)) known.set(text.other, { number: text.other, app: '', app_title: '', environment: '' });
  }
  return [...known.values()];
}

const title = (peer) => peer.app_title || peer.app || pretty(peer.number);
const calls = makeCalls({ request: call, el, pretty, say, title, live: () => numbers });

function showPeer(phone) {
  const peers = peersOf(phone);
  const pick = phone.ask('.peers');
  if (!peers.some((p) => p.number === phone.peer)) phone.peer = peers[0]?.number ?? '';
  const options = peers.map((p) => {
    const option = el('option', '', p.app && peers.filter((o) => title(o) === title(p)).length > 1 ? `${title(p)} · ${p.profile}` : title(p));
    option.value = p.number;
    option.selected = p.number === phone.peer;
    return option;
  });
  pick.replaceChildren(...(options.length ? options : [el('option', '', 'No live number')]));
  pick.disabled = !options.length;
  const peer = peers.find((p) => p.number === phone.peer);
  phone.ask('.face').textContent = peer ? title(peer).replace(/^\+/, '#').charAt(0).toUpperCase() : '·';
  phone.ask('.where').textContent = !peer
    ? 'Publish an app with a text number'
    : peer.app ? `${pretty(peer.number)} · ${peer.profile}` : 'Not live';
  phone.ask('textarea').disabled = phone.ask('.composer button').disabled = !peer;
  showThreads(phone, peers);
}

function showThreads(phone, peers) {
  const talked = new Set([...phone.texts.values()].map((t) => t.other));
  const strip = phone.ask('.threads');
  const open = peers.filter((p) => talked.has(p.number) || p.number === phone.peer);
  strip.hidden = open.length < 2;
  strip.replaceChildren(
    ...open.map((peer) => {
      const unread = phone.unread.get(peer.number) ?? 0;
      const button = el('button', unread ? 'new' : '', title(peer));
      button.type = 'button';
      button.setAttribute('aria-pressed', String(peer.number === phone.peer));
      if (unread) button.append(el('span', 'count', String(unread)), el('span', 'unseen', ' new'));
      button.addEventListener('click', () => choose(phone, peer.number));
      return button;
    }),
  );
}

function showLog(phone) {
  const log = phone.ask('.log');
  const texts = [...phone.texts.values()].filter((t) => t.other === phone.peer).sort(byTime);
  const here = new Map([...log.children].map((row) => [row.dataset.id, row]));
  const atEnd = isAtEnd(log);
  let last = '';
  const rows = texts.flatMap((text) => {
    const day = new Date(text.at).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'short' });
    const kept = here.get(text.id);
    const row = kept && kept.dataset.changed === String(text.changed) ? kept : bubble(text);
    const rows = day === last ? [row] : [here.get(day) ?? dayRow(day), row];
    last = day;
    return rows;
  });
  const wanted = rows.length ? rows : [starter(phone)];
  if (wanted.length !== log.children.length || wanted.some((row, i) => row !== log.children[i])) {
    // Rows that stay are not touched, so a screen reader hears only what is new.
    for (const old of [...log.children]) if (!wanted.includes(old)) old.remove();
    wanted.forEach((row, i) => log.children[i] !== row && log.insertBefore(row, log.children[i] ?? null));
  }
  if (atEnd || texts.at(-1)?.direction === 'from_phone') log.scrollTop = log.scrollHeight;
}

function dayRow(day) {
  const row = el('div', 'day', day);
  row.dataset.id = day;
  return row;
}

function starter(phone) {
  const row = el('div', 'starter');
  if (!phone.peer) {
    row.append(el('p', '', 'No number is live yet. Publish an app that is bound to a number of the simulator.'));
    return row;
  }
  const peer = peersOf(phone).find((p) => p.number === phone.peer);
  row.append(el('p', '', `Text ${title(peer)} to begin.`));
  const hi = el('button', '', 'Hi');
  hi.type = 'button';
  hi.addEventListener('click', () => send(phone, 'Hi'));
  row.append(hi);
  return row;
}

function bubble(text) {
  const mine = text.direction === 'from_phone';
  const bad = text.state === 'failed' || text.state === 'undelivered';
  const row = el('div', `text ${mine ? 'mine' : 'theirs'}${bad ? ' bad' : ''}${text.fresh ? ' fresh' : ''}`);
  row.dataset.id = text.id;
  row.dataset.changed = text.changed;
  row.append(el('span', 'unseen', mine ? 'You: ' : 'App: '));
  const words = el('p', 'words');
  words.append(...linked(text.body));
  row.append(words);
  const at = new Date(text.at);
  const meta = el('p', 'meta');
  const time = el('time', '', at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }));
  time.dateTime = text.at;
  time.title = at.toLocaleString();
  const size = el('span', 'size', `${text.segments} SMS`);
  size.title = `${text.segments} ${text.segments === 1 ? 'segment' : 'segments'}, ${text.alphabet}`;
  const [mark, word] = STATES[text.state];
  const tick = el('span', `tick ${text.state}`, mark);
  tick.setAttribute('aria-hidden', 'true');
  tick.title = word;
  meta.append(time, ...(mine ? [] : [size]), tick, el('span', 'unseen', word));
  row.append(meta);
  if (text.note) row.append(el('p', 'note', text.note));
  return row;
}

function linked(body) {
  return body.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, i) => {
    if (i % 2 === 0) return part;
    const link = el('a', '', part.replace(/^https?:\/\//, ''));
    link.href = part;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  });
}

// What changes.

let settled = false;

function take(text) {
  const phone = phoneOf(text.phone);
  const known = phone.texts.get(text.id);
  if (known && known.changed >= text.changed) return;
  phone.texts.set(text.id, { ...text, order: known?.order ?? text.changed, fresh: settled && !known });
  if (!settled && !wanted) phone.peer = text.other;
  if (!known && settled && text.direction === 'to_phone') calls.texted(phone);
  if (!known && settled && text.direction === 'to_phone' && text.other !== phone.peer) {
    phone.unread.set(text.other, (phone.unread.get(text.other) ?? 0) + 1);
  }
  soon(phone);
}

const waiting = new Set();

// Many changes at once are drawn once.
function soon(phone) {
  if (waiting.size === 0) requestAnimationFrame(draw);
  waiting.add(phone);
}

function draw() {
  for (const phone of waiting) {
    showPhone(phone);
    showPeer(phone);
    showLog(phone);
  }
  waiting.clear();
}

function takePhone(view) {
  const phone = phoneOf(view.number, view.name);
  phone.view = view;
  soon(phone);
}

async function loadNumbers() {
  const answer = await call('GET', '/numbers');
  if (!answer.items || JSON.stringify(answer.items) === JSON.stringify(numbers)) return;
  numbers = answer.items;
  phones.forEach(soon);
  phones.forEach(calls.show);
}

function listen() {
  const events = new EventSource(`${api}/live?after=${document.body.dataset.after}`);
  events.addEventListener('message', (e) => e.data && take(JSON.parse(e.data)));
  events.addEventListener('call', (e) => calls.take(phoneOf(JSON.parse(e.data).phone), JSON.parse(e.data)));
  events.addEventListener('phone', (e) => takePhone(JSON.parse(e.data)));
  events.addEventListener('open', () => {
    line.textContent = 'Connected';
    line.className = 'line on';
    setTimeout(() => (settled = true), 400);
  });
  events.addEventListener('error', () => {
    line.textContent = 'Connection lost, trying again';
    line.className = 'line lost';
  });
}

// The drawer and the dialog.

let inDrawer = null;

function openDrawer(phone) {
  inDrawer = phone;
  const form = drawer.querySelector('form');
  drawer.querySelector('h2').textContent = `${phone.view.name}, ${pretty(phone.number)}`;
  drawer.querySelector('.saved').textContent = '';
  say(drawer.querySelector('.trouble'));
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = Boolean(phone.view[field.name]);
    else if (field.name) field.value = phone.view[field.name];
  }
  drawer.showModal();
}

drawer.addEventListener('change', async ({ target }) => {
  const value = target.type === 'checkbox' ? target.checked : target.name === 'delay_ms' ? Number(target.value) : target.value;
  const answer = await call('PATCH', `/phones/${inDrawer.number}`, { [target.name]: value });
  say(drawer.querySelector('.trouble'), answer.problem);
  drawer.querySelector('.saved').textContent = answer.problem ? '' : 'Saved';
  if (answer.number) takePhone(answer);
});

newPhone.querySelector('form').addEventListener('submit', async (e) => {
  e.preventDefault();
  const form = e.target;
  const answer = await call('POST', '/phones', { name: form.elements.name.value, number: form.elements.number.value });
  say(newPhone.querySelector('.trouble'), answer.problem);
  if (answer.problem) return;
  takePhone(answer);
  form.elements.name.value = '';
  form.elements.number.value = answer.number.replace(/\d{4}$/, (d) => String(Number(d) + 1).padStart(4, '0'));
  newPhone.close();
  phones.get(answer.number).node.scrollIntoView({ behavior: 'smooth', inline: 'center', block: 'nearest' });
  phones.get(answer.number).ask('textarea').focus({ preventScroll: true });
});

for (const dialog of [drawer, newPhone]) {
  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (e) => e.target === dialog && dialog.close());
}
drawer.querySelector('form').addEventListener('submit', (e) => e.preventDefault());
for (const id of ['add', 'add-first']) document.getElementById(id).addEventListener('click', () => newPhone.showModal());

function makeReady() {
  const [first] = phones.values();
  if (!first) return;
  first.node.scrollIntoView({ inline: 'center', block: 'nearest' });
  if (!asked.has('call')) return first.ask('textarea').focus({ preventScroll: true });
  first.ask('.ring').click();
  first.ask('.dial input').value = pretty(wanted);
}

function tellTime() {
  const now = new Date().toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' }).replace(/\s?[AP]M$/i, '');
  document.querySelectorAll('.clock').forEach((clock) => (clock.textContent = now));
}

desk.querySelectorAll('.handset').forEach((node) => soon(phoneOf(node.dataset.number, node.querySelector('.name').textContent)));
document.getElementById('empty').hidden = phones.size > 0;
call('GET', '/phones').then((answer) => {
  answer.items?.forEach(takePhone);
  if (wanted) requestAnimationFrame(makeReady);
});
call('GET', '/calls').then((answer) => answer.items?.forEach((view) => calls.take(phoneOf(view.phone), view)));
listen();
tellTime();
setInterval(tellTime, 5000);
setInterval(() => phones.forEach(calls.tick), 1000);
setInterval(() => document.hidden || loadNumbers(), 10000);
