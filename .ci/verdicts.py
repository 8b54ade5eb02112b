"""Judges the contradictions that come as JSON Lines, for tests: a line of verdicts for each, with names and notes that are hard on readers."""

import json
import sys

VERDICTS = [("confirmed", None), ("dismissed", "same-meaning"), ("unsure", None), ("open", None)]

for i, line in enumerate(sys.stdin):
    verdict, reason = VERDICTS[i % len(VERDICTS)]
    entry = {
        "contradiction_id": json.loads(line)["contradiction_id"], "evidence_hash": "of other words", "verdict": verdict, "reviewer": "=ann",
        "note": "@ sums, \"quoted\"\nand naïve 🚢" if i % 3 == 0 else "", "time": f"2026-01-02T12:00:{i % 60:02d}.000001Z", "run_id": "r", "step": str(i),
    }
    print(json.dumps(entry | ({"reason": reason} if reason else {})))
