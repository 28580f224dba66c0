// One phone: its frame, its chat with the service, and the line to write in.

import { bubble, HIDDEN, summary, ticksOf } from "./bubbles.js";
import { call, el, icon, iconButton } from "./dom.js";
import { clockTime, dayKey, dayName, inline, spacedNumber } from "./format.js";
import { canRecord, record } from "./recorder.js";
import { attachSheet, emojiSheet, listSheet, locationSheet, messageMenu, photoPicker } from "./sheets.js";

const IDENTITIES = { both: "number and id", id: "id only", phone: "number only" };

export class Phone {
  constructor(facts, index, page) {
    this.id = facts.id;
    this.index = index;
    this.serviceName = page.service.name;
    this.points = page.points;
    this.messages = new Map();
    this.replyTo = null;
    this.editing = null;
    this.typingEnds = null;
    this.build(page);
    this.update(facts);
  }

  build(page) {
    this.caption = el("b");
    this.identity = el("select", { "aria-label": "What the service is shown of this phone", "data-testid": `identity-${this.index}`,
      onchange: () => this.patch({ identity: this.identity.value }) },
    Object.entries(IDENTITIES).map(([value, name]) => el("option", { value }, name)));
    this.online = el("input", { type: "checkbox", onchange: () => this.patch({ online: this.online.checked }) });
    this.subtitle = el("span", { class: "subtitle", "aria-live": "polite" });
    this.log = el("div", { class: "log", role: "log", "aria-label": `Chat with ${this.serviceName}`, tabindex: "0" });
    this.problem = el("p", { class: "problem", role: "alert", hidden: true });
    this.time = el("span", {}, clockTime(Date.now()));
    this.screen = el("div", { class: "screen" },
      el("div", { class: "system", "aria-hidden": "true" }, this.time, el("span", { class: "signal" }, "4G ▮▮▮ 82%")),
      el("header", { class: "head" }, el("span", { class: "back" }, icon("back")),
        el("span", { class: "avatar", "aria-hidden": "true" }, this.serviceName.slice(0, 1)),
        el("span", { class: "who" }, el("b", {}, this.serviceName, el("span", { class: "verified", role: "img", "aria-label": "verified business" }, icon("tick"))), this.subtitle),
        iconButton("menu", "Clear this chat", { onclick: () => this.clear() })),
      this.log, this.problem, this.composer());
    this.element = el("section", { class: "phone", "data-testid": `phone-${this.index}`, "aria-label": `Phone ${this.index}` },
      el("div", { class: "label" }, this.caption, this.identity, el("label", {}, this.online, " on")),
      el("div", { class: "frame" }, this.screen));
  }

