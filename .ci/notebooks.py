"""Runs the examples on a run and holds the figures in them against the datasets, counted here row by row.

    notebooks.py RUN OLDER    RUN for all of them, OLDER as the other run of compare.ipynb
"""

import collections
import decimal
import json
import os
import pathlib
import subprocess
import sys

import duckdb
import nbformat
import pyarrow.parquet
from nbclient import NotebookClient

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"


def rows(run, name):
    return pyarrow.parquet.read_table(run / f"{name}.parquet").to_pylist()


def figures_of(notebook, **environment):
    """Runs a notebook, in which no cell may fail, and returns the figures that its last cell prints."""
    os.environ.update(environment)
    book = nbformat.read(EXAMPLES / notebook, as_version=4)
    NotebookClient(book, timeout=600, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    printed = "".join(out.get("text", "") for cell in book.cells for out in cell.get("outputs", []) if out.output_type == "stream" and out.name == "stdout")
    warned = "".join(out.get("text", "") for cell in book.cells for out in cell.get("outputs", []) if out.output_type == "stream" and out.name == "stderr")
    if warned:
        sys.exit(f"WARNED: {notebook}: {warned}")
    return figures_in(notebook, printed)


def figures_in(what, printed):
    lines = [line for line in printed.splitlines() if line.startswith("figures: ")]
    if len(lines) != 1:
        sys.exit(f"NO FIGURES: {what} printed {len(lines)} lines of them")
    return json.loads(lines[0].removeprefix("figures: "))


def same(what, got, want):
    if got != want:
        sys.exit(f"DIFFERENT: {what}: {got!r}, the datasets have {want!r}")


class Counted:
    """What the datasets of a run say, in plain loops."""

    def __init__(self, run):
        self.documents = rows(run, "documents")
        self.originals = [d for d in self.documents if d["duplicate_of"] is None]
        ids = {d["doc_id"] for d in self.originals}
        self.own = {name: [r for r in rows(run, name) if r["doc_id"] in ids] for name in ("responsibilities", "salaries", "comparisons")}
        self.asserted = [r for r in self.own["responsibilities"] if r["polarity"] == "asserted"]
        self.contradictions = rows(run, "contradictions")

    def coverage(self):
        found = collections.defaultdict(lambda: [0, 0, 0, 0, 0])
        for d in self.originals:
            found[d["source"]][0] += 1
            found[d["source"]][1] += d["words"]
        for i, claims in enumerate(self.own.values()):
            for claim in claims:
                found[claim["source"]][2 + i] += 1
        return dict(found)

    def topics(self):
        """Sources and number of claims by role and topic."""
        found = {}
        for r in self.asserted:
            sources, count = found.get((r["role"], r["topic"]), (set(), 0))
            found[r["role"], r["topic"]] = sources | {r["source"]}, count + 1
        return found

    def top(self):
        """The three topics of each role that most sources name."""
        found = sorted([role, -len(sources), -count, topic] for (role, topic), (sources, count) in self.topics().items())
        taken, result = collections.Counter(), []
        for role, sources, count, topic in found:
            taken[role] += 1
            if taken[role] <= 3:
                result.append([role, topic, -sources, -count])
        return result

    def pay(self, currency=None):
        """Least low and greatest high of a year and number of statements, by role and currency."""
        found = collections.defaultdict(list)
        for r in self.own["salaries"]:
            if currency in (None, r["currency"]):
                found[r["role"], r["currency"]].append(r)
        ends = {}
        for key, statements in found.items():
            lows = [r["annual_low"] for r in statements if r["annual_low"] is not None]
            highs = [r["annual_high"] for r in statements if r["annual_high"] is not None]
            ends[key] = [min(lows, default=None), max(highs, default=None), len(statements)]
        return ends

    def kinds(self):
        return collections.Counter((r["kind"], r["tier"]) for r in self.contradictions)

    def headlines(self):
        headlines = [r for r in self.contradictions if r["tier"] != "claimed-by-both"]
        return sorted(headlines, key=lambda r: (-r["severity"], r["contradiction_id"]))


def number(value):
    return None if value is None else float(value)


def check_quickstart(run):
    got, want = figures_of("quickstart.ipynb", ROLECLAIMS_RUN=str(run)), Counted(run)
    for name, count in got["rows"].items():
        same(f"quickstart: rows of {name}", count, len(rows(run, name)))
    same("quickstart: coverage", got["coverage"], want.coverage())
    same("quickstart: what roles do", got["top"], want.top())
    topics, owners = want.topics(), got["owners"]
    for i, role in enumerate(owners["roles"]):
        for j, topic in enumerate(owners["topics"]):
            same(f"quickstart: sources of {role}, {topic}", owners["sources"][i][j], len(topics.get((role, topic), ((), 0))[0]))
    totals = collections.Counter()
    for (role, _), (sources, _) in topics.items():
        totals[role] += len(sources)
    same("quickstart: roles shown", sorted(totals[r] for r in owners["roles"]), sorted(sorted(totals.values())[-6:]))
    currency = max(sorted({r["currency"] for r in rows(run, "salaries")}), key=lambda c: sum(r["currency"] == c for r in rows(run, "salaries")))
    same("quickstart: pay", got["pay"], {role: [number(low), number(high), n] for (role, _), (low, high, n) in want.pay(currency).items()})
    kinds = {}
    for (kind, tier), n in want.kinds().items():
        kinds.setdefault(kind, {})[tier] = n
    same("quickstart: contradictions", got["contradictions"], kinds)
    first = want.headlines()[0]
    same("quickstart: the contradiction marked", got["marked"], [first["contradiction_id"], first["quote_a"], first["quote_b"]])
    misses = collections.Counter()
    for r in rows(run, "near_misses"):
        misses[r["reason"]] += r["pairs"]
    same("quickstart: near misses", got["near_misses"], dict(misses))


def check_compare(run, older):
    got = figures_of("compare.ipynb", ROLECLAIMS_RUN=str(run), ROLECLAIMS_OLDER=str(older))
    for name, counts in got["rows"].items():
        same(f"compare: rows of {name}", counts, [len(rows(older, name)), len(rows(run, name))])
    for name, key in {"responsibilities": "claim_id", "salaries": "claim_id", "comparisons": "claim_id", "contradictions": "contradiction_id"}.items():
        was, now = ({r[key] for r in rows(of, name)} for of in (older, run))
        same(f"compare: changes of {name}", got["changed"][name], {"gone": len(was - now), "new": len(now - was), "kept": len(was & now)})
    sources = collections.defaultdict(set)
    for r in rows(run, "responsibilities"):
        sources[r["role"]].add(r["source"])
    role = min(sources, key=lambda r: (-len(sources[r]), r))
    same("compare: the role", got["role"], [role, len(sources[role]), sum(r["role"] == role for r in rows(run, "responsibilities"))])


def check_polars(run):
    printed = subprocess.run([sys.executable, EXAMPLES / "quickstart_polars.py", run], check=True, capture_output=True, text=True).stdout
    got, want = figures_in("quickstart_polars.py", printed), Counted(run)
    same("polars: coverage", got["coverage"], {source: counts[:2] for source, counts in want.coverage().items()})
    duties = sorted([-len(sources), -count, role, topic] for (role, topic), (sources, count) in want.topics().items())[:10]
    same("polars: duties", got["duties"], [[role, topic, -sources, -count] for sources, count, role, topic in duties])
    same("polars: pay", got["pay"], [[*key, n, number(low), number(high)] for key, (low, high, n) in sorted(want.pay().items())])
    same("polars: contradictions", got["contradictions"], [[*key, n] for key, n in sorted(want.kinds().items())])


def check_sql(run):
    """Every statement runs in the run's folder; what it gives is what the datasets have."""
    want = Counted(run)
    os.chdir(run)
    text = "\n".join(line for line in (EXAMPLES / "quickstart.sql").read_text().splitlines() if not line.startswith("--"))
    results = [duckdb.sql(statement).fetchall() for statement in text.split(";") if statement.strip()]
    coverage, top, pay, kinds, first, misplaced, misses = results
    same("sql: coverage", {source: [n, words] for source, n, words in coverage}, {source: counts[:2] for source, counts in want.coverage().items()})
    same("sql: what roles do", [list(row[:4]) for row in top], want.top())
    same("sql: pay", {(role, currency): [low, high, n] for role, currency, n, low, high, _ in pay}, want.pay())
    same("sql: contradictions", {(kind, tier): n for kind, tier, n, _ in kinds}, dict(want.kinds()))
    headline = want.headlines()[0]
    same("sql: the most severe", [row[0] for row in first] + [row[3] for row in first], [headline["summary"]] * 2 + [headline["quote_a"], headline["quote_b"]])
    same("sql: misplaced quotes", misplaced, [])
    same("sql: near misses", sum(row[2] for row in misses), decimal.Decimal(sum(r["pairs"] for r in rows(pathlib.Path("."), "near_misses"))))


if __name__ == "__main__":
    run, older = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    check_quickstart(run)
    check_compare(run, older)
    check_polars(run)
    check_sql(run)
    print(f"{run}: quickstart.ipynb, compare.ipynb, quickstart_polars.py and quickstart.sql ran without an error, and their figures are the datasets'")
