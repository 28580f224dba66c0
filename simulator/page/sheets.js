// What slides up inside a phone: attachments, lists, locations, the menu of a message, emoji.

import { el, icon, iconButton } from "./dom.js";

const EMOJI = "😀 😂 😊 😍 😢 😡 😨 🤔 👍 👎 🙏 👏 💪 🤝 ✌️ 👀 ❤️ 💔 🔥 ⭐ ✅ ❌ ⚠️ 🚨 🚓 🚔 👮 🔫 🔪 💊 🍺 💰 🏠 🏍️ 🚗 🚚 🐄 🌊 📍 📷 🎥 🎤 📞 🕐 🌙 ☀️ 🌧️ 🇮🇳".split(" ");
const REACTIONS = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

const ATTACHMENTS = [
  { kind: "image", name: "Photo", icon: "photo", accept: "image/jpeg,image/png" },
  { kind: "video", name: "Video", icon: "video", accept: "video/mp4,video/3gpp" },
  { kind: "document", name: "Document", icon: "document", accept: "" },
  { kind: "audio", name: "Voice file", icon: "audio", accept: "audio/*" },
];

export function openSheet(chat, title, ...content) {
  closeSheet(chat);
  const before = document.activeElement;
  const close = () => { layer.remove(); if (before && before.isConnected) before.focus({ preventScroll: true }); };
  const sheet = el("section", { class: "sheet-body", role: "dialog", "aria-label": title },
    el("header", {}, iconButton("close", "Close", { onclick: close }), el("h2", {}, title)), ...content);
  const layer = el("div", { class: "layer", onclick: (event) => { if (event.target === layer) close(); }, onkeydown: (event) => { if (event.key === "Escape") close(); } }, sheet);
  chat.screen.append(layer);
  (sheet.querySelector("[data-first]") || sheet.querySelector("button")).focus({ preventScroll: true });
  return close;
}

export function closeSheet(chat) {
  chat.screen.querySelector(".layer")?.remove();
}

export function attachSheet(chat) {
  const choose = (attachment) => el("button", { type: "button", class: "tile", "data-kind": attachment.kind, onclick: () => picker(chat, attachment, close) },
    el("span", {}, icon(attachment.icon)), attachment.name);
  const location = el("button", { type: "button", class: "tile", "data-kind": "location", onclick: () => { close(); locationSheet(chat); } }, el("span", {}, icon("pin")), "Location");
  const contact = el("button", { type: "button", class: "tile", "data-kind": "contacts", onclick: () => { close(); contactSheet(chat); } }, el("span", {}, icon("contact")), "Contact");
  const poll = el("button", { type: "button", class: "tile", "data-kind": "unsupported", onclick: () => { close(); chat.send({ kind: "unsupported" }); } }, el("span", {}, icon("poll")), "Poll");
  const close = openSheet(chat, "Share", el("div", { class: "tiles" }, ATTACHMENTS.map(choose), location, contact, poll));
}

export function photoPicker(chat) {
  picker(chat, ATTACHMENTS[0], () => {});
}

// The input stays in the phone until the next one: a browser may drop the choice of an input that has gone.
function picker(chat, attachment, close) {
  chat.screen.querySelector("input[type=file]")?.remove();
  const input = el("input", { type: "file", accept: attachment.accept || null, hidden: true, "data-testid": `file-${attachment.kind}-${chat.index}` });
  input.addEventListener("change", () => { if (input.files.length) { close(); fileSheet(chat, attachment, input.files[0]); } });
  chat.screen.append(input);
  input.click();
}

function fileSheet(chat, attachment, file) {
  const address = URL.createObjectURL(file);
  const preview = attachment.kind === "image" ? el("img", { src: address, alt: "The photo to be sent" })
    : attachment.kind === "video" ? el("video", { src: address, controls: true }) : el("p", { class: "gone" }, file.name);
  const caption = el("input", { type: "text", placeholder: "Add a caption", "aria-label": "Caption", maxlength: 1024, "data-first": true });
  const close = openSheet(chat, attachment.name, el("form", { class: "preview", onsubmit: (event) => {
    event.preventDefault();
    close();
    chat.sendFile(attachment.kind, file, { caption: caption.value }).finally(() => URL.revokeObjectURL(address));
  } }, preview, el("div", { class: "line" }, attachment.kind === "audio" ? null : caption, el("button", { class: "go", "aria-label": "Send the file", "data-testid": `send-file-${chat.index}` }, icon("send", "solid")))));
}

