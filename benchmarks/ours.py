"""Read texts with the installed package and print what it took; the peer's counterpart is peer.py.

python -m benchmarks.ours TEXTS.json CORE
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from reportedly.reading import default_pipeline
from reportedly.values import Report

WARM_UP = 4
"""Texts read before the clock starts: loading is measured apart."""


def main() -> None:
    """Print one JSON object: words, CPU seconds and statements."""
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    pipeline = default_pipeline()
    os.sched_setaffinity(0, {int(sys.argv[2])})  # only now: onnxruntime loaded on one core is a quarter slower there
    list(pipeline.read_many(Report(text=text) for text in texts[:WARM_UP]))
    begun = time.process_time()
    found = sum(len(reading.statements) for reading in pipeline.read_many(Report(text=text) for text in texts))
    seconds = time.process_time() - begun
    print(json.dumps({"words": sum(len(text.split()) for text in texts), "seconds": seconds, "found": found}))


if __name__ == "__main__":
    main()
