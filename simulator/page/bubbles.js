// One message of the chat as an element.

import { el, icon, tickMarks } from "./dom.js";
import { clockTime, inline, rich } from "./format.js";

const TICK_NAMES = { pending: "sending", sent: "sent", delivered: "delivered", read: "read", played: "played", failed: "not sent" };
const mediaAddress = (id) => `/sim/media/${encodeURIComponent(id)}`;
const picture = (id, text) => el("img", { class: "picture", src: mediaAddress(id), alt: text || "Photo" });
const film = (id) => el("video", { class: "picture", src: mediaAddress(id), controls: true, preload: "metadata" });

function caption(content) {
  return content.caption ? rich(content.caption) : null;
}

function soundPlayer(content, heard) {
  const sound = el("audio", { src: mediaAddress(content.id), preload: "metadata" });
  const place = el("input", { type: "range", min: 0, max: 1000, value: 0, "aria-label": "Position in the recording" });
  const length = el("span", { class: "length" }, "0:00");
  const play = el("button", { type: "button", class: "round", "aria-label": "Play the recording" }, icon("play", "solid"));
  const show = (seconds) => { if (Number.isFinite(seconds)) length.textContent = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`; };
  play.addEventListener("click", () => (sound.paused ? sound.play() : sound.pause()));
  sound.addEventListener("play", () => { play.replaceChildren(icon("pause")); heard(); });
  sound.addEventListener("pause", () => play.replaceChildren(icon("play", "solid")));
  sound.addEventListener("loadedmetadata", () => show(sound.duration));
  sound.addEventListener("timeupdate", () => { show(sound.currentTime); if (Number.isFinite(sound.duration)) place.value = 1000 * sound.currentTime / sound.duration; });
  place.addEventListener("input", () => { if (Number.isFinite(sound.duration)) sound.currentTime = sound.duration * place.value / 1000; });
  const sign = el("span", { class: content.voice ? "sign voice" : "sign" }, icon(content.voice ? "mic" : "audio"));
  return el("div", { class: "sound" }, sign, play, el("span", { class: "track" }, place, length), sound);
}

function fileCard(content) {
  const name = content.filename || "Document";
  const ending = name.includes(".") ? name.split(".").pop().toUpperCase().slice(0, 5) : "FILE";
  return [
    el("a", { class: "file", href: mediaAddress(content.id), download: name },
      el("span", { class: "sheet" }, icon("document")), el("span", {}, el("b", {}, name), el("small", {}, ending))),
    caption(content),
  ];
}

function placeCard(content) {
  const point = `${Number(content.latitude).toFixed(5)}, ${Number(content.longitude).toFixed(5)}`;
  return [
    el("div", { class: "map", role: "img", "aria-label": `Map pin at ${point}` }, icon("pin", "solid")),
    el("div", { class: "place" }, el("b", {}, content.name || "Location"), el("small", {}, content.address || point)),
  ];
}

function cards(contacts) {
  return contacts.map((contact) => el("div", { class: "file" }, el("span", { class: "face" }, icon("contact")),
    el("span", {}, el("b", {}, contact.name?.formatted_name || "Contact"),
      el("small", {}, contact.phones?.map((phone) => phone.phone).join(", ") || ""))));
}

function header(part) {
  if (!part) return null;
  if (part.type === "text") return el("div", { class: "heading" }, part.text);
  if (part.type === "image") return picture(part.image.id);
  if (part.type === "video") return film(part.video.id);
  return fileCard(part.document);
}

function question(content) {
  return [header(content.header), rich(content.body.text),
    content.footer ? el("div", { class: "footer" }, content.footer.text) : null];
}

function answer(message) {
  const { content } = message;
  const reply = content[content.type] || {};
  return [rich(reply.title || content.type), reply.description ? el("div", { class: "footer" }, reply.description) : null];
}

const CONTENTS = {
  text: (message) => rich(message.content.body),
  image: ({ content }) => [picture(content.id, content.caption), caption(content)],
  sticker: ({ content }) => picture(content.id, "Sticker"),
  video: ({ content }) => [film(content.id), caption(content)],
  audio: (message, chat) => soundPlayer(message.content, () => chat.heard(message)),
  document: ({ content }) => fileCard(content),
  location: ({ content }) => placeCard(content),
  contacts: ({ content }) => cards(content),
  interactive: (message) => (message.from_phone ? answer(message) : question(message.content)),
  button: ({ content }) => rich(content.text),
  template: ({ content }) => rich(content.rendered),
  unsupported: ({ content }) => el("div", { class: "gone" }, icon("poll"), ` ${content.type.replaceAll("_", " ")}`),
};

// Kinds that change another bubble, or stand between bubbles, and so have none of their own.
export const HIDDEN = new Set(["reaction", "edit", "revoke"]);

function quoted(message, chat) {
  const original = chat.messages.get(message.reply_to);
  if (!original) return null;
  const who = original.from_phone ? "You" : chat.serviceName;
  return el("button", { type: "button", class: "quote", "aria-label": `Answers: ${summary(original)}`, onclick: () => chat.showMessage(original.wamid) },
    el("b", {}, who), el("span", {}, ...inline(summary(original))));
}

export function summary(message) {
  const kinds = { image: "📷 Photo", video: "🎥 Video", audio: "🎤 Voice message", document: "📄 Document", location: "📍 Location", sticker: "Sticker", contacts: "👤 Contact" };
  return message.text || kinds[message.kind] || message.kind;
}

function options(message, chat) {
  if (message.from_phone || message.kind === "text") return null;
  const { content } = message;
  const rows = [];
  const row = (name, text, tap, off = false, more = {}) => rows.push(
    el("button", { type: "button", class: "option", onclick: tap, disabled: off, ...more }, name && icon(name), el("span", {}, text)));
  if (message.kind === "template" || content.type === "button") {
    for (const choice of message.choices) {
      row("reply", choice.title, () => chat.tap(message, choice), message.chosen !== null,
        { "aria-pressed": message.chosen === choice.id ? "true" : "false" });
    }
  } else if (content.type === "list") {
    row("list", content.action.button, () => chat.openList(message));
  } else if (content.type === "location_request_message") {
    row("pin", "Send location", () => chat.openLocation());
  } else if (content.type === "cta_url") {
    const { display_text: text, url } = content.action.parameters;
    rows.push(el("a", { class: "option", href: url, target: "_blank", rel: "noopener noreferrer" }, icon("link"), el("span", {}, text)));
  }
  return rows.length ? el("div", { class: "options" }, rows) : null;
}

export function ticksOf(message) {
  if (!message.from_phone) return null;
  return el("span", { class: `ticks ${message.ticks}`, role: "img", "aria-label": TICK_NAMES[message.ticks], "data-ticks": message.ticks }, tickMarks(message.ticks));
}

export function notice(message) {
  const changed = message.content.type === "user_changed_number" ? "This phone has a new number" : "This phone has a new business-scoped id";
  return el("div", { class: "pill", "data-wamid": message.wamid }, changed);
}

export function bubble(message, chat) {
  if (message.kind === "system") return notice(message);
  const side = message.from_phone ? "out" : "in";
  const meta = el("span", { class: "meta" }, message.edited ? "Edited " : null, clockTime(message.at), ticksOf(message));
  const make = CONTENTS[message.kind] || (() => el("div", { class: "gone" }, message.kind));
  const gone = message.revoked || message.deleted;
  const shown = gone
    ? [el("div", { class: "gone" }, message.from_phone || message.deleted ? "🚫 You deleted this message" : "🚫 This message was deleted")]
    : [message.forwarded ? el("div", { class: "forwarded" }, icon("reply"), "Forwarded") : null, quoted(message, chat), make(message, chat)];
  const reactions = Object.values(message.reactions);
  return el("article", { class: `row ${side} ${message.kind}`, "data-testid": "bubble", "data-wamid": message.wamid, "data-direction": side, "data-kind": message.kind,
    "aria-label": `${message.from_phone ? "You" : chat.serviceName}, ${clockTime(message.at)}` },
  el("div", { class: "bubble" },
    el("div", { class: "inner" }, ...shown.flat(2), meta),
    gone ? null : el("button", { type: "button", class: "more", "aria-label": "Reply or react", onclick: (event) => chat.openMenu(message, event.currentTarget) }, icon("chevron")),
    gone ? null : options(message, chat)),
  reactions.length ? el("span", { class: "reactions", "aria-label": `Reactions: ${reactions.join(" ")}` }, reactions.join(" ")) : null);
}
