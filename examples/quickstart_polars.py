"""A run in polars: who says how much, what roles do, what they are paid, what contradicts what.

    python quickstart_polars.py [RUN]    RUN is the folder of a run, ../out/sample without one
"""

import json
import sys
from pathlib import Path

import polars as pl


def main(run: Path) -> None:
    pl.Config.set_tbl_rows(20).set_fmt_str_lengths(80).set_tbl_hide_dataframe_shape(True)
    documents = pl.scan_parquet(run / "documents.parquet")
    originals = documents.filter(pl.col("duplicate_of").is_null()).select("doc_id")

    def own(name: str) -> pl.LazyFrame:
        """The claims of a dataset, without those of copies."""
        return pl.scan_parquet(run / f"{name}.parquet").join(originals, on="doc_id", how="semi")

    coverage = (
        documents.filter(pl.col("duplicate_of").is_null())
        .group_by("source")
        .agg(articles=pl.len(), words=pl.col("words").sum())
        .sort(["words", "source"], descending=[True, False])
        .collect()
    )
    print("Articles by source", coverage, sep="\n")

    duties = (
        own("responsibilities")
        .filter(pl.col("polarity") == "asserted")
        .group_by("role", "topic")
        .agg(sources=pl.col("source").n_unique(), claims=pl.len(), phrase=pl.col("phrase").sort_by("confidence", descending=True).first())
        .sort(["sources", "claims", "role", "topic"], descending=[True, True, False, False])
        .head(10)
        .collect()
    )
    print("Duties that most sources name", duties, sep="\n")

    pay = (
        own("salaries")
        .group_by("role", "currency")
        .agg(statements=pl.len(), lowest=pl.col("annual_low").min(), highest=pl.col("annual_high").max())
        .sort("role", "currency")
        .collect()
    )
    print("Pay a year, as stated", pay, sep="\n")

    kinds = pl.scan_parquet(run / "contradictions.parquet").group_by("kind", "tier").agg(contradictions=pl.len()).sort("kind", "tier").collect()
    print("Contradictions", kinds, sep="\n")

    figures = {
        "coverage": {row["source"]: [row["articles"], row["words"]] for row in coverage.to_dicts()},
        "duties": [[row["role"], row["topic"], row["sources"], row["claims"]] for row in duties.to_dicts()],
        "pay": [[row["role"], row["currency"], row["statements"], *(None if v is None else float(v) for v in (row["lowest"], row["highest"]))] for row in pay.to_dicts()],
        "contradictions": [[row["kind"], row["tier"], row["contradictions"]] for row in kinds.to_dicts()],
    }
    print("figures:", json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "../out/sample"))
