"""The pages, each with `add_to(app)`: it registers its path and its callbacks."""

from dashboard.pages import account, audit, map, missing, officers, patterns, tip, tips

PAGES = (tips, tip, map, patterns, officers, audit, account, missing)
