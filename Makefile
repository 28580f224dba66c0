# The project's verbs; `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup run train test canary lint format evaluate bench lock clean

help: ## List the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Make .venv from the pinned requirements
	@scripts/setup

run: setup ## Install, train if need be, start everything with the simulated phone, print addresses and logins
	@.venv/bin/satark up --demo

train: setup ## Train a model, unless one fits the data
	@.venv/bin/satark train

test: ## Install what tests need and run every check
	@scripts/setup tests
	@scripts/test

canary: ## 300 conversations with planted identities, trouble everywhere; then every byte is searched for them
	@scripts/setup tests
	@scripts/test canary

lint: ## The quick checks: ruff, mypy, import contracts
	@scripts/setup tests
	@scripts/test lint

format: ## Bring the code into form
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .

evaluate: setup ## Measure understanding on messages apart from the training data; writes docs/evaluation.md
	@.venv/bin/satark train
	@.venv/bin/python -m benchmarks.evaluate

bench: setup ## Run the benchmarks, each beside its peer
	@.venv/bin/satark train
	@scripts/bench

lock: setup ## Compile the requirements anew, with hashes
	@for name in requirements-setup requirements requirements-dev requirements-bench; do \
	  .venv/bin/uv pip compile --quiet --python-version 3.10 --generate-hashes --no-emit-index-url --no-header -o $$name.txt $$name.in; done

clean: ## Remove what runs and tests left behind (not .venv, models or var)
	@rm -rf results .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .rasa build
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
