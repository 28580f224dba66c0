// The page: all phones side by side, kept up to date by the simulator's events.

import { call } from "./dom.js";
import { Phone } from "./phone.js";
import { addPhone, network } from "./dialogs.js";

const page = { service: { name: "" }, points: [] };
const phones = new Map();
const room = document.getElementById("phones");
const banner = document.getElementById("banner");
const chip = document.getElementById("webhook");

const WEBHOOK = {
  verified: "Webhook connected",
  waiting: "Waiting for the webhook…",
  refused: "Webhook refused the verify token",
  off: "No webhook set",
};

function showWebhook(webhook) {
  chip.dataset.state = webhook.state;
  chip.textContent = WEBHOOK[webhook.state] + (webhook.pending ? ` · ${webhook.pending} waiting` : "");
  chip.title = webhook.url || "";
}

function phoneOf(facts) {
  if (!phones.has(facts.id)) {
    const phone = new Phone(facts, phones.size + 1, page);
    phones.set(facts.id, phone);
    room.append(phone.element);
    phone.load([]);
  }
  return phones.get(facts.id);
}

async function load() {
  const state = await call("GET", "/state");
  page.service = state.service;
  page.points = state.points;
  document.title = `${state.service.name} · WhatsApp simulator`;
  showWebhook(state.webhook);
  if (page.epoch !== state.epoch) {
    page.epoch = state.epoch;
    phones.clear();
    room.replaceChildren();
  }
  for (const facts of state.phones) {
    const phone = phoneOf(facts);
    phone.update(facts);
    phone.load(state.chats[facts.id]);
  }
  banner.hidden = true;
  document.body.dataset.ready = "true";
}

async function refreshPhones() {
  for (const facts of await call("GET", "/phones")) phoneOf(facts).update(facts);
}

const HANDLERS = {
  hello: load,
  phone: refreshPhones,
  message: ({ phone, message }) => phones.get(phone)?.take(message),
  typing: ({ phone, seconds }) => phones.get(phone)?.typing(seconds),
  cleared: ({ phone }) => phones.get(phone)?.load([]),
  webhook: showWebhook,
};

// Events are handled one after the other, so that none overtakes the loading of the state it builds on.
let line = Promise.resolve();

function listen() {
  const stream = new EventSource("/sim/events");
  stream.addEventListener("message", ({ data }) => {
    const event = JSON.parse(data);
    line = line.then(() => HANDLERS[event.event]?.(event)).catch((error) => console.error(error));
  });
  stream.addEventListener("error", () => {
    banner.hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1500);
  });
}

document.getElementById("add-phone").addEventListener("click", () => addPhone());
document.getElementById("tools").addEventListener("click", () => network());
document.addEventListener("visibilitychange", () => phones.forEach((phone) => phone.readSoon()));
setInterval(() => phones.forEach((phone) => { phone.time.textContent = new Date().toLocaleTimeString("en-IN", { hour: "numeric", minute: "2-digit" }); }), 20000);
listen();
