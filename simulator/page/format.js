// WhatsApp's way with text, days and hours.

import { el } from "./dom.js";

// A mark counts when it hugs its words and is not inside one: 2*3*4 stays as it is.
const INLINE = [
  { mark: "```", tag: "code" },
  { mark: "`", tag: "code" },
  { mark: "*", tag: "strong" },
  { mark: "_", tag: "em" },
  { mark: "~", tag: "s" },
];
const LINK = /https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;

function closing(text, mark, from) {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const inner = text.slice(from, at);
    const after = text[at + mark.length] || "";
    if (inner && !/^\s|\s$/u.test(inner) && (mark.length > 1 || !inner.includes("\n")) && !WORD.test(after)) return at;
  }
  return -1;
}

export function inline(text) {
  const nodes = [];
  let plain = "";
  const flush = () => { if (plain) nodes.push(plain); plain = ""; };
  for (let at = 0; at < text.length;) {
    const link = text.slice(at).match(LINK);
    if (link && link.index === 0) {
      flush();
      nodes.push(el("a", { href: link[0], target: "_blank", rel: "noopener noreferrer" }, link[0]));
      at += link[0].length;
      continue;
    }
    const style = INLINE.find(({ mark }) => text.startsWith(mark, at));
    const opens = style && !(at > 0 && WORD.test(text[at - 1]));
    const end = opens ? closing(text, style.mark, at + style.mark.length) : -1;
    if (end === -1) {
      plain += text[at];
      at += 1;
      continue;
    }
    flush();
    const inner = text.slice(at + style.mark.length, end);
    nodes.push(el(style.tag, {}, ...(style.tag === "code" ? [inner] : inline(inner))));
    at = end + style.mark.length;
  }
  flush();
  return nodes;
}

export function rich(text) {
  const body = el("div", { class: "text", dir: "auto" });
  let list = null;
  const lines = text.includes("```") ? [text] : text.split("\n");
  lines.forEach((line, number) => {
    const bullet = line.match(/^[-*•] (.+)$/u);
    const counted = line.match(/^(\d{1,3})\. (.+)$/u);
    const kind = bullet ? "UL" : counted ? "OL" : null;
    if (kind) {
      if (!list || list.tagName !== kind) {
        list = el(kind.toLowerCase(), counted ? { start: counted[1] } : {});
        body.append(list);
      }
      list.append(el("li", {}, ...inline(bullet ? bullet[1] : counted[2])));
      return;
    }
    const afterList = list !== null;
    list = null;
    if (line.startsWith("> ")) body.append(el("blockquote", {}, ...inline(line.slice(2))));
    else body.append(number > 0 && !afterList ? "\n" : "", ...inline(line));
  });
  if (/^(\p{Extended_Pictographic}\uFE0F?){1,3}$/u.test(text.trim())) body.classList.add("large");
  return body;
}

export const clockTime = (at) => new Date(at).toLocaleTimeString("en-IN", { hour: "numeric", minute: "2-digit" });

export const dayKey = (at) => new Date(at).toDateString();

export function dayName(at, now) {
  const days = Math.round((new Date(dayKey(now)) - new Date(dayKey(at))) / 86400000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  const form = days < 7 ? { weekday: "long" } : { day: "numeric", month: "long", year: "numeric" };
  return new Date(at).toLocaleDateString("en-IN", form);
}

export const spacedNumber = (number) =>
  number.startsWith("91") && number.length === 12
    ? `+91 ${number.slice(2, 7)} ${number.slice(7)}`
    : `+${number}`;
