"""Colours of the offence groups, the same in maps and charts: eleven hues told apart also by lightness."""

GROUP_COLOURS = {
    "cattle": "#8c510a",
    "intoxicants": "#2166ac",
    "arms": "#b2182b",
    "vice": "#762a83",
    "people": "#d6498f",
    "land": "#b8860b",
    "power": "#1b7837",
    "faith": "#5aae61",
    "violence": "#e34a33",
    "property": "#4393c3",
    "other": "#6b7280",
}
