"""`python -m reportedly` is `reportedly`."""

from reportedly.cli.app import main

if __name__ == "__main__":
    main()