  composer() {
    this.input = el("textarea", { rows: 1, placeholder: "Message", "aria-label": "Message", dir: "auto", "data-testid": `message-input-${this.index}`,
      oninput: () => this.grow(), onkeydown: (event) => { if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); } } });
    this.button = el("button", { type: "submit", class: "go", "aria-label": "Send", "data-testid": `send-${this.index}` }, icon("send", "solid"));
    this.voice = el("button", { type: "button", class: "go", "aria-label": "Record a voice message", "data-testid": `record-${this.index}`, onclick: () => this.record() }, icon("mic"));
    this.voice.hidden = !canRecord();
    this.button.hidden = canRecord();
    this.camera = iconButton("camera", "Camera", { onclick: () => photoPicker(this) });
    this.quote = el("div", { class: "quoting", hidden: true });
    return el("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.submit(); } },
      el("div", { class: "field" }, this.quote, el("div", { class: "line" },
        iconButton("emoji", "Emoji", { onclick: () => emojiSheet(this) }), this.input,
        iconButton("attach", "Attach", { "data-testid": `attach-${this.index}`, onclick: () => attachSheet(this) }),
        this.camera)),
      this.voice, this.button);
  }

  // Facts

  update(facts) {
    this.facts = facts;
    this.caption.textContent = `${facts.name} · ${spacedNumber(facts.number)}`;
    this.identity.value = facts.identity;
    this.online.checked = facts.online;
    this.element.classList.toggle("off", !facts.online);
    this.showSubtitle();
  }

  showSubtitle() {
    this.subtitle.textContent = !this.facts.online ? "waiting for network" : this.typingEnds ? "typing…" : "Business account";
    this.subtitle.classList.toggle("typing", Boolean(this.typingEnds && this.facts.online));
  }

  load(messages) {
    this.messages.clear();
    this.log.replaceChildren(el("p", { class: "pill note" }, "Simulated chat: nothing here leaves this computer."));
    this.lastDay = null;
    messages.forEach((message) => this.take(message));
    this.scrollDown();
  }

  take(message) {
    const known = this.messages.get(message.wamid);
    this.messages.set(message.wamid, message);
    if (HIDDEN.has(message.kind)) return;
    if (!message.from_phone && !known) this.typing(0);
    const shown = known && this.log.querySelector(`[data-wamid="${CSS.escape(message.wamid)}"]`);
    if (!shown) {
      this.append(message);
    } else if (JSON.stringify({ ...known, ticks: "" }) === JSON.stringify({ ...message, ticks: "" })) {
      shown.querySelector(".ticks")?.replaceWith(ticksOf(message));
    } else {
      const renewed = bubble(message, this);
      renewed.classList.toggle("first", shown.classList.contains("first"));
      shown.replaceWith(renewed);
    }
    if (!message.from_phone && !["read", "played"].includes(message.ticks)) this.readSoon();
  }

  append(message) {
    const near = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 160;
    if (dayKey(message.at) !== this.lastDay) {
      this.lastDay = dayKey(message.at);
      this.log.append(el("div", { class: "pill day" }, dayName(message.at, Date.now())));
    }
    const row = bubble(message, this);
    const before = this.log.lastElementChild;
    if (!before?.classList.contains("row") || before.dataset.direction !== row.dataset.direction) row.classList.add("first");
    this.log.append(row);
    row.querySelectorAll("img, video").forEach((media) => media.addEventListener("load", () => { if (near) this.scrollDown(); }));
    if (near || message.from_phone) this.scrollDown();
  }

  scrollDown() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  typing(seconds) {
    clearTimeout(this.typingEnds);
    this.log.querySelector(".row.dots")?.remove();
    this.typingEnds = null;
    if (seconds) {
      this.log.append(el("div", { class: "row in first dots", "data-testid": "typing", "aria-hidden": "true" }, el("div", { class: "bubble" }, el("i"), el("i"), el("i"))));
      this.typingEnds = setTimeout(() => this.typing(0), seconds * 1000);
      this.scrollDown();
    }
    this.showSubtitle();
  }

  readSoon() {
    clearTimeout(this.reading);
    this.reading = setTimeout(() => {
      if (document.visibilityState === "visible" && this.facts.online) this.attempt(() => call("POST", `/phones/${this.id}/read`, {}));
    }, 350);
  }

  // Doing

  async attempt(act) {
    try {
      this.say("");
      return await act();
    } catch (error) {
      this.say(error.message);
      return null;
    }
  }

  say(text) {
    this.problem.textContent = text;
    this.problem.hidden = !text;
  }

  send(request) {
    const reply = this.replyTo ? { reply_to: this.replyTo.wamid } : {};
    this.stopQuoting();
    return this.attempt(() => call("POST", `/phones/${this.id}/messages`, { ...reply, ...request }));
  }

  async submit() {
    const text = this.input.value;
    if (!text.trim()) return;
    const request = this.editing ? { kind: "edit", message: this.editing.wamid, text } : { kind: "text", text };
    this.input.value = "";
    this.grow();
    if (!(await this.send(request))) this.insert(text);
  }

  async sendFile(kind, file, more) {
    const form = new FormData();
    form.append("file", file);
    const stored = await this.attempt(() => call("POST", `/phones/${this.id}/media`, form));
    if (stored) await this.send({ kind, media: stored.id, ...more });
  }

  async record() {
    if (this.stopRecording) {
      const file = await this.stopRecording(true);
      this.stopRecording = null;
      this.voice.replaceChildren(icon("mic"));
      this.voice.setAttribute("aria-label", "Record a voice message");
      this.voice.classList.remove("live");
      await this.sendFile("audio", file, { voice: true });
      return;
    }
    this.stopRecording = await this.attempt(record);
    if (this.stopRecording) {
      this.voice.replaceChildren(icon("stop", "solid"));
      this.voice.setAttribute("aria-label", "Stop and send the recording");
      this.voice.classList.add("live");
    }
  }

  tap(message, choice) {
    return this.attempt(() => call("POST", `/phones/${this.id}/messages`, { kind: "tap", message: message.wamid, choice: choice.id }));
  }

  repeat(message) {
    return this.attempt(() => call("POST", "/webhooks/repeat", { wamid: message.wamid }));
  }

  heard(message) {
    if (!message.from_phone && message.ticks !== "played") this.attempt(() => call("POST", `/phones/${this.id}/play`, { message: message.wamid }));
  }

  deleteForMe(message) {
    return this.attempt(() => call("POST", `/phones/${this.id}/delete`, { message: message.wamid }));
  }

  patch(changes) {
    return this.attempt(() => call("PATCH", `/phones/${this.id}`, changes));
  }

  clear() {
    if (window.confirm("Clear this chat on this phone?")) this.attempt(() => call("DELETE", `/phones/${this.id}/chat`));
  }

  openList(message) { listSheet(this, message); }
  openLocation() { locationSheet(this); }
  openMenu(message) { messageMenu(this, message); }

  startReply(message) {
    this.replyTo = message;
    this.showQuoting(message.from_phone ? "You" : this.serviceName, summary(message));
  }

  startEdit(message) {
    this.editing = message;
    this.input.value = message.text;
    this.showQuoting("Edit message", message.text);
    this.grow();
  }

  showQuoting(title, text) {
    this.quote.replaceChildren(el("span", {}, el("b", {}, title), el("span", {}, ...inline(text))), iconButton("close", "Cancel", { onclick: () => this.stopQuoting() }));
    this.quote.hidden = false;
    this.input.focus();
  }

  stopQuoting() {
    this.replyTo = null;
    this.editing = null;
    this.quote.hidden = true;
  }

  showMessage(wamid) {
    const row = this.log.querySelector(`[data-wamid="${CSS.escape(wamid)}"]`);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    row.classList.add("lit");
    setTimeout(() => row.classList.remove("lit"), 1500);
  }

  insert(text) {
    this.input.value += text;
    this.grow();
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 120)}px`;
    const writing = Boolean(this.input.value.trim()) || !canRecord();
    this.button.hidden = !writing;
    this.voice.hidden = writing;
    this.camera.hidden = Boolean(this.input.value.trim());
  }
}
