"""`python -m satark` is the command `satark`."""

from satark.cli import main

if __name__ == "__main__":
    main()
