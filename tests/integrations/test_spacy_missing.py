"""The spaCy component where spaCy is not installed."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
class WithoutSpacy:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "spacy":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, WithoutSpacy())
try:
    import reportedly.integrations.spacy
except ModuleNotFoundError as error:
    print(error)
"""


def test_missing_spacy_is_said_kindly() -> None:
    """Importing the component without spaCy says which extra to install."""
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert "pip install 'reportedly[spacy]'" in done.stdout
