// Building elements and asking the simulator.

const SVG = "http://www.w3.org/2000/svg";

// Outlines drawn on a 24 by 24 grid.
const ICONS = {
  back: "M15 5l-7 7 7 7",
  menu: "M12 5.500v.1M12 12v.1M12 18.500v.1",
  attach: "M20 11.500l-8.200 8.200a5.200 5.200 0 0 1-7.400-7.400l8.700-8.700a3.500 3.500 0 0 1 5 5l-8.600 8.600a1.700 1.700 0 0 1-2.500-2.500l7.800-7.800",
  camera: "M4 8h3.500L9 5.500h6L16.500 8H20v11H4zM12 10.200a3.300 3.300 0 1 0 .01 0",
  emoji: "M12 3.500a8.500 8.500 0 1 0 .01 0M8.800 10v.1M15.200 10v.1M8 14c2 3 6 3 8 0",
  mic: "M12 3.500a2.700 2.700 0 0 1 2.700 2.700v5.300a2.700 2.700 0 0 1-5.400 0V6.200A2.700 2.700 0 0 1 12 3.500M6.500 11.500a5.500 5.500 0 0 0 11 0M12 17v3.500",
  stop: "M8 8h8v8H8z",
  send: "M4 12l16-7.500-4.500 15.500-4-6.500zM11.500 13.500L20 4.500",
  reply: "M10 6l-6 5.500 6 5.500v-3.500c5 0 8 1.500 10 4.500-.6-6-4.500-9-10-9.200z",
  list: "M9 7h11M9 12h11M9 17h11M4.500 7v.1M4.500 12v.1M4.500 17v.1",
  pin: "M12 3.500c-4 0-6.500 3-6.500 6.500 0 4.500 6.500 10.500 6.500 10.500s6.500-6 6.500-10.500c0-3.500-2.500-6.500-6.500-6.500M12 7.700a2.400 2.400 0 1 0 .01 0",
  photo: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 8.500v.1",
  video: "M3.500 7h11v10h-11zM14.500 11l6-3.500v9l-6-3.500",
  document: "M6 3.500h8l4 4v13H6zM14 3.500v4h4M9 12h6M9 15.500h6",
  audio: "M9 17.500V6l10-2v11.500M9 17.500a2.500 2.500 0 1 1-.01-1M19 15.500a2.500 2.500 0 1 1-.01-1",
  contact: "M12 4.500a3.700 3.700 0 1 0 .01 0M5 20c.5-4.500 3.200-6.500 7-6.500s6.500 2 7 6.500",
  close: "M6 6l12 12M18 6L6 18",
  chevron: "M6 9.500l6 6 6-6",
  play: "M8 5.500l11 6.500-11 6.500z",
  pause: "M8 6v12M16 6v12",
  link: "M13 5h6v6M19 5l-9 9M16 14v5H5V8h5",
  phone: "M6 3.500h12v17H6zM11 17.500h2",
  tick: "M5 12.500l4.500 4.500L19 7",
  poll: "M5 20V11M12 20V4M19 20v-6",
};

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name, extra = "") {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `icon ${extra}`);
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

export function tickMarks(ticks) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 18 12");
  drawing.setAttribute("class", "marks");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  const once = "M1.500 6.500l3.200 3.200L11.500 2.500";
  path.setAttribute("d", ticks === "delivered" || ticks === "read" ? `${once}M8.200 9.500l.3.200 7-7.200` : once);
  drawing.append(path);
  return drawing;
}

export function iconButton(name, label, props = {}) {
  return el("button", { type: "button", class: "round", "aria-label": label, title: label, ...props }, icon(name));
}

export async function call(method, path, body) {
  const form = body instanceof FormData;
  const answer = await fetch(`/sim${path}`, {
    method,
    headers: body && !form ? { "Content-Type": "application/json" } : {},
    body: form ? body : body && JSON.stringify(body),
  });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error || `${answer.status}`);
  return found;
}
