"""Reads runs as analysts do, with pandas, pyarrow, polars and DuckDB, and holds what each gives against the JSON Lines export.

    datasets.py RUN EXPORTED    a run, and the folder of its exports as jsonl, csv and a workbook all.xlsx
    datasets.py --beside OLDER NEWER    two runs, of an older schema and of today's
"""

import csv
import datetime
import decimal
import importlib.resources
import json
import math
import pathlib
import random
import sys

import duckdb
import jsonschema
import openpyxl
import pandas
import polars
import pyarrow.parquet

SPANS = {  # dataset: column of the quote
    "responsibilities": "phrase", "salaries": "quote", "comparisons": "quote", "contradiction_evidence": "quote", "rejects": "quote",
}


def with_pandas(path):
    frame = pandas.read_parquet(path)
    return [dict(zip(frame.columns, row)) for row in zip(*(frame[c].tolist() for c in frame.columns))], list(frame.columns)


def with_pyarrow(path):
    table = pyarrow.parquet.read_table(path)
    return table.to_pylist(), table.column_names


def with_polars(path):
    frame = polars.read_parquet(path)
    return frame.to_dicts(), frame.columns


def with_duckdb(path):
    with duckdb.connect() as connection:
        connection.execute("set TimeZone = 'UTC'")
        cursor = connection.execute(f"select * from read_parquet('{path}')")
        names = [d[0] for d in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()], names


READERS = {"pandas": with_pandas, "pyarrow": with_pyarrow, "polars": with_polars, "duckdb": with_duckdb}


def plain(value, kind):
    """The value of a column of this Parquet type, the same whoever read it. Nothing is rounded."""
    if kind == "list of string":
        return list(value)
    if value is None or value is pandas.NaT or isinstance(value, float) and math.isnan(value):
        return None
    if kind == "decimal(18,2)":
        value = decimal.Decimal(value)
        assert value.as_tuple().exponent >= -2, f"{value!r} has more than two decimals"
        return value
    if kind == "date":
        return value if isinstance(value, str) else value.isoformat()[:10]
    if kind == "timestamp":
        if isinstance(value, str):
            value = datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        assert value.utcoffset() == datetime.timedelta(0), f"{value!r} is not in UTC"
        return (value - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1)
    if kind == "int64":
        assert value == int(value), f"{value!r} is no whole number"
        return int(value)
    if kind == "double":
        return float(value)
    assert isinstance(value, {"string": str, "boolean": bool}[kind]) or type(value).__name__ == "bool_", f"{value!r} is no {kind}"
    return value


def summary(rows, kinds):
    """Row count, sums of amounts, null counts and list lengths."""
    found = {"rows": len(rows)}
    for name, kind in kinds.items():
        values = [row[name] for row in rows]
        found[f"nulls of {name}"] = sum(v is None for v in values)
        if kind in ("decimal(18,2)", "int64"):
            found[f"sum of {name}"] = sum(v for v in values if v is not None)
        if kind == "list of string":
            found[f"lengths of {name}"] = [len(v) for v in values]
    return found


def same(what, got, want):
    if got != want:
        if isinstance(want, dict):
            different = [k for k in want if got.get(k) != want[k]]
            got, want = ({k: d.get(k) for k in different} for d in (got, want))
        sys.exit(f"DIFFERENT: {what}: {got!r}, want {want!r}")


