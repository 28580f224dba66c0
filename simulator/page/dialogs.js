// Dialogs of the page itself: a new phone, and trouble in the network.

import { call, el } from "./dom.js";

function open(title, ...content) {
  const dialog = el("dialog", { "aria-label": title, onclose: () => dialog.remove() },
    el("form", { method: "dialog" }, el("h2", {}, title), el("button", { class: "plain", "aria-label": "Close" }, "✕")), ...content);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function addPhone() {
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const invented = `90000${String(Math.floor(Math.random() * 90000) + 10000)}`;
  const form = el("form", { class: "fields", onsubmit: async (event) => {
    event.preventDefault();
    try {
      await call("POST", "/phones", Object.fromEntries(new FormData(form)));
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    }
  } },
  el("label", {}, "Number", el("input", { name: "number", value: invented, required: true })),
  el("label", {}, "Name", el("input", { name: "name", value: "Another phone", required: true })),
  el("label", {}, "The service is shown", el("select", { name: "identity" },
    el("option", { value: "both" }, "number and business-scoped id"), el("option", { value: "id" }, "business-scoped id only"), el("option", { value: "phone" }, "number only"))),
  problem, el("button", { class: "strong" }, "Add"));
  const dialog = open("Add a phone", form);
}

const TROUBLE = [
  ["Next send fails (500)", { kind: "http_500", place: "send" }],
  ["Next send is throttled (429)", { kind: "http_429", place: "send" }],
  ["Next send takes 5 s", { kind: "slow", place: "send", seconds: 5 }],
  ["Next send: line drops before", { kind: "drop", place: "send" }],
  ["Next send: line drops after", { kind: "drop_after", place: "send" }],
  ["Next send is reported failed", { kind: "fail_status", place: "send", code: 131026 }],
  ["Next webhook comes twice", { kind: "duplicate", place: "webhook" }],
  ["Next two webhooks in one POST", { kind: "batch", place: "webhook", size: 2 }],
  ["Next webhook badly signed", { kind: "bad_signature", place: "webhook" }],
];

function carried(body) {
  const value = JSON.parse(body || "{}").entry?.[0]?.changes?.[0]?.value || {};
  return value.messages?.[0]?.type || value.statuses?.[0]?.status || "";
}

function line(entry) {
  const what = { webhook: `webhook ${entry.kind === "webhook" ? carried(entry.body) : ""} → ${entry.status ?? "no answer"}${entry.attempt > 1 ? `, try ${entry.attempt}` : ""}`,
    send: `send ${entry.request?.type || ""} → ${entry.status}${entry.code ? ` (${entry.code})` : ""}`, read: "marked as read",
    media: `media ${entry.action}`, verify: `verify: ${entry.state}`, fault: `trouble: ${entry.fault}` }[entry.kind];
  return el("li", {}, el("time", {}, new Date(entry.at).toLocaleTimeString("en-IN")), ` ${what}`);
}

export async function network() {
  const list = el("ol", { class: "journal" });
  const waiting = el("p", {});
  const refresh = async () => {
    list.replaceChildren(...(await call("GET", "/log")).slice(-40).reverse().map(line));
    const faults = await call("GET", "/faults");
    waiting.textContent = faults.length ? `To come: ${faults.map((fault) => `${fault.kind} ×${fault.count}`).join(", ")}` : "";
  };
  const buttons = TROUBLE.map(([name, fault]) => el("button", { type: "button", class: "plain", onclick: async () => { await call("POST", "/faults", fault); await refresh(); } }, name));
  const later = el("button", { type: "button", class: "plain", onclick: async () => { await call("POST", "/clock", { advance: 25 * 3600 }); } }, "25 hours pass");
  const dialog = open("Network", el("div", { class: "buttons" }, buttons, later), waiting, list);
  const timer = setInterval(refresh, 1500);
  dialog.addEventListener("close", () => clearInterval(timer));
  await refresh();
}