export function listSheet(chat, message) {
  const { action } = message.content;
  const sections = action.sections.map((section) => el("fieldset", {}, section.title ? el("legend", {}, section.title) : null,
    section.rows.map((row) => el("label", { class: "choice" },
      el("span", {}, el("b", {}, row.title), row.description ? el("small", {}, row.description) : null),
      el("input", { type: "radio", name: `list-${chat.id}`, value: row.id, checked: message.chosen === row.id })))));
  const send = el("button", { class: "wide", disabled: true, "data-testid": `list-send-${chat.index}` }, "Send");
  const form = el("form", { class: "choices", onchange: () => { send.disabled = false; }, onsubmit: (event) => {
    event.preventDefault();
    const chosen = new FormData(form).get(`list-${chat.id}`);
    close();
    chat.tap(message, { id: chosen });
  } }, sections, send);
  const close = openSheet(chat, action.button, form);
}

export function locationSheet(chat) {
  const field = (name, label, value) => el("input", { name, type: "number", step: "any", required: true, value, "aria-label": label, placeholder: label, "data-testid": `${name}-${chat.index}` });
  const first = chat.points[0] || { latitude: 25.75, longitude: 82.69, name: "" };
  const latitude = field("latitude", "Latitude", first.latitude);
  const longitude = field("longitude", "Longitude", first.longitude);
  const name = el("input", { type: "text", placeholder: "Name of the place (may stay empty)", "aria-label": "Name of the place" });
  const near = chat.points.map((point) => el("button", { type: "button", class: "choice", onclick: () => submit(point) },
    icon("pin"), el("span", {}, el("b", {}, point.name), el("small", {}, `${point.latitude.toFixed(4)}, ${point.longitude.toFixed(4)}`))));
  const here = navigator.geolocation && window.isSecureContext
    ? el("button", { type: "button", class: "choice", onclick: () => navigator.geolocation.getCurrentPosition(
      ({ coords }) => submit({ latitude: coords.latitude, longitude: coords.longitude }), () => chat.say("This browser gives no position.")) },
    icon("pin"), el("span", {}, el("b", {}, "Send your current location"))) : null;
  const submit = (point) => { close(); chat.send({ kind: "location", ...point }); };
  const form = el("form", { class: "point", onsubmit: (event) => {
    event.preventDefault();
    submit({ latitude: Number(latitude.value), longitude: Number(longitude.value), name: name.value });
  } }, latitude, longitude, name, el("button", { class: "wide", "data-testid": `location-send-${chat.index}` }, "Send this location"));
  const close = openSheet(chat, "Send location", form, el("div", { class: "choices" }, here, el("h3", {}, "Places"), near));
}

function contactSheet(chat) {
  const name = el("input", { type: "text", required: true, placeholder: "Name", "aria-label": "Name", "data-first": true });
  const number = el("input", { type: "tel", required: true, placeholder: "Phone number", "aria-label": "Phone number" });
  const close = openSheet(chat, "Send a contact", el("form", { class: "point", onsubmit: (event) => {
    event.preventDefault();
    close();
    chat.send({ kind: "contacts", contacts: [{ name: { formatted_name: name.value, first_name: name.value }, phones: [{ phone: number.value, type: "CELL" }] }] });
  } }, name, number, el("button", { class: "wide" }, "Send")));
}

export function messageMenu(chat, message) {
  const react = (emoji) => { close(); chat.send({ kind: "reaction", message: message.wamid, emoji: message.reactions.phone === emoji ? "" : emoji }); };
  const entry = (name, text, act) => el("button", { type: "button", class: "choice", onclick: () => { close(); act(); } }, icon(name), el("span", {}, el("b", {}, text)));
  const close = openSheet(chat, "Message",
    el("div", { class: "faces" }, REACTIONS.map((emoji) => el("button", { type: "button", "aria-label": `React with ${emoji}`, onclick: () => react(emoji) }, emoji))),
    el("div", { class: "choices" },
      entry("reply", "Reply", () => chat.startReply(message)),
      message.from_phone && message.kind === "text" ? entry("document", "Edit", () => chat.startEdit(message)) : null,
      message.from_phone ? entry("close", "Delete for everyone", () => chat.send({ kind: "revoke", message: message.wamid })) : entry("close", "Delete for me", () => chat.deleteForMe(message)),
      message.from_phone ? entry("list", "Deliver once more", () => chat.repeat(message)) : null));
}

export function emojiSheet(chat) {
  openSheet(chat, "Emoji", el("div", { class: "faces many" }, EMOJI.map((emoji) => el("button", { type: "button", "aria-label": emoji, onclick: () => chat.insert(emoji) }, emoji))));
}