def check_run(run, exported):
    package = json.loads((run / "datapackage.json").read_text())
    profile = importlib.resources.files("dplib").joinpath("profiles/2.0/datapackage.json").read_text()
    jsonschema.Draft7Validator(json.loads(profile)).validate(package)
    manifest = {d["name"]: d for d in json.loads((run / "run.json").read_text())["datasets"]}
    datasets, amounts, compared, bounds = {}, decimal.Decimal(0), 0, 0
    for resource in package["resources"]:
        name, path = resource["name"], run / resource["path"]
        kinds = {f["name"]: f["x_parquet"] for f in resource["schema"]["fields"]}
        lines = (exported / f"{name}.jsonl").read_text().split("\n")[:-1]
        want = [{k: plain(v, kinds[k]) for k, v in json.loads(line, parse_float=decimal.Decimal).items()} for line in lines]
        expected = summary(want, kinds)
        same(f"{name}: rows of run.json", manifest[name]["rows"], len(want))
        for column in manifest[name]["columns"]:
            same(f"{name}.{column['name']}: nulls of run.json", column["nulls"], expected[f"nulls of {column['name']}"])
            bounds += check_bounds(name, column, [row[column["name"]] for row in want], kinds[column["name"]])
        sample = random.Random(1).sample(range(len(want)), min(200, len(want)))
        for reader, read in READERS.items():
            rows, names = read(str(path))
            same(f"{name} by {reader}: columns", list(names), list(kinds))
            rows = [{k: plain(v, kinds[k]) for k, v in row.items()} for row in rows]
            same(f"{name} by {reader}", summary(rows, kinds), expected)
            for i in sample:
                same(f"{name} by {reader}: row {i}", rows[i], want[i])
                compared += 1
            datasets[name] = rows
        amounts += sum(v for k, v in expected.items() if k in ("sum of low", "sum of high"))
        check_tables(name, exported, len(want), kinds)
    spans = check_spans(datasets)
    print(f"{run}: {sum(map(len, datasets.values()))} rows in {len(datasets)} datasets, amounts sum up to {amounts}; pandas, pyarrow, polars and"
          f" DuckDB agree with JSON Lines on counts, sums, nulls, lengths and {compared} rows value for value, and with run.json on the ends of {bounds} columns; {spans} quotes are text[start:end]")


def check_bounds(dataset, column, values, kind):
    """The least and greatest value that run.json has are those of the rows. Returns 1 if it has them."""
    if "max" not in column:
        return 0
    values = [v for v in values if v is not None]
    for end, of in ("min", min), ("max", max):
        said = {"int64": int, "double": float}.get(kind, str)(column.get(end, ""))
        same(f"{dataset}.{column['name']}: {end} of run.json", plain(said, kind), of(values))
    return 1


def check_tables(name, exported, rows, kinds):
    """The CSV and the sheet have all rows, and no cell is a formula."""
    with open(exported / f"{name}.csv", newline="", encoding="utf-8") as file:
        table = list(csv.reader(file))
    sheet = list(openpyxl.load_workbook(exported / "all.xlsx", read_only=True)[name].iter_rows())
    same(f"{name}.csv: rows", len(table) - 1, rows)
    same(f"{name}.csv: columns", table[0], list(kinds))
    same(f"all.xlsx, {name}: rows", len(sheet) - 1, rows)
    for row in table[1:]:
        for cell, kind in zip(row, kinds.values()):
            if kind in ("string", "list of string") and cell[:1] in set("=+-@"):
                sys.exit(f"UNSAFE: {name}.csv: {cell!r}")
    for row in sheet:
        for cell in row:
            if cell.data_type == "f" or isinstance(cell.value, str) and cell.value[:1] in set("=+-@"):
                sys.exit(f"UNSAFE: all.xlsx, {name}: {cell.value!r}")


def check_spans(datasets):
    texts = {d["doc_id"]: d["text"] for d in datasets["documents"]}
    count = 0
    for name, column in SPANS.items():
        for row in datasets[name]:
            if row["doc_id"] is not None:
                same(f"{name}: text[{row['start']}:{row['end']}]", texts[row["doc_id"]][row["start"]:row["end"]], row[column])
                count += 1
    return count


def check_beside(older, newer):
    """A dataset of an older schema and one of today's are one table to every reader."""
    for path in sorted(newer.glob("*.parquet")):
        both = [str(older / path.name), str(path)]
        count = sum(pyarrow.parquet.read_metadata(p).num_rows for p in both)
        columns = pyarrow.parquet.read_schema(path).names
        readers = {
            "pandas": lambda: pandas.concat([pandas.read_parquet(p) for p in both]),
            "pyarrow": lambda: pyarrow.concat_tables([pyarrow.parquet.read_table(p) for p in both], promote_options="default").to_pandas(),
            "polars": lambda: polars.concat([polars.read_parquet(p) for p in both], how="diagonal").to_pandas(),
            "duckdb": lambda: duckdb.sql(f"select * from read_parquet({both}, union_by_name = true)").df(),
        }
        for reader, read in readers.items():
            frame = read()
            same(f"{path.name} of two schemas by {reader}: rows", len(frame), count)
            same(f"{path.name} of two schemas by {reader}: columns", sorted(frame.columns), sorted(columns))
    print(f"{older} and {newer}: pandas, pyarrow, polars and DuckDB read both schemas as one table")


if __name__ == "__main__":
    if sys.argv[1] == "--beside":
        check_beside(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    else:
        check_run(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
