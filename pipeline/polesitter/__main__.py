"""`python -m polesitter COMMAND`: the command line, where its script is not on the path."""

from polesitter.cli.main import app

if __name__ == "__main__":
    app(prog_name="polesitter")
